"""Citation keys: kept, made, told apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.keys import KeyMap, assign_keys, key_map, make_key
from citekit.model import Names, Origin, Person, Reference


def ref(family="", year="", title="", key="", literal=False, ids="", origin=None):
    """`origin` is where `ids` came from, too: without one, citekit made the field."""
    made = Reference(key=key, origin=origin).with_fields({"year": year, "title": title}).with_field("ids", ids, origin)
    return made.with_field("author", Names((Person(family, literal=literal),)) if family else "")


MADE = [
    (ref("Aksentijevich", "2009"), "aksentijevich2009"),
    (ref("Brau-Javier", "2012"), "braujavier2012"),
    (ref("Løkke", "2000"), "lokke2000"),
    (ref("García González", "1999"), "garciagonzalez1999"),
    (ref("World Health Organization", "2020", literal=True), "worldHealthOrganization2020"),
    (ref("", "2013", "First clinical description of an infant"), "firstClinicalDescription2013"),
    (ref("", "", "The interleukin 1 receptor"), "interleukin1Receptor"),
    (ref("Иванов", "2001"), "ref2001"),  # BibTeX keys are ASCII
    (Reference(), "ref"),
]


@pytest.mark.parametrize(("reference", "key"), MADE)
def test_made_key(reference, key):
    assert make_key(reference) == key


def test_same_author_and_year_get_letters():
    keyed, problems = assign_keys([ref("Lee", "2004"), ref("Lee", "2004"), ref("Lee", "2005")])
    assert [r.key for r in keyed] == ["lee2004a", "lee2004b", "lee2005"]
    assert problems == []


def test_a_key_that_came_wins_over_a_made_one():
    keyed, _ = assign_keys([ref("Lee", "2004"), ref("Chen", "1995", key="lee2004")])
    assert [r.key for r in keyed] == ["lee2004a", "lee2004"]


def test_two_works_with_one_key_are_told_apart_and_said():
    """BibTeX takes keys without regard to case."""
    keyed, problems = assign_keys([ref("Chen", "1995", key="x"), ref("Lee", "2004", key="X")])
    assert [r.key for r in keyed] == ["x", "Xa"]
    assert [(p.kind, p.key, p.message) for p in problems] == [
        ("key-collision", "Xa", "another work has the key X; this one is now Xa")
    ]


def test_a_collision_takes_no_key_that_another_came_with():
    keyed, problems = assign_keys([ref("A", key="x"), ref("B", key="x"), ref("C", key="xa")])
    assert [r.key for r in keyed] == ["x", "xb", "xa"]
    assert len(problems) == 1


def test_the_letters_do_not_depend_on_the_order_nor_on_a_doi():
    one, two = ref("Lee", "2004", "On mice"), ref("Lee", "2004", "On pigs")
    assert [r.key for r in assign_keys([one, two])[0]] == ["lee2004a", "lee2004b"]
    assert [r.key for r in assign_keys([two, one])[0]] == ["lee2004b", "lee2004a"]
    assert [r.key for r in assign_keys([one.with_field("doi", "10.1/z"), two])[0]] == ["lee2004a", "lee2004b"]


# ---------------------------------------------------------------- aliases (biblatex's ids, manual §2.2.3)

CAME = Origin("mine.bib", "bibtex", 3)


def test_an_alias_is_given_to_nobody_as_a_key():
    keyed, problems = assign_keys([ref("Lee", "2004"), ref("Chen", "1995", key="chen", ids="Lee2004, other")])
    assert [r.key for r in keyed] == ["lee2004a", "chen"]
    assert problems == []
    keyed, _ = assign_keys([ref("A", key="x"), ref("B", key="x"), ref("C", key="c", ids="xa")])
    assert [r.key for r in keyed] == ["x", "xb", "c"]


def test_a_key_wins_over_an_alias_that_citekit_made():
    keyed, problems = assign_keys([ref("Lee", key="lee", ids="b,c"), ref("Chen", key="B")])
    assert [(r.key, r.get("ids")) for r in keyed] == [("lee", "c"), ("B", "")]
    assert [(p.kind, p.key, p.message) for p in problems] == [
        ("key-collision", "lee", "two works came with the key b; it leads to B now, not to lee")
    ]


def test_an_alias_that_stands_in_an_input_stays_and_is_said():
    keyed, problems = assign_keys([ref("Lee", key="lee", ids="b", origin=CAME), ref("Chen", key="b")])
    assert [(r.key, r.get("ids")) for r in keyed] == [("lee", "b"), ("b", "")]
    assert [p.kind for p in problems] == ["key-collision"]


def test_an_alias_of_two_works_goes_to_the_one_whose_key_comes_first():
    works = [ref("Lee", key="z", ids="k"), ref("Chen", key="a", ids="K,l")]
    for order in (works, works[::-1]):
        keyed, problems = assign_keys(order)
        assert {(r.key, r.get("ids")) for r in keyed} == {("z", ""), ("a", "K,l")}
        assert [p.key for p in problems] == ["z"]


def test_its_own_key_as_an_alias_is_no_collision():
    assert assign_keys([ref("Lee", key="Lee", ids="lee,k")])[1] == []


# ---------------------------------------------------------------- where keys lead

MAPS = [
    ([("a", "b"), ("b", "b")], {"a": "b", "b": "b"}, set()),
    ([("x", "xa"), ("x", "x")], {"x": "x"}, {"x"}),  # the work that kept the key
    ([("x", "b"), ("x", "X"), ("x", "a")], {"x": "X"}, {"x"}),  # kept it but for case
    ([("x", "b"), ("x", "a"), ("x", "b")], {"x": "a"}, {"x"}),  # nobody kept it
    ([("x", "b"), ("x", "b")], {"x": "b"}, set()),
    ([], {}, set()),
]


@pytest.mark.parametrize(("pairs", "keys", "ambiguous"), MAPS)
def test_key_map(pairs, keys, ambiguous):
    for order in (pairs, pairs[::-1]):
        assert key_map(order) == KeyMap(keys, frozenset(ambiguous))


# ---------------------------------------------------------------- whatever the references

KEYS = ["", "lee2004", "LEE2004", "k", "ka", "lee2004a"]
references = st.lists(
    st.builds(
        lambda family, year, key, ids, origin: ref(family, year, key=key, ids=",".join(ids), origin=origin),
        st.sampled_from(["Lee", "Kim", ""]),
        st.sampled_from(["", "2004"]),
        st.sampled_from(KEYS),
        st.lists(st.sampled_from(KEYS[1:]), max_size=2),
        st.sampled_from([None, CAME]),
    ),
    max_size=6,
)


@given(references)
def test_keys_are_unique_without_regard_to_case(came):
    keys = [r.key.lower() for r in assign_keys(came)[0]]
    assert len(set(keys)) == len(keys)
    assert all(keys)


@given(references)
def test_no_alias_that_citekit_made_is_anothers_key_or_alias(came):
    keyed, problems = assign_keys(came)
    means = {}
    for index, reference in enumerate(keyed):
        means.setdefault(reference.key.lower(), set()).add(index)
        for alias in filter(None, reference.get("ids").split(",")):
            means.setdefault(alias.lower(), set()).add(index)
    clashing = {index for indexes in means.values() if len(indexes) > 1 for index in indexes}
    assert not clashing or any(keyed[index].fields["ids"].origin for index in clashing if keyed[index].get("ids"))
    assert not clashing or problems


@given(references)
def test_a_key_cited_before_can_be_cited_after(came):
    keyed, _ = assign_keys(came)
    leads = key_map((old.key, new.key) for old, new in zip(came, keyed, strict=True) if old.key).keys
    for old in came:
        for cited in filter(None, (old.key, *old.get("ids").split(","))):
            now = leads.get(cited, cited).lower()
            assert any(now in (new.key.lower(), *new.get("ids").lower().split(",")) for new in keyed)


@given(references, st.randoms(use_true_random=False))
def test_the_order_of_references_does_not_matter(came, random):
    order = random.sample(range(len(came)), len(came))
    keyed, problems = assign_keys(came)
    shuffled, same_problems = assign_keys([came[i] for i in order])
    assert sorted(map(repr, shuffled)) == sorted(map(repr, keyed))
    assert same_problems == problems
    for index, reference in zip(order, shuffled, strict=True):
        assert came[index] in [was for was, now in zip(came, keyed, strict=True) if now == reference]


@given(references)
def test_keys_once_assigned_stay(came):
    keyed, _ = assign_keys(came)
    assert assign_keys(keyed)[0] == keyed
