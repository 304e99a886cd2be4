"""CSL 1.0.2, "Choose"."""

import pytest

from citekit.csl.conditions import compiled
from citekit.csl.element import Element
from citekit.csl.rendering import Rendering

ITEM = {
    "type": "book", "title": "Bees", "volume": "2nd", "edition": "second", "issue": 0, "author": [], "URL": " ",
    "issued": {"date-parts": [[2009]], "circa": True}, "accessed": {"date-parts": [[]]}, "event-title": "Bee Days",
}  # fmt: skip


@pytest.mark.parametrize(
    ("attributes", "taken"),
    [
        ({"type": "book"}, True),
        ({"type": "article-journal book", "match": "any"}, True),
        ({"type": "article-journal book"}, True),  # as the reference processor has it: no item is of two types
        ({"type": "book", "match": "none"}, False),
        ({"variable": "title volume"}, True),
        ({"variable": "title page"}, False),
        ({"variable": "title page", "match": "any"}, True),
        ({"variable": "page note", "match": "none"}, True),
        ({"variable": "author"}, False),  # an empty list says nothing,
        ({"variable": "URL"}, False),  # nor do a blank
        ({"variable": "accessed"}, False),  # and a date without a year
        ({"variable": "issue"}, True),
        ({"variable": "event"}, True),  # renamed in 1.0.2
        ({"is-numeric": "volume"}, True),
        ({"is-numeric": "edition"}, False),
        ({"is-numeric": "page"}, False),
        ({"is-uncertain-date": "issued"}, True),
        ({"is-uncertain-date": "accessed"}, False),
        ({"type": "book", "variable": "page"}, False),
        ({"type": "book", "variable": "page", "match": "any"}, True),
        ({"disambiguate": "true"}, False),
        ({"position": "first"}, False),  # a bibliography has no positions
        ({"locator": "page"}, False),
    ],
)
def test_branches(attributes, taken):
    assert compiled(Element("if", attributes))(Rendering(ITEM)) is taken
