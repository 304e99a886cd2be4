"""How more than one style prints a value."""

from __future__ import annotations

from citekit.values.dates import MONTHS, month

MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def month_names(text: str) -> str:
    """`jun` → `June`, `jul-aug` → `July–August`; other text (`Spring`) as it is."""
    months = month(text)
    return "–".join(MONTH_NAMES[MONTHS.index(part)] for part in months.split("-")) if months else text


def ordinal(text: str) -> str:
    """`2` → `2nd`, `11` → `11th`; other text (`Second`, `Rev.`) as it is."""
    if not text.isdecimal():
        return text
    number = int(text)
    last = "th" if 10 < number % 100 < 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{last}"
