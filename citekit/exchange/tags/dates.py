"""Dates of the line-tagged formats: RIS's `2009/06/04/Summer`, Web of Science's `JUN 14`, free text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from citekit.exchange.tags.collected import Collected, Said
from citekit.model import Origin
from citekit.values import dates, edtf
from citekit.values.edtf import month_named
from citekit.values.markup import plain

_WHOLE_WORDS = {"spr": "spring", "sum": "summer", "aut": "autumn", "fal": "fall", "win": "winter"}
_SEASON = re.compile(r"\b(?:spr(?:ing)?|sum(?:mer)?|aut(?:umn)?|fall?|win(?:ter)?)\b", re.IGNORECASE)
SEASON_NAMES = {**edtf.SEASON_NAMES, "23": "Fall"}
_SLASHES = re.compile(r"(\d{4})?\s*/\s*([^/]{0,40}?)\s*(?:/\s*(\d{0,2})\s*(?:/(.*))?)?")
_TOGETHER = re.compile(r"(\d{4})(\d\d)(\d\d)")
_YEARS = re.compile(r"(\d{4})\s*[-–/]\s*(\d{4}|\d\d)?")
_MONTH_FIRST = re.compile(r"(\d\d)\s+(\d{4})")  # Inspec's `07 2006`


@dataclass(frozen=True, slots=True)
class When:
    """`month` is `jun` or `jul-aug`. `date` is EDTF for what does not fit the others: `1998/1999`, `2001-21` (spring), `1998/..`.

    `rest` is what stood there besides and is not understood.
    """

    year: str = ""
    month: str = ""
    day: str = ""
    date: str = ""
    rest: str = ""

    @property
    def parts(self) -> int:
        return sum(map(bool, (self.year, self.month, self.day, self.date)))


def read(text: str) -> When:
    """The date in a text; all in `rest` where there is none. The year may be missing (`JUN 14`)."""
    text = text.strip()
    if found := _SLASHES.fullmatch(text):
        when = _slashed(*(part or "" for part in found.groups()))
        if when:
            return when
    if found := _TOGETHER.fullmatch(text):
        return When(found[1], month_named(found[2]), _day(found[3]))
    if found := _MONTH_FIRST.fullmatch(text):
        return When(found[2], month_named(found[1]))
    if (found := _YEARS.fullmatch(text)) and (last := _last_year(found[1], found[2])) is not None:
        return When(found[1], date=f"{found[1]}/{last}")
    return _free(text)


def _slashed(year: str, month: str, day: str, other: str) -> When | None:
    named = month_named(month) if month.isdecimal() else dates.month(month)
    if month.strip("0") and not named:
        if month.isdecimal():
            return None  # 1998/1999
        other = f"{month} {other}".strip()
    more = _free(other.strip(" /")) if other.strip(" /") else When()
    date = f"{year}-{more.date}" if year and more.date and not named else ""
    rest = "" if date or (more.month and not more.rest) else other.strip(" /")
    return When(year, named or more.month, (_day(day) if named else "") or more.day, date, rest)


def _free(text: str) -> When:
    """Free text: `2006 May-Jun`, `JUN 14`, `Spring 2001`. Without a year a season is its number alone."""
    found = dates.parse(text)
    if not found.year and any(map(str.isalpha, text)) and not re.search(r"\d{3}", text):
        found = dates.parse(f"{text} 2000")
        found = dates.Date("", found.month, found.day)
    if found.month or not (season := _SEASON.search(text)):
        return When(found.year, found.month, found.day, rest="" if found.year or found.month else text)
    number = edtf.season(_WHOLE_WORDS[season[0][:3].lower()])
    return When(found.year, date=f"{found.year}-{number}" if found.year else number)


def _last_year(first: str, last: str | None) -> str | None:
    """The end of a range of years, `..` for an open one; `None` when it is none (`2001-02` may be February)."""
    if last is None:
        return ".."
    return last if len(last) == 4 and last > first else None


def _day(text: str) -> str:
    return str(int(text)) if text.isdecimal() and 1 <= int(text) <= 31 else ""


def iso(text: str) -> str:
    """A whole date as `2009-06-04`, or what there is of it; `""` where there is no year."""
    when = read(text)
    return edtf.iso(dates.Date(when.year, when.month, when.day)) if when.year else ""


# ---------------------------------------------------------------- tags to fields


_STEP = re.compile(r"(?:received|accepted|revised|submitted|retrieved)\b.*", re.IGNORECASE)  # 2013/02/15/received
_FORM = re.compile(r"print|online|epub", re.IGNORECASE)  # Nature's 2012/05/17/print


def date(collected: Collected, said: Said, years: Sequence[str], days: Sequence[str]) -> None:
    """The date of issue: the year from the first of the tags in `years` that has one, month and day from the first in `days` that
    says most of that year. What says something else is kept."""
    read_all = [(each, read(plain(each.text))) for each in said]
    known = [(each, when) for each, when in read_all if when.parts and not _STEP.match(when.rest)]
    if not known:
        for each in said:
            collected.keep(each)
        return
    by_year = sorted(known, key=lambda one: years.index(one[0].name))
    year = next((when.year for _, when in by_year if when.year), "")
    fitting = sorted((one for one in known if one[1].year in ("", year)), key=lambda one: days.index(one[0].name))
    fullest = max(fitting, key=lambda one: one[1].parts - bool(one[1].year), default=by_year[0])
    _put(collected, fullest[1], year, fullest[0], next((each for each, when in by_year if when.year), fullest[0]))
    for each, when in read_all:
        if not _is_told(collected, when):
            collected.keep(each)


def _put(collected: Collected, when: When, year: str, said: Origin, year_said: Origin) -> None:
    collected.put("year", year, year_said)
    collected.put("month", when.month, said)
    collected.put("day", when.day if when.month else "", said)
    if when.date and len(when.date) == 2:
        collected.put("date", f"{year}-{when.date}" if year else "", said)
    else:
        collected.put("date", when.date, said)


def _is_told(collected: Collected, when: When) -> bool:
    """Does the record say all of this already?"""
    told = {name: collected.get(name) for name in ("year", "month", "day")}
    said = {"year": when.year, "month": when.month, "day": when.day}
    understood = not when.rest or _FORM.fullmatch(when.rest) is not None
    return understood and all(not text or told[name] == text for name, text in said.items())


def access_date(collected: Collected, name: str, said: Said) -> None:
    """When an address was visited, as `2009-06-04`."""
    for each in said:
        if found := iso(plain(each.text)):
            collected.put("urldate", found, each)
        else:
            collected.keep(each)
