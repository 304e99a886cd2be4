"""How years, months and days are written (CSL 1.0.2, "Date-part")."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from citekit.csl.dates.value import Day
from citekit.csl.element import Element
from citekit.csl.locales import Locale
from citekit.csl.workshop import Dressing, Workshop

LEVELS = {"year": 0, "month": 1, "day": 2}
"""Which part is greater than which."""

Writing = Callable[[Day], str]


@dataclass(frozen=True, slots=True)
class Part:
    """A compiled cs:date-part."""

    level: int
    range_delimiter: str
    text: Writing
    """Without formatting; `""` where the date does not say this part."""
    dress: Dressing
    dress_start: Dressing
    """At the end of a range's first half, where there is no suffix."""
    dress_end: Dressing
    """At the beginning of a range's second half, where there is no prefix."""


def compiled(element: Element, workshop: Workshop) -> Part | None:
    """None for a cs:date-part that CSL does not know."""
    name = element.get("name")
    if name not in LEVELS:
        return None
    return Part(
        LEVELS[name],
        element.get("range-delimiter", "–"),
        lru_cache(maxsize=1024)(_WRITINGS[name](element.get("form"), workshop.locale)),
        workshop.dressing(element),
        workshop.dressing(_without(element, "suffix")),
        workshop.dressing(_without(element, "prefix")),
    )


def _without(element: Element, attribute: str) -> Element:
    kept = {name: value for name, value in element.attributes.items() if name != attribute}
    return Element(element.name, kept, element.children, element.text, element.line)


def _year(form: str, locale: Locale) -> Writing:
    """Years before 1000 are told by their era."""
    after, before = locale.term("ad") or "", locale.term("bc") or ""

    def year(day: Day) -> str:
        number = day.year
        if number >= 1000:
            return f"{number % 100:02}" if form == "short" else str(number)
        return f"{number}{after}" if number > 0 else f"{-number}{before}" if number else ""

    return year


def _month(form: str, locale: Locale) -> Writing:
    """The names of seasons stand in place of those of months; there are no numbers of seasons."""
    if form == "numeric":
        return lambda day: str(day.month) if day.month else ""
    if form == "numeric-leading-zeros":
        return lambda day: f"{day.month:02}" if day.month else ""
    named = form or "long"

    def month(day: Day) -> str:
        name = f"month-{day.month:02}" if day.month else f"season-{day.season:02}"
        return locale.term(name, named) or ""

    return month


def _day(form: str, locale: Locale) -> Writing:
    def ordinal(day: Day) -> str:
        if not day.day or (locale.limit_day_ordinals and day.day != 1):
            return str(day.day or "")
        return locale.ordinal(day.day, locale.gender(f"month-{day.month:02}"))

    if form == "ordinal":
        return ordinal
    if form == "numeric-leading-zeros":
        return lambda day: f"{day.day:02}" if day.day else ""
    return lambda day: str(day.day or "")


_WRITINGS: dict[str, Callable[[str, Locale], Writing]] = {"year": _year, "month": _month, "day": _day}
