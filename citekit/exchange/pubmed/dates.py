"""Dates of publication as PubMed writes them (DP, PubDate, MedlineDate): `2018 Apr`, `2000 Nov 4-10`, `1998 Dec-1999 Jan`, `2000 Spring`.

NLM's forms: https://www.nlm.nih.gov/bsd/mms/medlineelements.html#dp
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from citekit.values import dates
from citekit.values.edtf import SEASON_NAMES, iso, month_named, month_number, season

_SEASON_NAMES = {**SEASON_NAMES, "23": "Fall"}
_PART = re.compile(r"(?:(?P<year>\d{4})\b ?)?(?:(?P<word>[^\W\d_]+)\.?)?(?: ?(?P<day>\d{1,2}))?")
_TOGETHER = re.compile(r"(\d{4})[/-]?([01]\d)(?:[/-]?([0-3]\d))?")  # 20170728, 2017/07/28, 2017-07
_EDTF = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


@dataclass(frozen=True, slots=True)
class _Part:
    """One end of a date; `middle` is the number of a month or, from 21, of a season."""

    year: str
    middle: str = ""
    day: str = ""

    @property
    def edtf(self) -> str:
        return "-".join(part for part in (self.year, self.middle, self.day) if part)

    @property
    def month(self) -> str:
        return month_named(self.middle)

    @property
    def words(self) -> tuple[str, str, str]:
        named = _SEASON_NAMES.get(self.middle) or self.month.capitalize()
        return self.year, named, str(int(self.day)) if self.day else ""


def read(text: str) -> dict[str, str]:
    """`year`, `month` and `day`, and `date` (EDTF) for what does not fit them: seasons, and ranges but of months of one year.

    Of a text that is in no form of PubMed's there is what can be found in it.
    """
    said = exact(text)
    if said is not None:
        return said
    found = dates.parse(text)
    return {name: value for name, value in (("year", found.year), ("month", found.month), ("day", found.day)) if value}


def exact(text: str) -> dict[str, str] | None:
    """As `read`, but None where the text is in no form of PubMed's."""
    text = " ".join(text.split())
    if found := _TOGETHER.fullmatch(text):
        return _fields(_Part(found[1], found[2] if "01" <= found[2] <= "12" else "", found[3] or ""), None)
    begin, dash, end = text.partition("-")
    first = _part(begin, None)
    last = _part(end, first) if dash else None
    return _fields(first, last) if first and (last or not dash) else None


def _part(text: str, before: _Part | None) -> _Part | None:
    """One end; what a second end leaves out is as in the first."""
    found = _PART.fullmatch(text.strip())
    year = (found["year"] if found else "") or (before.year if before else "")
    if not found or not year or not text.strip():
        return None
    day = f"{int(found['day']):02}" if found["day"] else ""
    if not found["word"]:
        inherited = before.middle if before and day and not found["year"] else ""
        return _Part(year, inherited, day) if inherited or not day else None
    month = dates.month(found["word"])
    middle = month_number(month) or season(found["word"])
    return _Part(year, middle, day) if middle and (month or not day) else None


def _fields(first: _Part, last: _Part | None) -> dict[str, str]:
    said = {"year": first.year, "month": first.month}
    if last is None or last == first:
        said["day"] = str(int(first.day)) if first.day else ""
        said["date"] = first.edtf if first.middle and not first.month else ""
    elif last.year == first.year and first.month and last.month and not first.day + last.day:
        said["month"] = f"{first.month}-{last.month}"
    else:
        said["date"] = f"{first.edtf}/{last.edtf}"
    return {name: value for name, value in said.items() if value}


def written(fields: Mapping[str, str]) -> str:
    """The date as PubMed writes it, `""` where there is none."""
    ends = [_EDTF.fullmatch(end) for end in fields.get("date", "").split("/")]
    if all(ends) and len(ends) <= 2:
        first, *rest = (_Part(*(part or "" for part in end.groups())) for end in ends if end)
        return _range(first, rest[0]) if rest else _one(first)
    year, months, day = (fields.get(name, "") for name in ("year", "month", "day"))
    named = "-".join(part.capitalize() for part in months.split("-"))
    return " ".join(part for part in (year, named, day if named else "") if part) if year else ""


def edtf(fields: Mapping[str, str]) -> str:
    """`year`, `month` and `day` as one EDTF date, `""` where a month is two."""
    month = fields.get("month", "")
    if "-" in month or not fields.get("year"):
        return ""
    return iso(dates.Date(fields["year"], month, fields.get("day", "")))


def _one(part: _Part) -> str:
    return " ".join(word for word in part.words if word)


def _range(first: _Part, last: _Part) -> str:
    """What the last end has in common with the first from the left is not said again."""
    if (last.year, last.middle) == (first.year, first.middle) and last.day:
        return f"{_one(first)}-{last.words[2]}"
    return f"{_one(first)}-{_one(last if last.year != first.year else _Part('', last.middle, last.day))}"
