"""What a date variable of CSL-JSON says. It comes in many shapes:

{"date-parts": [[2009, 6, 4]]}      {"date-parts": [["2009", "06"], [2010]]}      {"date-parts": [[1987], [0]]}  (since 1987)
{"raw": "4 June 2009"}      {"literal": "forthcoming"}      {"date-parts": [[2009]], "season": 3, "circa": true}
"2009-06-04/2010"
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, NamedTuple

_FARTHEST = 99_999
"""Years farther from ours than this are taken for slips."""
_BEFORE_ALL = 100_000
"""Added to a year in sort keys, where all years have to be positive."""


class Day(NamedTuple):
    """A year, month or day; 0 is what is not said, years before Christ are negative. A season (1 spring … 4 winter) stands in
    place of the month."""

    year: int
    month: int = 0
    day: int = 0
    season: int = 0


class Date(NamedTuple):
    """A day, a range (`last`), or words; all of it may be missing."""

    first: Day | None = None
    last: Day | None = None
    is_open: bool = False
    """`1987–`"""
    words: str = ""
    """What is printed in place of a date: `forthcoming`"""
    is_uncertain: bool = False


NOTHING = Date()


def read(value: object) -> Date:
    """The date that a value means; `NOTHING` for what is no date."""
    if isinstance(value, dict) and len(value) == 1 and "date-parts" in value:
        try:
            return _from_parts(tuple(map(_hashable, value["date-parts"])))
        except TypeError:
            return _from_mapping(value)
    if isinstance(value, str):
        return _in_words(value)
    if isinstance(value, int | float):
        return Date(_day([value]))
    return _from_mapping(value) if isinstance(value, Mapping) else NOTHING


@lru_cache(maxsize=4096)
def _from_parts(parts: tuple[Any, ...]) -> Date:
    """Most dates have nothing else, and many of them are the same."""
    return _from_mapping({"date-parts": parts})


def _hashable(part: object) -> object:
    return tuple(part) if isinstance(part, list) else part


def _from_mapping(value: Mapping[str, Any]) -> Date:
    days = _days(value.get("date-parts"))
    words, raw, circa = value.get("literal"), value.get("raw"), bool(value.get("circa"))
    if not days or not days[0]:
        said = (
            Date(words=words.strip()) if isinstance(words, str) else _in_words(raw) if isinstance(raw, str) else NOTHING
        )
        return said._replace(is_uncertain=circa or said.is_uncertain)
    first, last = days[0], days[1] if len(days) > 1 else None
    if "season" in value and not first.month:
        first = first._replace(season=_season(value["season"]), day=0)
    is_open = len(days) > 1 and last is None
    return Date(first, last if last != first else None, is_open, words.strip() if isinstance(words, str) else "", circa)


def _in_words(text: str) -> Date:
    from citekit.csl.dates.in_words import read_words

    return read_words(text)


def _days(parts: object) -> list[Day | None]:
    if not isinstance(parts, list | tuple):
        return []
    if parts and not any(isinstance(part, list | tuple) for part in parts):
        parts = [parts]  # [2009, 6, 4], one list too few
    return [_day(part) if isinstance(part, list | tuple) else None for part in parts[:2]]


def _day(parts: list[Any] | tuple[Any, ...]) -> Day | None:
    year, month, day = (*map(_integer, parts[:3]), 0, 0, 0)[:3]
    return day_of(year, month, day)


def day_of(year: int, month: int, day: int) -> Day | None:
    """Without what no calendar has; months 13 to 24 are seasons, as the reference processor and EDTF have it. None: nothing is
    left."""
    if not -_FARTHEST <= year <= _FARTHEST:
        year = 0
    if 13 <= month <= 24:
        return Day(year, season=(month - 1) % 4 + 1)
    if not 1 <= month <= 12:
        month = day = 0
    if not 1 <= day <= 31:
        day = 0
    return Day(year, month, day) if year or month else None


def _integer(value: object) -> int:
    """The whole number that a JSON value means: 6, 6.0, `06`, ` 6`; 0 for all others."""
    if isinstance(value, bool):
        return 0
    if isinstance(value, int):
        return value
    if isinstance(value, str) and len(value) < 12 and value.strip().removeprefix("-").isdecimal():
        return int(value)
    return int(value) if isinstance(value, float) and value.is_integer() else 0


def _season(value: object) -> int:
    from citekit.values.edtf import season

    number = _integer(season(value)) - 20 if isinstance(value, str) and season(value) else _integer(value)
    return number if 1 <= number <= 4 else 0


def is_uncertain(value: object) -> bool:
    """Is the date approximate ("circa")? What `is-uncertain-date` tests."""
    return read(value).is_uncertain


def sort_key(value: object) -> str:
    """Texts that sort as the dates do (CSL 1.0.2, "Sorting"): before Christ first, a year before its months, a range after the day
    that it begins with. `""` for what has no date."""
    date = read(value)
    return key_of(date.first, date.last)


def key_of(first: Day | None, last: Day | None) -> str:
    """The sort key of a range, in which 0 is what is not said."""
    return _key_of(first) + _key_of(last) if first else ""


def _key_of(day: Day | None) -> str:
    return f"{day.year + _BEFORE_ALL:06}{day.month or 3 * day.season:02}{day.day:02}" if day else ""
