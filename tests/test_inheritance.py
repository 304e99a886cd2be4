"""`crossref` and `xdata`. Rules: *BibTeXing* §4 and the biblatex manual (3.20), §3.13.6 and appendix B, whose rows these follow."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.inheritance import resolved
from citekit.model import Block, Library, Names, Person, Reference


def reference(kind: str, key: str, **fields: str | Names) -> Reference:
    return Reference(kind, key).with_fields({name.replace("_", "-"): value for name, value in fields.items()})


def only(references: list[Reference], key: str = "child") -> dict[str, object]:
    library = resolved(Library(tuple(references)))
    (found,) = [each for each in library if each.key == key]
    return {name: field.value for name, field in found.fields.items() if name not in ("crossref", "xdata")}


# parent, child, and what the parent's title is to the child
TITLES = [
    ("mvbook", "book", "maintitle"),
    ("mvbook", "inbook", "maintitle"),
    ("mvcollection", "collection", "maintitle"),
    ("mvreference", "inreference", "maintitle"),
    ("mvproceedings", "proceedings", "maintitle"),
    ("book", "inbook", "container"),
    ("collection", "incollection", "container"),
    ("reference", "inreference", "container"),
    ("proceedings", "inproceedings", "container"),
    ("proceedings", "conference", "container"),
    ("periodical", "article", "container"),
    ("book", "incollection", "container"),  # BibTeX's: biblatex has no rule for it
    ("book", "misc", "title"),
]


@pytest.mark.parametrize(("parent", "child", "name"), TITLES)
def test_the_title_of_the_parent(parent, child, name):
    family = [reference(child, "child", crossref="p"), reference(parent, "p", title="Whole", publisher="ACM")]
    assert only(family) == {name: "Whole", "publisher": "ACM"}


def test_subtitles_go_with_their_title_and_short_titles_do_not():
    whole = reference("collection", "p", title="A", subtitle="B", titleaddon="C", shorttitle="D")
    child = reference("incollection", "child", title="Part", crossref="p")
    assert only([whole, child]) == {"title": "Part", "container": "A", "booksubtitle": "B", "booktitleaddon": "C"}


def test_a_booktitle_that_the_parent_has_is_meant_for_its_children():
    """BibTeX's own way: both `title` and `booktitle` stand in the proceedings."""
    whole = reference("proceedings", "p", title="Proc. 5th X", container="Proceedings of X", year="1999")
    assert only([whole, reference("inproceedings", "child", crossref="p")]) == {
        "container": "Proceedings of X", "year": "1999",
    }  # fmt: skip


def test_the_author_of_a_book_is_also_its_parts_bookauthor():
    people = Names((Person("Knuth", "Donald E."),))
    family = [reference("book", "p", title="T", author=people), reference("inbook", "child", crossref="p")]
    assert only(family) == {"container": "T", "author": people, "bookauthor": people}


def test_what_the_child_has_stays():
    family = [
        reference("proceedings", "p", title="Whole", editor=Names((Person("E"),)), address="Rome", year="2001"),
        reference("inproceedings", "child", title="Part", address="Lima", container="Own", crossref="p", year="2001"),
    ]
    assert only(family) == {
        "title": "Part", "address": "Lima", "container": "Own", "year": "2001", "editor": Names((Person("E"),)),
    }  # fmt: skip


def test_what_names_the_parent_is_not_the_childs():
    whole = reference(
        "proceedings", "p", title="W", doi="10.1/w", url="https://w", ids="q", label="L", options="x", related="r",
        shorthand="S", sortkey="s", xref="z", isbn="1", date_added="2001",
    )  # fmt: skip
    assert only([whole, reference("inproceedings", "child", crossref="p")]) == {"container": "W", "isbn": "1"}


DATES = [
    ({"year": "2001", "month": "may"}, {}, {"year": "2001", "month": "may"}),
    ({"year": "2001", "month": "may"}, {"year": "2001"}, {"year": "2001", "month": "may"}),
    ({"year": "2001", "month": "may"}, {"year": "2002"}, {"year": "2002"}),  # not May 2002
    ({"year": "2001", "month": "may"}, {"month": "jun"}, {"year": "2001", "month": "jun"}),
    ({"date": "1982/1983"}, {"date": "1983"}, {"date": "1983"}),  # plk/biblatex issue 439
    ({"date": "1982/1983"}, {"year": "1983"}, {"year": "1983"}),
]


@pytest.mark.parametrize(("parent", "child", "found"), DATES)
def test_dates_come_whole(parent, child, found):
    assert only([reference("misc", "child", crossref="p", **child), reference("misc", "p", **parent)]) == found


def test_shared_data_is_taken_under_its_own_names():
    family = [
        reference("inproceedings", "child", title="T", address="Own", xdata="a, b"),
        reference("xdata", "a", publisher="A", address="Rome", title="Not this"),
        reference("xdata", "b", publisher="B", doi="10.1/b", xdata="c"),
        reference("xdata", "c", series="C", publisher="C"),
    ]
    assert only(family) == {"title": "T", "address": "Own", "publisher": "B", "doi": "10.1/b", "series": "C"}


def test_shared_data_comes_before_the_parent():
    family = [
        reference("incollection", "child", xdata="x", crossref="p"),
        reference("xdata", "x", publisher="X"),
        reference("book", "p", title="T", publisher="P", year="1"),
    ]
    assert only(family) == {"publisher": "X", "container": "T", "year": "1"}


def test_one_field_of_shared_data():
    """biblatex manual §3.13.6: `publisher = {xdata=name-publisher}`, the second author of a list."""
    people = Names((Person("A"), Person("B")))
    family = [
        reference(
            "book", "child", publisher="xdata=x-publisher", address="xdata=x-location",
            author=Names((Person("xdata=x-author-2"),)), note="xdata=x-note",
        ),
        reference("xdata", "x", publisher="X", address="Rome", author=people, series="S"),
    ]  # fmt: skip
    assert only(family) == {
        "publisher": "X", "address": "Rome", "author": Names((Person("B"),)), "note": "xdata=x-note",
    }  # fmt: skip


def test_a_chain_of_parents_in_any_order():
    family = [
        reference("inbook", "child", title="Part", crossref="volume"),
        reference("book", "volume", title="Volume", crossref="Set"),
        reference("mvbook", "set", title="Whole", publisher="P"),
    ]
    for order in itertools.permutations(family):
        assert only(list(order)) == {"title": "Part", "container": "Volume", "maintitle": "Whole", "publisher": "P"}


def test_keys_differ_in_case_only_where_they_must():
    family = [
        reference("misc", "child", crossref="Key"),
        reference("misc", "KEY", note="upper"),
        reference("misc", "Key", note="same"),
        reference("misc", "other", crossref="kEY"),
        reference("misc", "third", crossref="alias"),
        reference("misc", "real", ids="first, Alias", note="alias"),
    ]
    assert only(family)["note"] == "same"
    assert only(family, "other")["note"] == "upper"
    assert only(family, "third")["note"] == "alias"


def test_a_parent_that_is_not_there_is_a_problem():
    library = resolved(
        Library((reference("misc", "a", crossref="b", xdata="c, a2"), reference("xdata", "a2", note="n")))
    )
    assert [(each.kind, each.key, each.message) for each in library.problems] == [
        ("missing-parent", "a", "xdata names c, which is not in this file"),
        ("missing-parent", "a", "crossref names b, which is not in this file"),
    ]
    assert library.references[0].get("note") == "n"


@pytest.mark.parametrize("name", ["crossref", "xdata"])
def test_a_circle_is_a_problem_and_ends(name):
    circle = [reference("misc", key, note=key, **{name: to}) for key, to in ("ab", "bc", "ca", "dd")]
    library = resolved(Library((*circle, reference("misc", "e", crossref="a", title="E"))))
    assert [(each.kind, each.key) for each in library.problems] == [
        ("inheritance-cycle", "c"),
        ("inheritance-cycle", "d"),
    ]
    assert [each.get("note") for each in library] == ["a", "b", "c", "d", "a"]


def test_values_keep_their_origin_and_items_their_place():
    from citekit.readers.bibtex import read

    library = read(
        "% note\n@inproceedings{c, crossref = {p}, title = {C}}\n@proceedings{p,\n title = {{W}hole}\n}", "x.bib"
    )
    found = resolved(library)
    child = found.references[0]
    assert (child.get("container"), child.fields["container"].origin) == (
        "Whole", library.references[1].fields["title"].origin,
    )  # fmt: skip
    assert child.fields["container"].origin.line == 4
    assert [type(item) for item in found.items] == [Block, Reference, Reference]
    assert found.references[1] is library.references[1]
    assert resolved(found) == found


def test_a_long_chain_and_many_children():
    chain = [reference("misc", f"k{n}", crossref=f"k{n + 1}") for n in range(20_000)]
    assert only([*chain, reference("misc", "k20000", note="end")], "k0") == {"note": "end"}


KEYS = st.sampled_from(["a", "A", "b", "c", "d", "zz"])


@given(
    st.lists(
        st.builds(
            lambda key, up, data, note: reference("misc", key, crossref=up, xdata=",".join(data), note=note),
            KEYS, KEYS | st.just(""), st.lists(KEYS, max_size=3), st.sampled_from(["", "n"]),
        ),
        max_size=6,
    )
)  # fmt: skip
def test_any_family_can_be_resolved(references):
    library = Library(tuple(references))
    found = resolved(library)
    assert [each.key for each in found] == [each.key for each in library]
    for before, after in zip(library, found, strict=True):
        assert before.fields.items() <= after.fields.items()
