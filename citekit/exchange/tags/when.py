"""The date of a reference as the line-tagged formats write it, and what reading it again gives."""

from __future__ import annotations

import re

from citekit.exchange.tags.dates import SEASON_NAMES, When
from citekit.model import Reference
from citekit.values.dates import MONTHS
from citekit.values.edtf import month_named

_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_RANGE = re.compile(r"(\d{4})/(\d{4}|\.\.)")


def when(reference: Reference) -> When:
    """Year, month, day and what of biblatex's `date` they do not say; in `rest` a date that no line-tagged format can hold."""
    year, month, day, text = (reference.get(name) for name in ("year", "month", "day", "date"))
    month = month if all(part in MONTHS for part in month.split("-")) else ""
    if not text:
        return When(year, month, day if month else "")
    if found := _ISO.fullmatch(text):
        if found[2] and not 1 <= int(found[2]) <= 12:
            season = found[2] in SEASON_NAMES and not found[3]
            return When(year or found[1], month, day, text if season else "", "" if season else text)
        said = When(found[1], month_named(found[2] or ""), str(int(found[3])) if found[3] else "")
        held = year in ("", said.year) and month in ("", said.month) and day in ("", said.day)
        return said if held else When(year, month, day if month else "", rest=text)
    if (found := _RANGE.fullmatch(text)) and year in ("", found[1]) and not month:
        return When(year or found[1], date=text)
    return When(year, month, day if month else "", rest=text)


def month_name(month: str) -> str:
    """`jun` → `Jun`, `jul-aug` → `Jul-Aug`"""
    return "-".join(part.capitalize() for part in month.split("-")) if month else ""


def range_or_season(date: str) -> str:
    """`2001-21` → `Spring`, `1998/1999` → `1998-1999`, `1998/..` → `1998-`"""
    if found := _RANGE.fullmatch(date):
        return f"{found[1]}-{'' if found[2] == '..' else found[2]}"
    return SEASON_NAMES.get(date[5:], "")
