"""Each step, and what holds for all of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.model import Names, Origin, Person, Reference
from citekit.normalise import DEFAULT_STEPS, normalise
from citekit.normalise.dashes import shape_dashes
from citekit.normalise.initials import space_initials
from citekit.normalise.pages import write_out_pages


@pytest.mark.parametrize(
    ("seen", "meant"),
    [
        ("AA", "A. A."),
        ("C.A.R.", "C. A. R."),
        ("J-P", "J.-P."),
        ("K A", "K. A."),
        ("Seth L.", "Seth L."),
        ("", ""),
        ("P. Van Martin", "P. Van Martin"),
    ],
)
def test_initials_are_spaced(seen, meant):
    reference = Reference().with_field("author", Names((Person("Jesus", seen, "de"),)))
    assert space_initials(reference).author.people[0] == Person("Jesus", meant, "de")


def test_pages_are_written_out():
    assert write_out_pages(Reference().with_field("pages", "2438--44")).get("pages") == "2438--2444"


@pytest.mark.parametrize(
    ("seen", "meant"),
    [("interleukin-1--receptor", "interleukin-1–receptor"), ("a---b", "a—b"), ("IL-1", "IL-1"), ("-----", "-----")],
)
def test_dashes(seen, meant):
    assert shape_dashes(Reference().with_field("title", seen)).title == meant


def test_bibtex_entries_are_left_as_they_are():
    mine = Reference(origin=Origin("a.bib", "bibtex")).with_field("pages", "2438-44")
    assert normalise(mine) is mine


def test_origins_are_kept():
    origin = Origin("page.txt", "text", 3)
    assert normalise(Reference().with_field("pages", "1--9", origin)).fields["pages"].origin == origin


references = st.builds(
    lambda given, pages, title: (
        Reference()
        .with_field("author", Names((Person("X", given),)))
        .with_field("pages", pages)
        .with_field("title", title)
    ),
    st.text(alphabet="ABCé.- ab", max_size=12),
    st.text(alphabet="0123456789-–eS.", max_size=12),
    st.text(alphabet="ab-–", max_size=12),
)


@given(references)
def test_twice_is_once(reference):
    once = normalise(reference)
    assert normalise(once) == once


def test_there_are_steps():
    assert DEFAULT_STEPS
