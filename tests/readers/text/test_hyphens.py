"""A hyphen at a line's end stays where it belongs to the word, and goes where it does not."""

import pytest

from citekit.readers.text.hyphens import is_broken, settled, words
from citekit.readers.text.page import take_apart

SETTLED = [
    ("A Distri\u00adbuted Hash Table", "", "A Distributed Hash Table"),
    ("Disease\u00adassociated mutations", "a disease-associated gene", "Disease-associated mutations"),
    ("Disease\u00adassociated mutations", "associated with disease", "Disease-associated mutations"),
    ("over\u00adload", "over a load, an overload", "overload"),  # the page writes it in one word
    ("Self\u00adorganized critical states", "", "Self-organized critical states"),
    ("no hyphen here", "", "no hyphen here"),
]


@pytest.mark.parametrize(("text", "page", "meant"), SETTLED)
def test_settled(text, page, meant):
    assert settled(text, words([page])) == meant


def test_words_that_a_line_breaks_are_not_known():
    assert words(["the admis-", "sion of long-term bones"]) == {"the", "of", "long-term", "bones"}


@pytest.mark.parametrize(
    ("before", "after", "broken"),
    [
        ("Distri-", "buted", True),
        ("Distri\u00ad", "buted", True),
        ("IL-", "1", False),
        ("pages 1--", "9", False),
        ("Müller-", "Schmidt", False),
        ("Distri", "buted", False),
    ],
)
def test_is_broken(before, after, broken):
    assert is_broken(before, after) is broken


def test_on_a_page():
    text = "[1] Saito M. Disease-\nassociated mutations. Blood. 2008;1:2-3.\n[2] Lee K. A disease-associated gene. Bone. 2009;2:3-4."
    assert take_apart(text).items[0].text == "Saito M. Disease-associated mutations. Blood. 2008;1:2-3."
