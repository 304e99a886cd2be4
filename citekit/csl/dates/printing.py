"""cs:date as a node (CSL 1.0.2, "Date", "Localized Date Formats" and "Date Ranges")."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from citekit.csl.dates import parts
from citekit.csl.dates.parts import LEVELS, Part
from citekit.csl.dates.value import Date, Day, key_of, read
from citekit.csl.element import Element
from citekit.csl.field_text import marked
from citekit.csl.rendering import Node, Rendering
from citekit.csl.workshop import Dressing, Workshop

_SHOWN = {"year": {"year"}, "year-month": {"year", "month"}}
_BETWEEN = " /-,"
"""What a part of a localized date has behind it for the sake of the next one."""


def compiled(element: Element, workshop: Workshop) -> Node:
    """The node of a cs:date. Words in place of a date are printed where the year would be; in a sort key the parts that are shown
    are written so that they sort."""
    variable = element.get("variable")
    printer = _Printer(element, workshop)

    def node(rendering: Rendering) -> str:
        rendering.called = True
        value = rendering.item.get(variable)
        if not value or variable in rendering.silent:
            return ""
        date = read(value)
        said = printer.sort_key(date) if rendering.sorting else printer.printed(date, rendering)
        if said:
            rendering.filled = rendering.begun = True
        return said

    return node


class _Printer:
    """Prints the dates of one cs:date."""

    __slots__ = ("_delimiter", "_dress", "_is_localized", "_known_day", "_levels", "_parts", "_suffixes")

    def __init__(self, element: Element, workshop: Workshop) -> None:
        self._is_localized = bool(element.get("form"))
        pattern = _localized(element, workshop) if self._is_localized else element
        said = [part for child in pattern.all("date-part") if (part := parts.compiled(child, workshop))]
        self._parts = said
        self._levels = sorted({part.level for part in said})
        self._delimiter = pattern.get("delimiter")
        self._suffixes = not workshop.options.year_suffix_is_placed
        outer = workshop.dressing(element)
        inner = workshop.dressing(pattern) if pattern is not element else None
        self._known_day = lru_cache(maxsize=1024)(lambda day: self._one(day, Rendering({})))
        self._dress: Dressing = (lambda text: outer(inner(text))) if inner else outer

    def printed(self, date: Date, rendering: Rendering) -> str:
        if date.words:
            return self._dress(marked(date.words)) if 0 in self._levels else ""
        if not date.first or not self._parts:
            return ""
        if date.last or date.is_open:
            return self._dress(self._range(date.first, date.last, rendering))
        if rendering.year_suffix:
            return self._one(date.first, rendering)
        return self._known_day(date.first)

    def _one(self, day: Day, rendering: Rendering) -> str:
        said = self._delimiter.join(self._each(self._parts, day, rendering))
        return self._dress(said.rstrip(_BETWEEN) if self._is_localized else said)

    def sort_key(self, date: Date) -> str:
        return key_of(self._shown(date.first), self._shown(date.last))

    def _shown(self, day: Day | None) -> Day | None:
        """The parts of the day that this cs:date prints."""
        if not day:
            return None
        has = self._levels
        month, season = (day.month, day.season) if 1 in has else (0, 0)
        return Day(day.year if 0 in has else 0, month, day.day if 2 in has else 0, season)

    def _each(self, among: Sequence[Part], day: Day, rendering: Rendering) -> list[str]:
        return [part.dress(self._text(part, day, rendering)) for part in among if part.text(day)]

    def _text(self, part: Part, day: Day, rendering: Rendering) -> str:
        """The letter of 2009a stands behind the first year of an entry."""
        text = part.text(day)
        if part.level == 0 and rendering.year_suffix and self._suffixes:
            text += rendering.year_suffix
            rendering.year_suffix = ""
        return text

    def _range(self, first: Day, last: Day | None, rendering: Rendering) -> str:
        """Parts greater than the greatest one that differs are printed once: `10–23 August 2003`."""
        if last is None:
            start = self._start(self._parts, first, rendering)
            return start + self._range_delimiter(self._levels[0]) if start else ""
        level = self._differing(first, last)
        if level is None:
            return self._delimiter.join(self._each(self._parts, first, rendering))
        low, high = self._doubled(level, first, last)
        before = self._each(self._parts[:low], first, rendering)
        start = self._start(self._parts[low:high], first, rendering)
        end = self._end(self._parts[low:high], last, rendering)
        after = self._each(self._parts[high:], last, rendering)
        return self._delimiter.join([*before, start + self._range_delimiter(level) + end, *after])

    def _differing(self, first: Day, last: Day) -> int | None:
        """The greatest part that differs; where one date does not say it, the one above it (`4 June–June 1999`)."""
        for place, level in enumerate(self._levels):
            ends = _at(level, first), _at(level, last)
            if ends[0] != ends[1]:
                return level if all(map(any, ends)) else self._levels[max(0, place - 1)]
        return None

    def _doubled(self, level: int, first: Day, last: Day) -> tuple[int, int]:
        """Where the parts that are printed for both dates begin and end: those of this level and below, or all where a greater
        one stands among them."""
        said = [place for place, part in enumerate(self._parts) if part.text(first) or part.text(last)]
        differing = [place for place in said if self._parts[place].level >= level]
        if not differing or any(
            self._parts[place].level < level for place in said if differing[0] < place < differing[-1]
        ):
            return 0, len(self._parts)
        return differing[0], differing[-1] + 1

    def _start(self, among: Sequence[Part], day: Day, rendering: Rendering) -> str:
        """The first half of a range, without the suffix that would stand before the delimiter."""
        said = [part for part in among if part.text(day)]
        last = [part.dress_start(self._text(part, day, rendering)) for part in said[-1:]]
        return self._delimiter.join([*self._each(said[:-1], day, rendering), *last])

    def _end(self, among: Sequence[Part], day: Day, rendering: Rendering) -> str:
        """The second half of a range, without the prefix that would stand behind the delimiter."""
        said = [part for part in among if part.text(day)]
        first = [part.dress_end(self._text(part, day, rendering)) for part in said[:1]]
        return self._delimiter.join([*first, *self._each(said[1:], day, rendering)])

    def _range_delimiter(self, level: int) -> str:
        return next(part.range_delimiter for part in self._parts if part.level == level)


def _at(level: int, day: Day) -> tuple[int, ...]:
    return ((day.year,), (day.month, day.season), (day.day,))[level]


def _localized(element: Element, workshop: Workshop) -> Element:
    """The locale's date format with the parts that `date-parts` asks for, and with what the element says about them itself."""
    pattern = workshop.locale.date_format(element.get("form")) or Element("date")
    shown = _SHOWN.get(element.get("date-parts"), LEVELS.keys())
    own = {part.get("name"): part.attributes for part in element.all("date-part")}
    kept = [part for part in pattern.all("date-part") if part.get("name") in shown]
    said = [Element("date-part", {**part.attributes, **own.get(part.get("name"), {})}) for part in kept]
    return Element("date", pattern.attributes, said)
