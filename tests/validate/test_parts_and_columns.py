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
