"""Works of one author in one volume that only a part's number, or the issue, tells apart. Made after newsletters that count the
pages of each issue."""

from __future__ import annotations

from dataclasses import replace

import pytest

from citekit.model import Names, Person, Reference
from citekit.sources.work import Work
from citekit.validate import judge

COLUMN = Work(
    "10.5555/column.2",
    "journal-article",
    "Key principles in using the guides (part II)",
    authors=Names((Person("Brigham", "C. R."),)),
    containers=("The Guides Newsletter",),
    years=("1997",),
    volume="2",
    issue="2",
    pages="1-3",
)
FIELDS = {
    "author": Names((Person("Brigham", "C."),)),
    "container": "The Guides Newsletter",
    "year": "1997",
    "volume": "2",
    "pages": "1",
}


def cited(**more: str) -> Reference:
    return Reference("article").with_fields({**FIELDS, **more})


@pytest.mark.parametrize(
    ("fields", "verdict"),
    [
        ({"title": COLUMN.title}, "accept"),
        ({"title": "Key principles in using the guides (part III)"}, "unsure"),  # on the same page of another issue
        ({"title": "Key principles in using the guide (part II)"}, "accept"),  # a slip
        ({}, "unsure"),  # page 1 of which issue?
        ({"number": "2"}, "accept"),
    ],
)
def test_a_column_on_the_same_page_of_every_issue(fields, verdict):
    assert judge(cited(**fields), COLUMN).verdict == verdict


def test_what_every_issue_has():
    review = replace(COLUMN, title="Literature review", authors=Names())
    assert judge(cited(title="Literature review"), review).verdict == "unsure"
    assert judge(cited(title="Literature review", number="2"), review).verdict == "accept"


def test_a_late_page_is_one_of_the_volume():
    late = replace(COLUMN, pages="965-976", issue="")
    assert judge(cited(pages="965--976"), late).verdict == "accept"


def test_a_short_title_of_its_own_tells_which():
    """Nestler EJ: Neurobiology of depression. Neuron 2002, 34(1):13-25: no author and no issue in the record."""
    work = Work(
        "10.5555/d",
        title="Neurobiology of depression",
        containers=("Neuron",),
        years=("2002",),
        volume="34",
        pages="13",
    )
    told_of = {"container": "Neuron", "year": "2002", "volume": "34", "pages": "13--25"}
    assert (
        judge(Reference("article").with_fields({"title": "Neurobiology of depression", **told_of}), work).verdict
        == "accept"
    )
    review = replace(work, title="Literature review")
    assert (
        judge(Reference("article").with_fields({"title": "Literature review", **told_of}), review).verdict == "unsure"
    )


def test_the_beginning_of_the_title_in_the_very_place_outweighs_another_author():
    work = Work(
        "10.5555/cbf", title="Structural, functional, and phylogenetic characterization of a large",
        authors=Names((Person("Skinner", "J."),)), containers=("Plant Mol Biol",), years=("2005",), volume="59", pages="533",
    )  # fmt: skip
    hayes = Reference("article").with_fields({
        "author": Names((Person("Hayes", "P. M."),)), "container": "Plant Mol Biol", "year": "2005", "volume": "59", "pages": "533--551",
        "title": "Structural, functional, and phylogenetic characterization of a large CBF gene family in barley",
    })  # fmt: skip
    assert judge(hayes, work).verdict == "accept"
    assert judge(hayes.with_field("volume", "60"), work).verdict != "accept"
    assert judge(hayes, replace(work, title="Another beginning")).verdict != "accept"
