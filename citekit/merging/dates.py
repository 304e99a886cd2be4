"""biblatex's `date` beside BibTeX's `year`, `month` and `day`."""

from __future__ import annotations

import re

from citekit.merging.copies import plain
from citekit.model import Field, Reference
from citekit.values import dates

_DAY_OR_LESS = re.compile(r"\d{4}(?:-\d\d){0,2}")


def is_day_or_less(text: str) -> bool:
    """Is this `date` a day, a month or a year: nothing that year, month and day cannot tell?"""
    return bool(_DAY_OR_LESS.fullmatch(text))


def one_date(fields: dict[str, Field], winner: Reference) -> dict[str, Field]:
    """The fields with the date told in one way: that of the winner, where it tells all.

    A `date` that is more than a day (`2009/2010`) stays beside the year, since it says something else.
    """
    if "date" not in fields or "year" not in fields:
        return fields
    date = fields["date"]
    text = plain(date.value)
    if not is_day_or_less(text):
        return fields
    told = dates.parse(text)
    parts = {name: getattr(told, name) for name in ("year", "month", "day") if getattr(told, name)}
    if any(name in fields and fields[name].value != part for name, part in parts.items()):
        return fields
    if "date" in winner.fields and not any(name in fields and name not in parts for name in ("month", "day")):
        return {name: field for name, field in fields.items() if name not in ("year", "month", "day")}
    whole = {name: Field(part, date.origin) for name, part in parts.items()}
    return whole | {name: field for name, field in fields.items() if name != "date"}
