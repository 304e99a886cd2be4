"""The date of issue: CSL's one date, and our `year`, `month`, `day` and `date`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from citekit.exchange.csl.dates import NUMBER, canonical, edtf, item_date, parsed, season_of
from citekit.values import dates
from citekit.values.dates import MONTHS


def issue_fields(text: str) -> dict[str, str]:
    """`year`, `month` and `day` of a date of issue, and `date` where they do not say it all.

    `2009-06-04` → year 2009, month jun, day 4; `2009-07/2009-08` → year 2009, month jul-aug; `2009-21` → year 2009 and the `date`;
    `June 2009` → year and month; `in press` → year. `{}` where the text says that there is no date (`n.d.`).
    """
    found = parsed(text)
    if found is None:
        return _in_words(text)
    points, circa = found
    first, last = points[0], points[-1]
    whole = not circa and first[0] > 0 and first[0] < 10_000 and len(first) > 1 and first[1] <= 12
    if (
        whole
        and first[:1] == last[:1]
        and len(first) == len(last) == 2
        and len(points) == 2
        and first[1] < last[1] <= 12
    ):
        return {"year": str(first[0]), "month": f"{MONTHS[first[1] - 1]}-{MONTHS[last[1] - 1]}"}
    if len(points) == 1 and (whole or (len(first) == 1 and not circa and 0 < first[0] < 10_000)):
        names = {"month": MONTHS[first[1] - 1]} if len(first) > 1 else {}
        return {"year": str(first[0]), **names, **({"day": str(first[2])} if len(first) > 2 else {})}
    return {"year": str(first[0] or last[0]), "date": text.strip()}


def _in_words(text: str) -> dict[str, str]:
    date = dates.parse(text)
    said = {"year": date.year, "month": date.month, "day": date.day} if date.year else {"year": dates.in_words(text)}
    return {name: value for name, value in said.items() if value}


def _of_words(text: str) -> dict[str, str]:
    said = _in_words(text)
    return {name: said.get(name, "") for name in ("year", "month", "day", "date")}


def issued(year: str, month: str, day: str, date: str) -> dict[str, Any] | None:
    """CSL's date of these fields, `None` where they are empty. `date` counts if it can be read and is of the same year."""
    found = parsed(date) if date else None
    if date and (not year or (found and str(found[0][0][0] or found[0][-1][0]) == year)):
        return item_date(date) if found else issued(**_of_words(date)) or item_date(date)
    if not year:
        return None
    months = [MONTHS.index(each) + 1 for each in dates.month(month).split("-") if each]
    number = NUMBER.fullmatch(year.strip())
    season = season_of(month) if month and not months else 0
    if not number or not int(year) or (month and not months and not season):
        return {"literal": " ".join(part for part in (day, month, year) if part)}
    if season:
        return {"date-parts": [[int(year)]], "season": season - 20}
    days = [int(day)] if day.isdecimal() and 1 <= int(day[:4]) <= 31 and len(months) == 1 else []
    return {"date-parts": [[int(year), each, *days] for each in months] or [[int(year)]]}


def says_all(found: Mapping[str, str], text: str) -> bool:
    """Do these fields say all that the text of a date says?"""
    made = issued(*(found.get(name, "") for name in ("year", "month", "day", "date")))
    if made is None or edtf(made) == canonical(text):
        return made is not None
    words = re.findall(r"\w+", text.lower())
    known = {found.get("year", ""), found.get("day", ""), found.get("day", "").zfill(2)}
    return parsed(text) is None and all(word in known or dates.month(word) == found.get("month") for word in words)
