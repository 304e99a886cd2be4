"""Dates that people write into a field for a year: `1999a`, `c. 1850`, `1998--1999`, `n.d.`; and days of access in words."""

from __future__ import annotations

import re
from typing import Any

from citekit.exchange.csl.dates import item_date
from citekit.exchange.csl.printing.items import Item, without
from citekit.model import Reference
from citekit.values import dates, edtf

_CIRCA = r"(?P<circa>c\.?|ca\.?|circa|um|about|around)?"
_YEARS = re.compile(
    rf"\W{{0,3}}{_CIRCA}\s*(?P<first>\d{{4}})(?P<letter>[a-z])?(?:\s?(?:[-–/]|--)\s?(?P<last>\d{{4}}))?(?P<doubt>\?)?\W{{0,3}}",
    re.IGNORECASE,
)
_NAME = r"[^\W\d_]{3,12}\.?"
_DAYS = re.compile(
    rf"""(?:(?P<month>{_NAME})\s?(?P<from>\d\d?)\s?[-–]+\s?(?:(?P<last_month>{_NAME})\s)?(?P<to>\d\d?)
    |(?P<from_>\d\d?)\s?(?:(?P<first_month>{_NAME})\s?)?[-–]+\s?(?P<to_>\d\d?)\s(?P<month_>{_NAME})),?\s(?P<year>\d{{4}})""",
    re.VERBOSE,
)

_TEX = re.compile(r"[{}\"#~\s,]+")
_DAY = re.compile(rf"(?P<day>\d\d?)(?:st|nd|rd|th)?\.? {_NAME}|{_NAME} (?P<day_>\d\d?)(?:st|nd|rd|th)?")


def with_dates(item: Item, reference: Reference) -> Item:
    """Dates in words as CSL's, where a year can be read; a date that says that there is none (`n.d.`) is left out."""
    made = dict(item)
    if days := _days_in_month(item, reference):
        made["issued"] = days
    if words := _words(item, "issued"):
        found = year_of(words) or days_of(words) or _month_and_year(words, reference.get("year"))
        if not found and not dates.in_words(words):
            return without(made, ("issued",))
        made["issued"] = found or item["issued"]
    if words := _words(item, "accessed"):
        made["accessed"] = day_of(words) or item["accessed"]
    return made


def _days_in_month(item: Item, reference: Reference) -> dict[str, Any]:
    """The days that stand in the field for the month (`{June 4}`, `{Aug 23--Aug 27}`, `"10~" # jan`), which as a value is a month."""
    found = reference.fields.get("month")
    parts = item.get("issued", {}).get("date-parts", [])
    if (
        found is None
        or found.origin is None
        or found.origin.format != "bibtex"
        or len(parts) != 1
        or len(parts[0]) != 2
    ):
        return {}
    words = " ".join(_TEX.sub(" ", found.origin.text).split())
    if not any(sign.isdigit() for sign in words) or len(words) > 40:
        return {}
    if days := days_of(f"{words} {parts[0][0]}"):
        return days if days["date-parts"][0][:2] == parts[0] else {}
    one = _DAY.fullmatch(words)
    day = int(one["day"] or one["day_"]) if one else 0
    return {"date-parts": [[*parts[0], day]]} if 1 <= day <= 31 else {}


def _month_and_year(words: str, year: str) -> dict[str, Any]:
    """`July I 2009`, where the year is one: what can be read of it."""
    years = year_of(year)
    if not years or len(years["date-parts"]) > 1:
        return years
    date = dates.parse(words)
    return item_date(edtf.iso(date)) if date.year and date.month else years


def _words(item: Item, name: str) -> str:
    value = item.get(name)
    return str(value.get("literal", "")) if isinstance(value, dict) else ""


def year_of(words: str) -> dict[str, Any]:
    """`c. 1850` → 1850, circa; `1999a` → 1999; `1998/1999` → a range; `{}` for other words."""
    found = _YEARS.fullmatch(words.strip())
    if not found:
        return {}
    years = [[int(year)] for year in (found["first"], found["last"]) if year]
    circa = found["circa"] or found["doubt"]
    return {"date-parts": years, "circa": True} if circa else {"date-parts": years}


def days_of(words: str) -> dict[str, Any]:
    """The days of a conference: `15–20 April 2007`, `June 30 -- July 2 2008` → a range; `{}` for other words."""
    found = _DAYS.fullmatch(words.strip())
    if not found:
        return {}
    month, year = found["month"] or found["month_"], int(found["year"])
    names = (found["first_month"] or month, found["last_month"] or month)
    days = (found["from"] or found["from_"], found["to"] or found["to_"])
    months = [edtf.month_number(dates.month(name)) for name in names]
    if not all(months) or any(not 1 <= int(day) <= 31 for day in days):
        return {}
    return {"date-parts": [[year, int(number), int(day)] for number, day in zip(months, days, strict=True)]}


def day_of(words: str) -> dict[str, Any]:
    """`12 January 2015`, `20-November-2006`, `2021-04-08T00:39:34Z` → a date of CSL; `{}` where no year can be read."""
    text = words.strip()
    if re.match(r"\d{4}-\d\d-\d\dT", text):
        text = text[:10]
    date = dates.parse(text.replace("-", " ") if re.search("[A-Za-z]", text) else text)
    return item_date(edtf.iso(date)) if date.year else {}
