"""Zotero's `date`, which is any text, and our `year`, `month`, `day` and `date`, both ways."""

from __future__ import annotations

import re
from collections.abc import Mapping

from citekit.values.dates import MONTHS, month, parse
from citekit.values.edtf import month_numbers

Dated = Mapping[str, str]
"""Some of the fields `year`, `month`, `day`, `date` and `zotero-date`."""

PARTS = ("year", "month", "day", "date", "zotero-date")

_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:T[\d:.]+Z?)?")  # 2009, 2009-06, 2009-06-04, 2009-00-00
_MONTHS = re.compile(r"(\d{4})-(\d\d)/\1-(\d\d)")  # 2009-07/2009-08
_NUMBERS = re.compile(r"(0?[1-9]|1[0-2])[/.-](\d{4})")  # 06/2009
# EDTF level 1: 2009/2010, 2009-06-04/2009-06-08, 2009/.., 2009-21, 1900~, 199X, -0044
_EDTF = re.compile(
    r"(?:\.\.)?/?-?[\dXu]{4}(?:-[\dXu]{2}){0,2}[~?%]?(?:/(?:\.\.|-?[\dXu]{4}(?:-[\dXu]{2}){0,2}[~?%]?)?)?"
)
_YEAR = re.compile(r"\d{4}")
_WORD = re.compile(r"[^\W_]+")
_AROUND = frozenset("de del of le den the st nd rd th er".split())


def read_date(text: str) -> dict[str, str]:
    """`June 4, 2009` → year, month, day; `2009/2010` → `date` and its first year; `Spring 2009` → the year, and `zotero-date` as it
    stands, since more is said there; `00/00/2009` → the year."""
    text = " ".join(text.split())
    if iso := _ISO.fullmatch(text):
        return _of_numbers(*(part or "" for part in iso.groups()))
    if (span := _MONTHS.fullmatch(text)) and all(1 <= int(part) <= 12 for part in span.groups()[1:]):
        return {"year": span[1], "month": "-".join(MONTHS[int(part) - 1] for part in span.groups()[1:])}
    if numbers := _NUMBERS.fullmatch(text):
        return {"year": numbers[2], "month": MONTHS[int(numbers[1]) - 1]}
    if _EDTF.fullmatch(text):
        year = _YEAR.search(text)
        return ({"year": year[0]} if year and not text.startswith(("-", "/", "..")) else {}) | {"date": text}
    said = parse(text)
    found = {name: value for name, value in (("year", said.year), ("month", said.month), ("day", said.day)) if value}
    return found if found and _is_all(text, said.year, said.day) else found | ({"zotero-date": text} if text else {})


def _of_numbers(year: str, month_: str, day: str) -> dict[str, str]:
    number = int(month_ or 0)
    if number > 12:
        return {"year": year, "date": f"{year}-{month_}" if not day else f"{year}-{month_}-{day}"}  # seasons: 21 to 24
    found = {"year": year}
    if number:
        found["month"] = MONTHS[number - 1]
        if int(day or 0):
            found["day"] = str(int(day))
    return found


def _is_all(text: str, year: str, day: str) -> bool:
    """Does the text say no more than the parts that were found in it?"""
    return all(
        word == year or word.lstrip("0") in ("", day) or (word.isalpha() and month(word)) or word.lower() in _AROUND
        for word in _WORD.findall(re.sub(r"(?<=\d)(?:st|nd|rd|th|er)\b", "", text))
    )


def write_date(said: Dated) -> tuple[str, dict[str, str]]:
    """The date for Zotero, ISO 8601 wherever that can be, and what it does not say of the fields."""
    if not any(said.get(part) for part in PARTS):
        return "", {}
    text = _text(said)
    told = read_date(text) if text else {}
    left = {
        part: value
        for part in PARTS[:-1]
        if (value := said.get(part)) and told.get(part) != value and not (part == "date" and _iso(told) == value)
    }
    return text, left


def _text(said: Dated) -> str:
    verbatim, whole = said.get("zotero-date", ""), said.get("date", "")
    if verbatim and {**read_date(verbatim), "zotero-date": verbatim} == {
        part: said[part] for part in PARTS if said.get(part)
    }:
        return verbatim
    year = said.get("year", "")
    return whole if whole and (not year or whole.startswith(year)) else _iso(said) or year


def _iso(said: Dated) -> str:
    """`2009-06-04`, or as much of it as is known; `2009-07/2009-08` for an issue of two months."""
    year, day = said.get("year", ""), said.get("day", "")
    if not re.fullmatch(r"\d{4}", year):
        return ""
    numbers = month_numbers(said.get("month", ""))
    if len(numbers) == 2:
        return f"{year}-{numbers[0]}/{year}-{numbers[1]}"
    if not numbers:
        return year
    return f"{year}-{numbers[0]}-{int(day):02}" if re.fullmatch(r"[1-9]|[12]\d|3[01]", day) else f"{year}-{numbers[0]}"


def read_accessed(text: str) -> str:
    """`2014-06-12T21:28:55Z`, `2014-06-12 21:28:55` → `2014-06-12`; anything else as it stands."""
    found = re.match(r"(\d{4}-\d\d-\d\d)(?:[T ]\d\d:\d\d|$)", text.strip())
    return found[1] if found else text.strip()


def is_day(text: str) -> bool:
    """Zotero takes nothing but ISO 8601 for `accessDate`."""
    return bool(re.fullmatch(r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])", text))
