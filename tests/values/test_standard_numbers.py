"""ISBNs and ISSNs: https://en.wikipedia.org/wiki/ISBN, https://en.wikipedia.org/wiki/ISSN"""

import pytest

from citekit.values.standard_numbers import checks, is_standard, standard_kind, standard_numbers

TABLE = [
    ("0007-0920 (Linking)", [("issn", "0007-0920")]),
    ("00070920; 2434-561x", [("issn", "0007-0920"), ("issn", "2434-561X")]),
    ("ISBN-13: 978-0-306-40615-7 (hbk.), 0-306-40615-2", [("isbn", "978-0-306-40615-7"), ("isbn", "0-306-40615-2")]),
    ("978 0 306 40615 7", [("isbn", "9780306406157")]),
    ("978–0–306–40615–7", [("isbn", "978-0-306-40615-7")]),
    ("ISSN0378-5955", [("issn", "0378-5955")]),
    ("RR-1234", []),
    ("US 1,234,567", []),
    ("2009/0001", []),
]


@pytest.mark.parametrize(("text", "found"), TABLE)
def test_numbers_in_text(text, found):
    assert standard_numbers(text) == found


def test_numbers_of_reports_are_none():
    assert is_standard("ISSN 0378-5955")
    assert not is_standard("1234-5678")


@pytest.mark.parametrize(
    ("number", "kind", "right"),
    [
        ("0378-5955", "issn", True),  # the example of https://en.wikipedia.org/wiki/ISSN
        ("2434-561X", "issn", True),
        ("0378-5954", "issn", False),
        ("0-306-40615-2", "isbn", True),  # the examples of https://en.wikipedia.org/wiki/ISBN
        ("978-0-306-40615-7", "isbn", True),
        ("978-0-306-40615-8", "isbn", False),
        ("080442957X", "isbn", True),
        ("12345", "", False),
    ],
)
def test_check_digits(number, kind, right):
    assert standard_kind(number) == kind
    assert checks(number) == right
