"""Numbers in number variables (CSL 1.0.2, "Number", "Label", and the condition `is-numeric`)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.csl.locales import load
from citekit.csl.marks import plain
from citekit.csl.numbers import formatted, is_numeric, is_plural

ENGLISH = load("en-US")


@pytest.mark.parametrize(
    "text", ["2", "2nd", "D2", "2b", "L2d", "2, 3", "2-4", "2–4", "2 & 4", "2,3", "v2.1", "1er", "5a-7", "3\\-B"]
)
def test_numeric(text: str) -> None:
    assert is_numeric(text)


@pytest.mark.parametrize(
    "text", ["second", "2nd edition", "Fifth ed.", "Suppl 2", "", "-", "2-", "xii", "2002, amended", "2 4"]
)
def test_not_numeric(text: str) -> None:
    assert not is_numeric(text)


@pytest.mark.parametrize(
    ("variable", "text", "plural"),
    [
        ("page", "1", False),
        ("page", "1-2", True),
        ("page", "1–2", True),
        ("page", "i-ix", True),
        ("page", "e107752", False),
        ("page", "S93-99", True),
        ("page", "8, 11", True),
        ("page", "213 & 235", True),
        ("page", "213 and 235", True),
        ("page", "213, et 235", True),
        ("page", "3\\-B", False),  # CSL test suite, number_PlainHyphenOrEnDashAlwaysPlural
        ("page", "Michelson-Morley", False),
        ("number", "02-123-4", False),
        ("volume", "12", False),
        ("edition", "2nd", False),
        ("number-of-volumes", "1", False),
        ("number-of-volumes", "2", True),
        ("number-of-pages", "312", True),
        ("number-of-pages", "01", False),
        ("number-of-pages", "many", False),
    ],
)
def test_plural(variable: str, text: str, plural: bool) -> None:
    assert is_plural(variable, text) is plural


@pytest.mark.parametrize(
    ("text", "form", "printed"),
    [
        ("42", "numeric", "42"),
        ("42", "ordinal", "42nd"),
        ("42", "long-ordinal", "42nd"),
        ("9", "long-ordinal", "ninth"),
        ("42", "roman", "xlii"),
        ("1994", "roman", "mcmxciv"),
        ("4000", "roman", "4000"),
        ("0", "roman", "0"),
        ("3-5", "numeric", "3–5"),
        ("3 - 5", "numeric", "3–5"),
        ("2,3&5", "numeric", "2, 3 & 5"),
        ("2, 3 & 5", "ordinal", "2nd, 3rd & 5th"),
        ("2-4", "roman", "ii–iv"),
        ("02-123-4", "numeric", "02-123-4"),
        ("2nd", "ordinal", "2nd"),
        ("A17", "roman", "A17"),
        ("5a-7", "ordinal", "5a–7"),
        ("3\\-B", "numeric", "3-B"),
        ("5 ed.", "ordinal", "5 ed."),
        ("Suppl 2", "numeric", "Suppl 2"),
        ("9" * 20, "ordinal", "9" * 20),
    ],
)
def test_forms(text: str, form: str, printed: str) -> None:
    assert formatted(text, form, ENGLISH) == printed


def test_ordinals_have_the_gender_of_what_they_count() -> None:
    assert plain(formatted("1", "ordinal", load("fr-FR"), "feminine")) == "1re"


@given(
    st.text(alphabet="0123456789 ,;&-–\\aivx²٣\t", max_size=40),
    st.sampled_from(["numeric", "ordinal", "long-ordinal", "roman"]),
)
def test_any_text_is_printed(text: str, form: str) -> None:
    is_plural("volume", text)
    is_plural("number-of-pages", text)
    printed = formatted(text, form, ENGLISH)
    assert printed == text or is_numeric(text)


@given(st.integers(1, 3999))
def test_roman_numbers_are_read_back(number: int) -> None:
    worth = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
    digits = [worth[letter] for letter in formatted(str(number), "roman", ENGLISH)]
    signed = [-digit if digit < after else digit for digit, after in zip(digits, [*digits[1:], 0], strict=True)]
    assert sum(signed) == number
