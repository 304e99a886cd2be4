"""Dates in one field, as biblatex has them (manual §2.3.8, which is EDTF), and in BibTeX's `year`, `month` and `day`."""

from __future__ import annotations

import datetime
import re

from citekit.values.dates import MONTHS
from citekit.values.edtf import SEASON_NAMES, month_numbers, season

_YEARS = re.compile(r"(\d{4})\s*(?:--?|–|/)\s*(\d{4}|\d\d|)")  # 1998--1999, 1998/99, 1998--
_CIRCA = re.compile(r"(?:ca?\.?|circa)\s*(\d{4})", re.IGNORECASE)
_POINT = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_MONTHS = re.compile(r"(\d{4})-(\d\d)/\1-(\d\d)")


def one_date(year: str, month: str, day: str) -> str:
    """`2009`, `jun`, `4` → `2009-06-04`; `jul-aug` → `2009-07/2009-08`; `1998--1999` → `1998/1999`; `Spring` → `2009-21`.

    `""` where the parts say no date, or more than a date can: a year in words, a month that is none, a day without its month.
    """
    if not year.isdecimal() or len(year) != 4:
        return "" if month or day else _years(year)
    if not month:
        return "" if day else year
    if number := season(month):
        return "" if day else f"{year}-{number}"
    numbers = month_numbers(month)
    if len(numbers) != len(month.split("-")):
        return ""
    if len(numbers) == 2:
        return "" if day or numbers[0] >= numbers[1] else f"{year}-{numbers[0]}/{year}-{numbers[1]}"
    return _day(int(year), int(numbers[0]), day) if day else f"{year}-{numbers[0]}"


def _years(text: str) -> str:
    if circa := _CIRCA.fullmatch(text):
        return f"{circa[1]}~"
    if not (found := _YEARS.fullmatch(text)):
        return ""
    first, last = found.groups()
    last = first[: 4 - len(last)] + last if last else ""
    return f"{first}/{last}" if not last or last > first else ""


def _day(year: int, month: int, day: str) -> str:
    try:
        return datetime.date(year, month, int(day)).isoformat()
    except ValueError:  # no number, or no such day
        return ""


def parts(date: str) -> tuple[dict[str, str], bool]:
    """What `year`, `month` and `day` can say of a date, and whether that is all of it; the inverse of `one_date`."""
    if found := _POINT.match(date):
        year, number, day = found.groups()
        said = {"year": year}
        if number in SEASON_NAMES:
            said["month"] = SEASON_NAMES[number]
        elif number and 1 <= int(number) <= 12:
            said["month"] = MONTHS[int(number) - 1]
            said |= {"day": str(int(day))} if day else {}
        if found.end() == len(date):
            return said, True
        if months := _MONTHS.fullmatch(date):
            numbers = [int(months[2]), int(months[3])]
            if 1 <= numbers[0] < numbers[1] <= 12:
                return {"year": year, "month": "-".join(MONTHS[number - 1] for number in numbers)}, True
        if years := re.fullmatch(r"(\d{4})/(\d{4}|\.\.|)", date):
            return {"year": f"{year}--{years[2].strip('.')}"}, True
        return said, False
    return {}, False
