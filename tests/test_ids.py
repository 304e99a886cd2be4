"""The names by which a person means a record."""

from hypothesis import given
from hypothesis import strategies as st

from citekit.ids import places_by_id, record_ids
from citekit.model import Field, Origin, Reference


def record(name, file="a.jsonl", number=1):
    return Reference(origin=Origin(file, "records", number, number, name, name))


def entry(key, file="a.bib", number=1):
    return Reference(key=key, origin=Origin(file, "bibtex", number, number, key))


def listed(file="page.txt", number=1):
    return Reference(origin=Origin(file, "text", 7, number, "text"))


def test_a_record_has_the_name_it_came_with():
    assert record_ids([record("r1"), entry("smith2009"), listed(number=3)]) == ("r1", "smith2009", "page.txt:3")


def test_equal_ids_get_the_file_in_front():
    assert record_ids([record("1"), record("1", "b.jsonl"), record("2")]) == ("a.jsonl#1", "b.jsonl#1", "2")


def test_equal_ids_of_one_file_get_the_number_behind():
    assert record_ids([record("1", number=1), record("1", number=5), record("1", "b.jsonl")]) == (
        "a.jsonl#1#1",
        "a.jsonl#1#5",
        "b.jsonl#1",
    )


def test_an_id_that_looks_like_another_with_its_file_is_told_apart():
    ids = record_ids([record("1"), record("1", "b.jsonl"), record("a.jsonl#1", "c.jsonl")])
    assert ids == ("a.jsonl#1#1", "b.jsonl#1", "c.jsonl#a.jsonl#1")


def test_one_file_given_twice():
    assert sorted(record_ids([listed(), listed()])) == ["page.txt#page.txt:1#1", "page.txt#page.txt:1#1#2"]


REFERENCES = st.lists(
    st.one_of(
        st.builds(record, st.sampled_from(["1", "2", "a#1", "a#1#1", "b:1"]), st.sampled_from("ab"), st.integers(0, 3)),
        st.builds(entry, st.sampled_from(["1", "2", "", "b#1"]), st.sampled_from("ab"), st.integers(0, 3)),
        st.builds(listed, st.sampled_from("ab"), st.integers(0, 3)),
        st.just(Reference()),
    ),
    max_size=8,
)


@given(REFERENCES, st.randoms())
def test_ids_are_distinct_and_do_not_depend_on_the_order(references, random):
    ids = record_ids(references)
    assert len(set(ids)) == len(references)
    order = list(range(len(references)))
    random.shuffle(order)
    shuffled = record_ids([references[place] for place in order])
    assert sorted((name, repr(references[place])) for name, place in zip(shuffled, order, strict=True)) == sorted(
        (name, repr(reference)) for name, reference in zip(ids, references, strict=True)
    )


@given(REFERENCES)
def test_every_id_leads_to_its_record(references):
    places = places_by_id(references)
    assert [places[name] for name in record_ids(references)] == list(range(len(references)))


def test_a_name_of_another_run_leads_to_the_record():
    """`r1` was `a.jsonl#r1` when b.jsonl was there, too; a.jsonl was given with its folder; an entry had another key."""
    places = places_by_id([record("r1", "exports/a.jsonl"), entry("new").with_field("ids", "old1,old2"), listed()])
    for name in ("r1", "a.jsonl#r1", "exports/a.jsonl#r1", "a.jsonl:1", "a.jsonl#r1#1"):
        assert places[name] == 0
    assert places["old1"] == places["old2"] == places["a.bib#new"] == 1
    assert places["page.txt:1"] == 2


def test_a_name_that_may_mean_two_records_means_none():
    places = places_by_id([record("r1"), record("r1", "b.jsonl"), entry("k").with_field("ids", "r1")])
    assert "r1" not in places
    assert places["b.jsonl#r1"] == 1


def test_fields_do_not_matter():
    assert record_ids([Reference(key="k", fields={"title": Field("x")})]) == ("k",)
