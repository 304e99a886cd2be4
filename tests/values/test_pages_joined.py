"""Pages that come in pieces: first and last apart, several ranges in one text."""

import pytest

from citekit.values.pages import between, expand_all


@pytest.mark.parametrize(
    ("first", "last", "pages"),
    [
        ("49", "52", "49--52"),
        ("377", "86", "377--386"),
        ("310-324", "324", "310--324"),
        ("310", "310-324", "310--324"),
        ("49", "49", "49"),
        ("", "52", "52"),
        ("1-22", "", "1--22"),
        ("12-15, 20-22", "", "12--15, 20--22"),
        ("S94", "102", "S94--S102"),
        ("xii", "xv", "xii--xv"),
    ],
)
def test_pages_from_two_tags(first, last, pages):
    assert between(first, last) == pages


@pytest.mark.parametrize(
    ("text", "pages"),
    [
        ("1-3, 45-9", "1--3, 45--49"),
        ("354-7", "354--357"),
        ("see p. 4 there, 5", "see p. 4 there, 5"),
        ("", ""),
    ],
)
def test_several_ranges(text, pages):
    assert expand_all(text) == pages
