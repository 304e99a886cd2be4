"""The numbers of dates in EDTF, which is ISO 8601 with more (https://www.loc.gov/standards/datetime/): months 01 to 12, seasons 21 to 24."""

from __future__ import annotations

from citekit.values.dates import MONTHS, Date

SEASON_NAMES = {"21": "Spring", "22": "Summer", "23": "Autumn", "24": "Winter"}
_SEASONS = {"spring": "21", "summer": "22", "autumn": "23", "fall": "23", "winter": "24"}
_MONTHS = {name: f"{number:02}" for number, name in enumerate(MONTHS, 1)}
_NAMES = {number: name for name, number in _MONTHS.items()}


def season(word: str) -> str:
    """`Spring` → `21`, `Fall` and `autumn` → `23`; `""` for what is no season."""
    return _SEASONS.get(word.lower(), "")


def month_number(month: str) -> str:
    """`jun` → `06`; `""` for `jul-aug` and what is no month."""
    return _MONTHS.get(month, "")


def month_numbers(months: str) -> list[str]:
    """`jul-aug` → `07`, `08`, without those that are no months."""
    return [_MONTHS[month] for month in months.split("-") if month in _MONTHS]


def month_named(number: str) -> str:
    """`06` and `6` → `jun`; `""` for what is no number of a month."""
    return _NAMES.get(number.zfill(2), "")


def iso(date: Date) -> str:
    """`2009-06-04`, as much of it as there is; of an issue of two months the year."""
    month = month_number(date.month)
    return "-".join(part for part in (date.year, month, date.day.zfill(2) if date.day and month else "") if part)


def whole_day(date: Date) -> str:
    """`2009-06-04`, or `""` where year, month or day is missing."""
    return iso(date) if date.year and date.day and month_number(date.month) else ""
