from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.checking.bibliography import Bibliography
from citekit.checking.finding import Rule, Spot
from citekit.checking.wording import quoted

_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_OLD = re.compile(r"\d{1,3}|(?:ca?\.|circa)?\s*\d{1,4}\s*(?:BCE?|CE|AD)|-\d{1,4}|.*\bcentury\b.*", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")
_EARLIEST_BARE = 200


def _look(bibliography: Bibliography) -> Iterator[Spot]:
    for entry in bibliography.entries:
        year = entry.get("year").strip("{} ")
        if not year or _YEAR.search(year):
            continue
        if not _DIGITS.search(year) or (_OLD.fullmatch(year) and not _is_short(year)):
            continue  # in press, n.d., 44 BC, 865
        yield Spot(entry.by_name["year"].at, f"{quoted(year)} is no year; write all four digits", entry.key)


def _is_short(year: str) -> bool:
    """`98`, `9`: the end of a year, not one of long ago."""
    return year.isdecimal() and int(year) < _EARLIEST_BARE


RULE = Rule("year", "warning", "A year that is none, as 98 or 20009.", _look)
