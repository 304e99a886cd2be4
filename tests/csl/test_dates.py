"""Dates (CSL 1.0.2, "Date", "Localized Date Formats", "Date Ranges", "Sorting"). Fixtures of the CSL test suite that say what the
specification does not are named where they are followed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.csl import dates
from citekit.csl.dressing import dressing
from citekit.csl.element import Element, parse
from citekit.csl.locales import Locale, load
from citekit.csl.marks import plain
from citekit.csl.rendering import Node, Rendering
from citekit.csl.workshop import Dressing, Options

ENGLISH = load("en-US")


@dataclass
class Bench:
    """A workshop that knows no other elements."""

    locale: Locale = ENGLISH
    options: Options = field(default_factory=Options)

    def node(self, element: Element, inherited: Mapping[str, str]) -> Node:
        raise AssertionError

    def dressing(self, element: Element, *, affixes: bool = True, case: bool = True) -> Dressing:
        return dressing(element, affixes=affixes, case=case)


def printed(element: str, value: object, rendering: Rendering | None = None, bench: Bench | None = None) -> str:
    """What a cs:date says of a date."""
    rendering = rendering or Rendering({"issued": value})
    return plain(dates.compiled(parse(element.encode(), "a style"), bench or Bench())(rendering))


def day(*parts: object) -> dict[str, object]:
    return {"date-parts": [list(parts)]}


def span(first: list[object], last: list[object]) -> dict[str, object]:
    return {"date-parts": [first, last]}


TEXT = '<date variable="issued" form="text"/>'
NUMERIC = '<date variable="issued" form="numeric"/>'
YEAR = '<date variable="issued"><date-part name="year"/></date>'
DAY_FIRST = (
    '<date variable="issued" prefix="(" suffix=")"><date-part name="day" suffix=" "/><date-part name="month" suffix=" "/>'
    '<date-part name="year"/></date>'
)


# ---------------------------------------------------------------- values


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (day(2009, 6, 4), "June 4, 2009"),
        (day("2009", "06", "04"), "June 4, 2009"),
        (day(2009, 6), "June 2009"),
        (day(2009.0), "2009"),
        (day("2000", "", ""), "2000"),
        ({"date-parts": [2009, 6, 4]}, "June 4, 2009"),
        (day(1965, 13, 1), "Spring 1965"),  # date_VariousInvalidDates
        (day(1965, 17), "Spring 1965"),
        (day(1965, 24), "Winter 1965"),
        (day(1965, 60, 1), "1965"),
        (day(1965, -1, 1), "1965"),
        (day(1965, 6, 99), "June 1965"),
        ({"date-parts": [[2000]], "season": 3}, "Autumn 2000"),
        ({"date-parts": [[2000]], "season": "3"}, "Autumn 2000"),
        ({"date-parts": [[2000]], "season": "Fall"}, "Autumn 2000"),
        ({"date-parts": [[2000, 1]], "season": 3}, "January 2000"),
        ({"date-parts": [[2000]], "season": "22:56:08"}, "2000"),
        ({"literal": "forthcoming"}, "forthcoming"),
        ({"date-parts": [], "literal": "(in press)"}, "(in press)"),
        ({"raw": "Bogus Date"}, "Bogus Date"),  # date_String
        ({"raw": "4 June 2009"}, "June 4, 2009"),
        (
            {"date-parts": [["1999", "21"], ["2001", "22"]], "raw": "Spring 1999 - Summer 2001"},
            "Spring 1999–Summer 2001",
        ),
        ("2009-06-04", "June 4, 2009"),
        ("2009-06-04/2010", "June 4, 2009–2010"),
        (2009, "2009"),
        (day(-44, 3, 15), "March 15, 44 BC"),
        (day(499), "499 AD"),
        ({"date-parts": [[2009]], "circa": True}, "2009"),
    ],
)
def test_values(value: object, text: str) -> None:
    assert printed(TEXT, value) == text


@pytest.mark.parametrize(
    "value", [None, {}, [], "", {"date-parts": []}, {"date-parts": [[]]}, {"date-parts": [None]}, True, day(0)]
)
def test_no_date_prints_nothing(value: object) -> None:
    rendering = Rendering({"issued": value})
    assert printed(DAY_FIRST, value, rendering) == ""
    assert (rendering.called, rendering.filled) == (True, False)
    assert dates.sort_key(value) == ""


def test_a_printed_date_is_told_to_the_group() -> None:
    rendering = Rendering({"issued": day(2009)})
    assert printed(YEAR, None, rendering) == "2009"
    assert (rendering.called, rendering.filled) == (True, True)


def test_a_date_that_stood_in_for_another_variable_is_not_printed_again() -> None:
    assert printed(YEAR, None, Rendering({"issued": day(2009)}, silent={"issued"})) == ""


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("June 2009", "June 2009"),
        ("Jun. 4, 2009", "June 4, 2009"),
        ("4 June 2009", "June 4, 2009"),
        ("August 14th, 2001", "August 14, 2001"),
        ("2009, June 4", "June 4, 2009"),
        ("juin 2009", "June 2009"),
        ("06/04/2009", "June 4, 2009"),
        ("29/10/2010", "October 29, 2010"),
        ("4.6.2009", "June 4, 2009"),
        ("2009/06/04", "June 4, 2009"),
        ("2009-06", "June 2009"),
        ("2009-06-04T10:00:00Z", "June 4, 2009"),
        ("2009-XX-XX", "2009"),
        ("2009-23", "Autumn 2009"),
        ("summer 2009", "Summer 2009"),
        ("44 BC", "44 BC"),
        ("-0044-03-15", "March 15, 44 BC"),
        ("1999-2001", "1999–2001"),
        ("1984/1985", "1984–1985"),
        ("June-July 2009", "June–July 2009"),
        ("June 4-6, 2009", "June 4–6, 2009"),
        ("4-6 June 2009", "June 4–6, 2009"),
        ("Dec. 2009 - Jan. 2010", "December 2009–January 2010"),
        ("Spring 1999 - Summer 2001", "Spring 1999–Summer 2001"),
        ("1987/..", "1987–"),
        ("1987-", "1987–"),
        ("c. 1850", "1850"),
        ("1850?", "1850"),
        # What is not understood stays.
        ("1998/99", "1998/99"),
        ("in press", "in press"),
        ("n.d.", "n.d."),
        ("29 February", "29 February"),
        ("May 2009 and later", "May 2009 and later"),
        ("12", "12"),
        ('"June 2009"', "June 2009"),
    ],
)
def test_dates_in_words(raw: str, text: str) -> None:
    assert printed(TEXT, {"raw": raw}) == text


@pytest.mark.parametrize(
    ("value", "uncertain"),
    [
        ({"date-parts": [[2009]], "circa": 1}, True),
        ({"date-parts": [[2009]], "circa": "true"}, True),
        ({"date-parts": [[2009]], "circa": 0}, False),
        (day(2009), False),
        ({"raw": "c. 1850"}, True),
        ({"raw": "1850?"}, True),
        ("1850~", True),
        ("1850", False),
        ({"literal": "really?"}, False),
        (None, False),
    ],
)
def test_uncertain_dates(value: object, uncertain: bool) -> None:
    assert dates.is_uncertain(value) is uncertain


# ---------------------------------------------------------------- localized dates


@pytest.mark.parametrize(
    ("shown", "text", "numeric"),
    [
        ("year-month-day", "December 15, 2005", "12/15/2005"),
        ("year-month", "December 2005", "12/2005"),
        ("year", "2005", "2005"),
    ],
)
def test_localized_dates(shown: str, text: str, numeric: str) -> None:
    forms = [f'<date variable="issued" form="{form}" date-parts="{shown}"/>' for form in ("text", "numeric")]
    assert [printed(form, day(2005, 12, 15)) for form in forms] == [text, numeric]


@pytest.mark.parametrize(
    ("language", "text"),
    [("de-DE", "4. Juni 2009"), ("fr-FR", "4 juin 2009"), ("ja-JP", "2009年6月4日"), ("es-ES", "4 de junio de 2009")],
)
def test_languages(language: str, text: str) -> None:
    assert printed(TEXT, day(2009, 6, 4), bench=Bench(load(language))) == text


def test_nothing_is_left_behind_a_year_that_other_parts_would_follow() -> None:
    ukrainian = Bench(load("uk-UA"))
    assert (
        printed('<date variable="issued" form="text" date-parts="year"/>', day(2009, 6, 4), bench=ukrainian) == "2009."
    )


def test_a_style_writes_single_parts_otherwise() -> None:
    element = '<date variable="issued" form="text" prefix="[" suffix="]"><date-part name="month" form="short" strip-periods="true"/></date>'
    assert printed(element, day(2005, 12, 15)) == "[Dec 15, 2005]"


def test_the_parts_that_a_style_names_do_not_add_to_those_shown() -> None:
    element = '<date variable="issued" form="text" date-parts="year"><date-part name="month" form="short"/></date>'
    assert printed(element, day(2005, 12, 15)) == "2005"


# ---------------------------------------------------------------- date-parts


@pytest.mark.parametrize(
    ("part", "text"),
    [
        ('name="year"', "2009"),
        ('name="year" form="short"', "09"),
        ('name="month"', "June"),
        ('name="month" form="short"', "June"),
        ('name="month" form="numeric"', "6"),
        ('name="month" form="numeric-leading-zeros"', "06"),
        ('name="month" text-case="uppercase" prefix="&lt;" suffix="&gt;"', "<JUNE>"),
        ('name="day"', "4"),
        ('name="day" form="numeric-leading-zeros"', "04"),
        ('name="day" form="ordinal"', "4th"),
        ('name="hour"', ""),
    ],
)
def test_parts(part: str, text: str) -> None:
    assert printed(f'<date variable="issued"><date-part {part}/></date>', day(2009, 6, 4)) == text


def test_parts_are_joined_by_the_delimiter() -> None:
    element = '<date variable="issued" delimiter="-"><date-part name="year"/><date-part name="month" form="numeric"/><date-part name="day"/></date>'
    assert printed(element, day(2009, 6, 4)) == "2009-6-4"
    assert printed(element, day(2009)) == "2009"


def test_only_the_first_of_a_month_is_an_ordinal_where_the_locale_says_so() -> None:
    french = Bench(load("fr-FR"))
    element = '<date variable="issued"><date-part name="day" form="ordinal"/></date>'
    assert [printed(element, day(2009, 6, number), bench=french) for number in (1, 2)] == ["1er", "2"]


def test_seasons_have_no_numbers() -> None:
    assert printed(NUMERIC, day(2009, 21)) == "2009"


def test_words_are_printed_once_where_year_and_day_stand_apart() -> None:
    month = '<date variable="issued"><date-part name="month"/><date-part name="day" prefix=" "/></date>'
    assert [printed(element, {"literal": "forthcoming"}) for element in (YEAR, month)] == ["forthcoming", ""]


# ---------------------------------------------------------------- ranges


@pytest.mark.parametrize(
    ("first", "last", "day_first", "text"),
    [
        ([2003, 8, 10], [2003, 8, 23], "(10–23 August 2003)", "August 10–23, 2003"),
        ([2003, 8, 3], [2003, 10, 23], "(3 August–23 October 2003)", "August 3–October 23, 2003"),
        ([1987, 8, 3], [2003, 10, 23], "(3 August 1987–23 October 2003)", "August 3, 1987–October 23, 2003"),
        ([2003, 8], [2003, 10], "(August–October 2003)", "August–October 2003"),
        ([1987, 8], [2003, 10], "(August 1987–October 2003)", "August 1987–October 2003"),
        ([1987], [2003], "(1987–2003)", "1987–2003"),
        ([1987], [0], "(1987–)", "1987–"),
        ([1999, 22], [1999, 21], "(Summer–Spring 1999)", "Summer–Spring 1999"),
        ([1999, 6, 4], [1999, 6, 4], "(4 June 1999)", "June 4, 1999"),
        ([1999, 6, 4], [1999, 6], "(4 June–June 1999)", "June 4–June 1999"),
    ],
)
def test_ranges(first: list[object], last: list[object], day_first: str, text: str) -> None:
    assert [printed(element, span(first, last)) for element in (DAY_FIRST, TEXT)] == [day_first, text]


@pytest.mark.parametrize(
    ("last", "text"),
    [([2003, 8, 23], "2003 August 10–23"), ([2003, 10, 3], "2003 August 10–October 3")],
)
def test_no_affix_stands_next_to_the_range_delimiter(last: list[object], text: str) -> None:
    element = '<date variable="issued"><date-part name="year"/><date-part name="month" prefix=" "/><date-part name="day" prefix=" "/></date>'
    assert printed(element, span([2003, 8, 10], last)) == text


def test_ranges_that_differ_in_a_part_that_is_not_shown_are_one_date() -> None:
    assert printed(YEAR, span([2003, 8], [2003, 10])) == "2003"


@pytest.mark.parametrize(
    ("first", "last", "text"),
    [
        ([1999, 1, 2], [1999, 1, 4], "2_d_4 January 1999"),
        ([1999, 1, 2], [1999, 3, 4], "2 January_m_4 March 1999"),
        ([1999, 1, 2], [2000, 1, 4], "2 January 1999_y_4 January 2000"),
        ([1999], [2000], "1999_y_2000"),
        ([1999], [], "1999_y_"),
    ],
)
def test_the_range_delimiter_is_that_of_the_greatest_part_that_differs(
    first: list[object], last: list[object], text: str
) -> None:
    names = [("day", "_d_"), ("month", "_m_"), ("year", "_y_")]
    parts = "".join(f'<date-part name="{name}" range-delimiter="{delimiter}"/>' for name, delimiter in names)
    assert printed(f'<date variable="issued" delimiter=" ">{parts}</date>', span(first, last)) == text


def test_both_ends_are_printed_whole_where_the_year_stands_in_the_middle() -> None:
    element = '<date variable="issued" delimiter=" "><date-part name="month"/><date-part name="year"/><date-part name="day"/></date>'
    assert printed(element, span([2003, 8, 3], [2003, 10, 23])) == "August 2003 3–October 2003 23"


# ---------------------------------------------------------------- year suffix


def test_the_year_suffix_stands_behind_the_first_year_of_an_entry() -> None:
    rendering = Rendering({"issued": day(2009, 6)}, year_suffix="a")
    assert [printed(TEXT, None, rendering) for _ in range(2)] == ["June 2009a", "June 2009"]
    assert rendering.year_suffix == ""


def test_the_year_suffix_waits_for_a_year() -> None:
    rendering = Rendering({"issued": day(2009, 6)}, year_suffix="a")
    month = '<date variable="issued"><date-part name="month"/></date>'
    assert [printed(element, None, rendering) for element in (month, YEAR)] == ["June", "2009a"]


def test_styles_that_print_the_suffix_themselves_are_left_to_it() -> None:
    rendering = Rendering({"issued": day(2009)}, year_suffix="a")
    assert printed(YEAR, None, rendering, Bench(options=Options(year_suffix_is_placed=True))) == "2009"
    assert rendering.year_suffix == "a"


# ---------------------------------------------------------------- sorting

IN_ORDER = [
    day(-100, 7, 13), day(-44), day(-44, 3, 15), day(54, 10), day(1999), span([1999], [2001]), day(1999, 2), day(1999, 2, 3),
    day(1999, 2, 15), day(1999, 11), day(2000), "2000-01-01", day(12000),
]  # fmt: skip


def test_sort_keys_are_in_the_order_of_dates() -> None:
    keys = [dates.sort_key(value) for value in IN_ORDER]
    assert keys == sorted(keys)
    assert len(set(keys)) == len(keys)


def test_words_have_no_sort_key_but_a_date_beside_them_has() -> None:
    assert dates.sort_key({"literal": "forthcoming"}) == ""
    assert dates.sort_key({"literal": "forthcoming", "date-parts": [[2009]]}) == dates.sort_key(day(2009))


def test_in_a_sort_key_a_date_has_the_parts_that_it_shows() -> None:
    """CSL 1.0.2, "Sorting": a date called through a macro is sorted by the date-parts that it renders."""
    rendering = Rendering({"issued": day(2009, 6, 4)}, sorting=True)
    assert printed(YEAR, None, rendering) == dates.sort_key(day(2009))
    assert printed(TEXT, None, rendering) == dates.sort_key(day(2009, 6, 4))


# ---------------------------------------------------------------- bad values

JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=12)
    | st.sampled_from(["2009-06-04/..", "June 4-6, 2009"]),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(["date-parts", "raw", "literal", "season", "circa"]), inner, max_size=3)
    ),
    max_leaves=12,
)


@given(JSON)
def test_no_value_raises(value: object) -> None:
    for element in (TEXT, NUMERIC, YEAR, DAY_FIRST):
        printed(element, value)
    dates.sort_key(value)
    dates.is_uncertain(value)


@given(st.text(alphabet="0123456789 -–/.?~TXJune,BCcirca", max_size=40))
def test_no_text_raises(text: str) -> None:
    assert printed(TEXT, {"raw": text}) == printed(TEXT, text)
