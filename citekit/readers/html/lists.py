"""The references a page lists, found by its markup.

First come elements whose class or id names references, and what stands under a heading that does. Where no such place holds
a list of references, any list, table or run of items does of which most look like references by themselves.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise

from citekit.model import Block
from citekit.readers.html.entries import Entry, entries_of, is_only_number, without_bare_numbers, without_surroundings
from citekit.readers.html.page import COINS_MARK, Line, Page, Span
from citekit.readers.html.places import innermost, is_list_heading, lists, named_places
from citekit.readers.text.furniture import is_furniture
from citekit.readers.text.likeness import looks_like_reference, score

_LONGEST = 3000
_DEEPEST = 12


@dataclass(frozen=True, slots=True)
class Listed:
    """The references of a page in its order, the text between them that is none, and the one COinS (with its line) of a
    page that has no other and lists it nowhere: then it is about the page itself."""

    entries: tuple[Entry, ...] = ()
    unused: tuple[Block, ...] = ()
    own_coins: tuple[str, int] | None = None


def listed(page: Page) -> Listed:
    """Finds them; there are no `entries` where the markup tells of none."""
    finder = _Finder(page)
    found = [*finder.read(named_places(page), _mostly_likely)] or [*finder.read(lists(page), _mostly_strict)]
    lone, others = finder.coins_elsewhere(found)
    stretches = sorted([*found, *others], key=lambda stretch: stretch.start)
    entries = tuple(entry for stretch in stretches for entry in stretch.entries)
    return Listed(entries, tuple(block for stretch in stretches for block in stretch.unused), lone)


@dataclass(frozen=True, slots=True)
class _Unit:
    """Lines that may be one reference; `marked` where the markup says that they belong together."""

    start: int
    stop: int
    marked: bool = False


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A list that was read: its lines and what came of them."""

    start: int
    stop: int
    entries: tuple[Entry, ...]
    unused: tuple[Block, ...] = ()


class _Finder:
    """Reads stretches of one page. What is asked often is counted once, so that time stays linear in the page."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.items = [span for span in page.spans if span.kind in ("item", "named item")]
        self.starts = [span.start for span in self.items]
        self.lists = innermost(page, "list")
        self.strict = [0, *accumulate(looks_like_reference(without_surroundings(line.text)) for line in page.lines)]
        self.length = [0, *accumulate(len(line.text) for line in page.lines)]

    def read(self, places: Iterable[Span], is_list: Callable[[Sequence[Entry]], bool]) -> Iterator[_Stretch]:
        """The lists among these places, of which the outer come first. What stands in a list that was read is not read again."""
        around: list[int] = []  # where the places end that this one stands in
        done = 0
        for place in places:
            while around and around[-1] <= place.start:
                around.pop()
            if place.start >= done and len(around) < _DEEPEST and (found := self._stretch(place, is_list)):
                yield found
                done = place.stop
            around.append(place.stop)

    def _stretch(self, place: Span, is_list: Callable[[Sequence[Entry]], bool]) -> _Stretch | None:
        read = [(unit, entries_of(self.page.lines[unit.start : unit.stop])) for unit in self._units(place)]
        # Beside marked items a paragraph has to look like a reference to count at all.
        strict = any(unit.marked and any(map(_is_likely, each)) for unit, each in read)
        counted = [entry for unit, each in read for entry in each if unit.marked or not strict or _is_likely(entry)]
        if not any(map(_is_likely, counted)) or not is_list(counted):
            return None
        read = self._believed(read)
        kept = tuple(without_bare_numbers([entry for _, each in read for entry in each]))
        return _Stretch(place.start, place.stop, kept, tuple(self._unused([unit for unit, _ in read])))

    def _believed(self, read: Sequence[_Read]) -> list[_Read]:
        """Likely references, and other items of lists of which most are likely: of a list of nearly nothing else all, of
        others those with any sign of a reference."""
        groups: dict[Span | None, list[Entry]] = {}
        for unit, each in read:
            if unit.marked:
                groups.setdefault(self.lists[unit.start], []).extend(each)
        least = {group: _least(entries) for group, entries in groups.items()}
        return [
            (unit, each)
            for unit, each in read
            if any(_is_likely(entry, least[self.lists[unit.start]] if unit.marked else 2) for entry in each)
        ]

    def _units(self, place: Span) -> list[_Unit]:
        """What may be a reference: the outermost items that are not themselves lists, and the lines between them."""
        units: list[_Unit] = []
        at = place.start
        for index in range(bisect_left(self.starts, place.start), bisect_left(self.starts, place.stop)):
            item = self.items[index]
            if item.start >= at and item.stop <= place.stop and not self._holds_several(item):
                self._add_lines(units, at, item.start)
                units.append(_Unit(item.start, item.stop, marked=True))
                at = item.stop
        self._add_lines(units, at, place.stop)
        return units

    def _holds_several(self, item: Span) -> bool:
        """A cell of a layout table, an item with a list of its own."""
        strict = self.strict[item.stop] - self.strict[item.start]
        return item.stop - item.start > 1 and (
            strict > 1 or self.length[item.stop] - self.length[item.start] > _LONGEST
        )

    def _add_lines(self, units: list[_Unit], start: int, stop: int) -> None:
        """Each line by itself; a COinS without words and links under their labels go with the reference before them."""
        for index in range(start, stop):
            line = self.page.lines[index]
            if (line.coins or line.links) and _is_of_links(line) and units and units[-1].stop == index:
                units[-1] = replace(units[-1], stop=index + 1)
            elif line.coins or not _is_furniture(line):
                units.append(_Unit(index, index + 1))

    def _unused(self, units: Sequence[_Unit]) -> Iterator[Block]:
        """Lines from the first reference to the last that are in none."""
        for before, after in pairwise(units):
            for line in self.page.lines[before.stop : after.start]:
                if not _is_furniture(line):
                    yield Block("unused", line.text.replace(COINS_MARK, ""), line.number)

    def coins_elsewhere(self, found: Sequence[_Stretch]) -> tuple[tuple[str, int] | None, list[_Stretch]]:
        """COinS outside the lists, each with the item or the line it stands in. A single one that is in no item is the page's own."""
        read = {index for stretch in found for index in range(stretch.start, stretch.stop)}
        around = innermost(self.page, "item", "named item")
        units: list[_Unit] = []
        for index, line in enumerate(self.page.lines):
            if not line.coins or index in read or (units and index < units[-1].stop):
                continue
            item = around[index]
            if item and not self._holds_several(item):
                units.append(_Unit(item.start, item.stop, marked=True))
            elif line.text.strip(COINS_MARK) or index == 0 or index - 1 in read or (units and units[-1].stop == index):
                units.append(_Unit(index, index + 1))
            else:
                units.append(_Unit(index - 1, index + 1))
        if len(units) == 1 and not units[0].marked:
            line = next(line for line in self.page.lines[units[0].start : units[0].stop] if line.coins)
            if len(line.coins) == 1:
                return (line.coins[0], line.number), []
        return None, [
            _Stretch(unit.start, unit.stop, tuple(entries_of(self.page.lines[unit.start : unit.stop])))
            for unit in units
        ]


_Read = tuple[_Unit, list[Entry]]


def _is_furniture(line: Line) -> bool:
    """Headings, numbers and labels beside or between references."""
    return bool(line.level or line.label) or is_list_heading(line) or is_only_number(line.text) or _is_of_links(line)


def _is_of_links(line: Line) -> bool:
    """Labels of links, or what is left between them: no words at all."""
    return is_furniture(line.text) or not any(character.isalnum() for character in line.text)


def _is_likely(entry: Entry, least: int = 2) -> bool:
    return bool(entry.openurl) or score(entry.text) >= least


def _least(entries: Sequence[Entry]) -> int:
    """How many signs of a reference an item of this list needs."""
    likely = sum(map(_is_likely, entries))
    return 0 if likely * 5 >= len(entries) * 4 else 1 if likely * 2 >= len(entries) else 2


def _mostly_likely(entries: Sequence[Entry]) -> bool:
    """For what is called references. A single item has to have more signs of one: `Sources` may head anything."""
    if len(entries) == 1:
        return _is_likely(entries[0], 3)
    return sum(map(_is_likely, entries)) * 2 >= len(entries)


def _mostly_strict(entries: Sequence[Entry]) -> bool:
    """For what is not."""
    return sum(bool(entry.openurl) or looks_like_reference(entry.text) for entry in entries) * 5 >= len(entries) * 3
