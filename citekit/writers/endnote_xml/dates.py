"""The date of a reference in EndNote's two rows: the year, and a date in words beside it."""

from __future__ import annotations

import re
from typing import NamedTuple

from citekit.model import Reference
from citekit.values.dates import MONTHS
from citekit.values.edtf import SEASON_NAMES


class Dated(NamedTuple):
    """The texts of both rows, and the fields that they hold."""

    year: str = ""
    date: str = ""
    held: frozenset[str] = frozenset()


_ENGLISH = "January February March April May June July August September October November December".split()
_BY_MONTH = dict(zip(MONTHS, _ENGLISH, strict=True))
_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?|/(\d{4}))?")


def dated(reference: Reference) -> Dated:
    """`1998/1999` → `1998-1999`; `2009-21` → `2009`, `Spring`; `may`, `20` → `May 20`. Where `year` and `date` differ, `year` counts."""
    year, month, day = (reference.get(name) for name in ("year", "month", "day"))
    found = _DATE.fullmatch(reference.get("date"))
    if found and (not year or year == found[1]):
        if found[4]:
            return Dated(f"{found[1]}-{found[4]}", "", frozenset({"year", "date"}))
        if words := _in_words(found[2], found[3]):
            return Dated(found[1], words, frozenset({"year", "date"}) | _repeated(reference, words))
        year = found[1]
    names = [_BY_MONTH[part] for part in month.split("-") if part in _BY_MONTH]
    held = {"year"} | ({"date"} if found and found[0] == year else set()) | ({"month", "day"} if names else set())
    return Dated(
        year or reference.get("date")[:4], f"{'-'.join(names)} {day}".strip() if names else "", frozenset(held)
    )


def _in_words(number: str | None, day: str | None) -> str:
    """`05`, `20` → `May 20`; `21` → `Spring`."""
    if not number:
        return ""
    month = _ENGLISH[int(number) - 1] if 1 <= int(number) <= 12 else SEASON_NAMES.get(number, "")
    return f"{month} {(day or '').lstrip('0')}".strip()


def _repeated(reference: Reference, words: str) -> frozenset[str]:
    """Month and day where they say what the date says."""
    name = _BY_MONTH.get(reference.get("month"), "")
    told = {"month": name, "day": reference.get("day").lstrip("0")}
    return frozenset(field for field, text in told.items() if text and text in words.split())
