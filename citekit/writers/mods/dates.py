"""The date of issue as MODS has it: https://www.loc.gov/standards/mods/userguide/origininfo.html"""

from __future__ import annotations

import re

from citekit.values.edtf import month_numbers
from citekit.writers.told import Told
from citekit.writers.xml import Element, element


def issued(told: Told) -> list[Element | None]:
    """`year`, `month` and `day` as one date, else `date`; a span has a start and an end."""
    year, month, day = (told.reference.get(name) for name in ("year", "month", "day"))
    date = told.reference.get("date")
    if "/" in date and (not year or date.startswith(year)):
        told.held |= {"date", "year"}
        return _span(*date.split("/", 1))
    if not year:
        return [_date("dateIssued", told.take("date"))] if date else []
    told.held.add("year")
    if date.startswith(year):
        told.held.add("date")
    numbers = month_numbers(month)
    if not re.fullmatch(r"\d{4}", year) or not numbers:
        return [_date("dateIssued", date if date.startswith(year) else year)]
    told.held.add("month")
    if len(numbers) > 1:
        return _span(f"{year}-{numbers[0]}", f"{year}-{numbers[1]}")
    if day.isdecimal() and len(day) < 3:
        told.held.add("day")
        return [_date("dateIssued", f"{year}-{numbers[0]}-{day.zfill(2)}")]
    return [_date("dateIssued", f"{year}-{numbers[0]}")]


_W3CDTF = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d\d)?)?")


def _date(name: str, text: str, point: str = "") -> Element | None:
    encoding = "w3cdtf" if _W3CDTF.fullmatch(text) else ""
    return element(
        name, text, attributes={"encoding": encoding, "point": point, "keyDate": "" if point == "end" else "yes"}
    )


def _span(start: str, end: str) -> list[Element | None]:
    return [_date("dateIssued", start, "start"), _date("dateIssued", end if end.strip(".") else "9999", "end")]
