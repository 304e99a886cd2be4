"""Ranges of pages. Rules and most examples are those of CSL 1.0.2, Appendix V, and of The Chicago Manual of Style (17th ed. 9.61)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.csl.element import parse
from citekit.csl.locales import load
from citekit.csl.page_ranges import formatted

ENGLISH = load("en-US")
FORMS = ("", "expanded", "minimal", "minimal-two", "chicago", "chicago-15", "chicago-16")


@pytest.mark.parametrize(
    ("text", "expanded", "minimal", "two", "chicago_15", "chicago_16"),
    [
        ("42-45", "42–45", "42–5", "42–45", "42–45", "42–45"),
        ("3-10", "3–10", "3–10", "3–10", "3–10", "3–10"),
        ("71-2", "71–72", "71–2", "71–72", "71–72", "71–72"),
        ("100-4", "100–104", "100–4", "100–04", "100–104", "100–104"),
        ("1100-1123", "1100–1123", "1100–23", "1100–23", "1100–1123", "1100–1123"),
        ("107-108", "107–108", "107–8", "107–08", "107–8", "107–8"),
        ("505-517", "505–517", "505–17", "505–17", "505–17", "505–17"),
        ("1002-1006", "1002–1006", "1002–6", "1002–06", "1002–6", "1002–6"),
        ("321-28", "321–328", "321–8", "321–28", "321–28", "321–28"),
        ("415-532", "415–532", "415–532", "415–532", "415–532", "415–532"),
        ("11564-615", "11564–11615", "11564–615", "11564–615", "11564–615", "11564–615"),
        ("13792-13803", "13792–13803", "13792–803", "13792–803", "13792–803", "13792–803"),
        ("1496-1504", "1496–1504", "1496–504", "1496–504", "1496–1504", "1496–504"),
        ("1087-89", "1087–1089", "1087–9", "1087–89", "1087–89", "1087–89"),
        ("2787-2816", "2787–2816", "2787–816", "2787–816", "2787–2816", "2787–816"),
        ("198-198", "198–198", "198–198", "198–198", "198–198", "198–198"),
        ("20-15", "20–15", "20–15", "20–15", "20–15", "20–15"),
        ("A1-A9", "A1–A9", "A1–9", "A1–9", "A1–9", "A1–9"),  # as the reference processor prints them
        ("S213-S235", "S213–S235", "S213–35", "S213–35", "S213–35", "S213–35"),
        ("3-7, 123-128", "3–7, 123–128", "3–7, 123–8", "3–7, 123–28", "3–7, 123–28", "3–7, 123–28"),
        ("142-145 & 235", "142–145 & 235", "142–5 & 235", "142–45 & 235", "142–45 & 235", "142–45 & 235"),
    ],
)
def test_forms(text: str, expanded: str, minimal: str, two: str, chicago_15: str, chicago_16: str) -> None:
    printed = [formatted(text, form, ENGLISH) for form in FORMS[1:]]
    assert printed == [expanded, minimal, two, chicago_15, chicago_15, chicago_16]


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("110-5", "110–5"),  # CSL test suite, page_NoOption
        ("110 - 115", "110–115"),
        ("110--115", "110–115"),
        ("110–115", "110–115"),
        ("3-7,9-12", "3–7, 9–12"),
        ("e1-e9", "e1–e9"),
        ("e924-931", "e924-931"),  # CSL test suite, page_Expand: unlike prefixes keep the hyphen
        ("N110 - P5", "N110-P5"),
        ("12B-15", "12B–15"),
        ("xxv-xxviii", "xxv–xxviii"),
        ("Michelson-Morley", "Michelson-Morley"),
        ("3\\-B", "3-B"),  # CSL test suite, number_PlainHyphenOrEnDashAlwaysPlural
        ("327\\-30", "327-30"),
        ("1-2-3", "1-2–3"),  # as the reference processor prints `507-27-209`
        ("01790", "01790"),
        ("e107752", "e107752"),
        ("12-", "12-"),
        ("", ""),
    ],
)
def test_without_a_form_only_the_delimiter_changes(text: str, printed: str) -> None:
    assert formatted(text, "", ENGLISH) == printed


@pytest.mark.parametrize("text", ["e924-931", "12B-15", "xxv-xxviii", "3\\-B", "1-2-3", "Michelson-Morley", "01790"])
@pytest.mark.parametrize("form", FORMS)
def test_what_is_no_range_of_numbers_is_not_shortened(text: str, form: str) -> None:
    assert formatted(text, form, ENGLISH) == formatted(text, "", ENGLISH)


def test_the_delimiter_and_the_ampersand_are_those_of_the_locale() -> None:
    terms = '<term name="page-range-delimiter">=</term><term name="and" form="symbol">+</term>'
    style = parse(f"<style><locale><terms>{terms}</terms></locale></style>".encode(), "a style")
    assert formatted("1-2 & 5", "", load("en-US", style.children)) == "1=2 + 5"
    assert (
        formatted("253-257", "chicago", load("fr-FR")) == "253\u201157"
    )  # CSL test suite, page_WithLocaleAndWeirdDelimiter


@given(st.integers(1, 99_999), st.integers(1, 9_999), st.sampled_from(FORMS[1:]))
def test_a_shortened_range_can_be_read_back(first: int, more: int, form: str) -> None:
    printed = formatted(f"{first}-{first + more}", form, ENGLISH)
    assert formatted(printed, "expanded", ENGLISH) == f"{first}–{first + more}"


@given(st.text(alphabet="0123456789 ,;&-–\\aivxSé", max_size=40), st.sampled_from(FORMS))
def test_any_text_is_printed(text: str, form: str) -> None:
    printed = formatted(text, form, ENGLISH)
    assert sum(map(str.isalpha, printed)) <= sum(map(str.isalpha, text))
