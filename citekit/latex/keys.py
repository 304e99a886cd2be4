"""The keys between one pair of braces."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from citekit.latex.arguments import Closings
from citekit.latex.visible import COMMENT, PRINTED

_BLANK = re.compile(rf"[\s{COMMENT}]*")
_KEY = re.compile(rf"[^\s,{{}}\\#{COMMENT}{PRINTED}]+")
_STOP = re.compile(r"[,{\\]")


@dataclass(frozen=True, slots=True)
class Key:
    """A key as it stands: `item` is where its item of the list begins, before `start` only where the item has a `*`;
    `comma` is the place of the comma before it, `None` for the first item."""

    text: str
    start: int
    item: int
    comma: int | None


def keys_in(text: str, start: int, end: int, closing: Closings) -> Iterator[Key]:
    """The keys of a list with commas between, blanks, line ends and comments around them.

    A member of a group has a star and perhaps notes before its key: `set1,*glashow` (mcite, biblatex §3.9.10),
    `*[{See }][{, p. 3}]key` (REVTeX). What holds a macro, a parameter (`#1`) or blanks inside is no key.
    """
    place: int | None = start
    comma = None
    while place is not None:
        item = _after(_BLANK, text, place, end)
        begin = _after_notes(text, item + 1, closing) if text.startswith("*", item) else item
        key = _KEY.match(text, begin, end)
        if key and text[_after(_BLANK, text, key.end(), end)] in ",}":
            yield Key(key[0], begin, item, comma)
        comma = _next_comma(text, item, end, closing)
        place = None if comma is None else comma + 1


def _after_notes(text: str, place: int, closing: Closings) -> int:
    while text.startswith("[", place):
        end = closing.first.get(place)
        if end is None:
            break
        place = end + 1
    return place


def _next_comma(text: str, place: int, end: int, closing: Closings) -> int | None:
    """The comma that ends this item; those between inner braces do not count."""
    while stop := _STOP.search(text, place, end):
        if stop[0] == ",":
            return stop.start()
        place = closing.first.get(stop.start(), stop.start()) + 1 if stop[0] == "{" else stop.end() + 1
    return None


def _after(pattern: re.Pattern[str], text: str, place: int, end: int) -> int:
    match = pattern.match(text, place, end)
    assert match is not None
    return match.end()
