"""Numbered lists: `1. Smith …`, `[1] Smith …`, `(a) Smith …`, one under the other or all on one line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from citekit.readers.text.furniture import without_arrows, without_furniture
from citekit.readers.text.items import Item, ends_list, is_heading, joined
from citekit.readers.text.likeness import (
    UPPER,
    is_dated,
    may_end,
    score,
    starts_like_reference,
    starts_with_author,
    worth,
)
from citekit.readers.text.running import Line


@dataclass(frozen=True, slots=True)
class Mark:
    """A list number at the head of a line, and the text behind it."""

    index: int  # into the lines
    number: int
    rest: str
    bare: bool = False  # in a list `1.` … `9.`, a `10` without its point
    head: int = -1  # where the item begins, if a line above holds nothing but its number

    @property
    def start(self) -> int:
        return self.index if self.head < 0 else self.head


_BULLET = r"[•●*-]?\s*"
PATTERNS = {
    "[n]": re.compile(rf"{_BULLET}\[(\d{{1,4}})\]\s*"),  # [12] Smith
    "(n)": re.compile(rf"{_BULLET}\((\d{{1,3}})\)\s*"),  # (12) Smith
    "n.": re.compile(
        rf"{_BULLET}(\d{{1,4}})\s*[.)](?:\1[.)])?(?:\s+|(?=[^\d\s])|$)"
    ),  # 12. Smith   12.Smith   12)   12.12. Smith
    "n ": re.compile(r"(\d{1,3})\s+(?=[^\W\d_a-zà-ÿ])"),  # 12 Smith
    "nA": re.compile(rf"(\d{{1,3}})(?=[{UPPER}][\w.])"),  # 12Smith, from a superscript
    "n": re.compile(r"(\d{1,4})$"),  # a number on a line of its own
    "(a)": re.compile(r"\(?([a-z])[.)]\s+"),  # (a) Smith   a) Smith
    "(i)": re.compile(r"\(?([ivxl]{1,7})[.)]\s+"),  # (iv) Smith   iv. Smith
}
_DIGITS, _BULLETS, _LETTERS = "0123456789", "•●*- ", "abcdefghijklmnopqrstuvwxyz"
# What a line with a mark can begin with: most lines are done with when that is looked at.
_FIRST = {
    "[n]": _BULLETS + "[", "(n)": _BULLETS + "(", "n.": _BULLETS + _DIGITS, "n ": _DIGITS, "nA": _DIGITS, "n": _DIGITS,
    "(a)": "(" + _LETTERS, "(i)": "(ivxl",
}  # fmt: skip
_STRICT = frozenset({"nA", "n", "(a)", "(i)"})  # read as list numbers only where the whole run is references
_LESS = 0.8  # what such a list is worth beside one with plain numbers
# Ibid.   Ibid., 12   King 2003, p. 41.   Smith, op. cit., 7
_SHORT_CITE = re.compile(
    rf"(?:Ibid|Ebd|Ebenda|Idem|Id\.)|[{UPPER}][^.\d]{{1,60}} (?:(?:1[5-9]|20)\d\d[a-z]?, (?:pp?|S)\. ?\d|,? ?(?:op|loc|a)\. ?(?:cit|a)\.)"
)
# The page's number and the browser's: `1. 1. Smith`, `1. [1] Smith`, `1. 1 Smith`, `1. 1Smith`
_AGAIN = re.compile(rf"[\[(]?(\d{{1,4}})(?:[\]).]+(?:\s+|(?=[^\d\s])|$)|\s+|(?=[{UPPER}][\w.])|$)")
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}
_LARGEST_GAP = 10


def numbered(lines: Sequence[Line], schemes: Sequence[str] = tuple(PATTERNS)) -> list[Item]:
    """All runs 1, 2, 3 … of the one numbering scheme that finds most references. Empty if there is none."""
    best: list[Item] = []
    most = 0.0
    for scheme in schemes:
        runs = list(_runs(marks(lines, scheme), lines))
        stops = [*(run[0].start for run in runs[1:]), len(lines)] if runs else []
        items = [
            item for run, stop in zip(runs, stops, strict=True) for item in _items(lines, run, stop, scheme in _STRICT)
        ]
        if items and (value := worth(item.text for item in items) * (_LESS if scheme in _STRICT else 1)) > most:
            best, most = items, value
    return best


# [ABM04] Smith   [RFC2119] Bradner   [Smith+04]   [Smith 2004]
_CODE = re.compile(
    rf"{_BULLET}\[((?=[^\]]{{0,40}}[^\W\d_])[{UPPER}a-z][\w+&*.:'’/-]{{1,24}}(?:,? (?:et al\.,? )?(?:1[5-9]|20)\d\d[a-z]?)?)\](?:\s*|$)"
)


def coded(lines: Sequence[Line]) -> list[Item]:
    """A list whose items have codes in brackets instead of numbers. Empty where it is none."""
    found: list[Mark] = []
    for index, line in enumerate(lines):
        match = _CODE.match(line.text) if "[" in line.text[:3] else None
        if match:
            found.append(Mark(index, len(found) + 1, line.text[match.end() :]))
    if len(found) < 2:
        return []
    return _items(lines, found, len(lines), strict=True)


def marks(lines: Sequence[Line], scheme: str) -> list[Mark]:
    """Every line that a number of this scheme stands at the head of."""
    pattern, bare, first = PATTERNS[scheme], PATTERNS["n "], _FIRST[scheme]
    found = []
    for index, line in enumerate(lines):
        if not line.text or line.text[0] not in first:
            continue
        match = pattern.match(line.text)
        if match and (number := _value(match[1], scheme)):
            rest = line.text[match.end() :]
            again = _AGAIN.match(rest)
            if again and again[1] == match[1]:
                rest = rest[again.end() :]
            found.append(Mark(index, number, rest))
        elif scheme == "n." and (match := bare.match(line.text)) and starts_with_author(line.text, match.end()):
            found.append(Mark(index, int(match[1]), line.text[match.end() :], bare=True))
    return found


def _value(written: str, scheme: str) -> int:
    """The number written, 0 if it is none."""
    if scheme == "(a)":
        return ord(written) - ord("a") + 1
    if scheme != "(i)":
        return int(written)
    values = [_ROMAN[letter] for letter in written]
    return sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))


def _runs(found: Sequence[Mark], lines: Sequence[Line]) -> Iterator[list[Mark]]:
    """Marks that count upwards by one. A page number or a year at the head of a line does not break a run."""
    run: list[Mark] = []
    for mark in found:
        if mark.bare and not (run and mark.number == run[-1].number + 1):
            continue
        if run and (mark.number == run[-1].number + 1 or _leaps(run[-1], mark, lines)):
            run.append(mark)
        elif run and mark.number == run[-1].number and not run[-1].rest.strip():
            run[-1] = replace(mark, head=run[-1].start)  # a doubled number, `1.` over `1. Smith`
        elif mark.number == 1 or not run:
            if run:
                yield run
            run = [mark]
    if run:
        yield run


def _leaps(last: Mark, mark: Mark, lines: Sequence[Line]) -> bool:
    """`4. Smith` behind `2. Jones`: an entry is missing. The line before it has to be a reference's end."""
    if not last.number < mark.number <= last.number + _LARGEST_GAP or not starts_with_author(mark.rest):
        return False
    before = lines[mark.index - 1].text
    return not before or may_end(before)


def _items(lines: Sequence[Line], run: Sequence[Mark], stop: int, strict: bool) -> list[Item]:
    items = []
    for mark, following in zip(run, [*run[1:], None], strict=True):
        end = following.start if following else _end_of_last(lines, mark, stop)
        item = joined(_until_closed([replace(lines[mark.index], text=mark.rest), *lines[mark.index + 1 : end]]))
        if item:
            above = tuple((line.number, line.part) for line in lines[mark.start : mark.index])
            items.append(replace(item, places=above + item.places))
    likely = [item for item in items if score(item.text) >= 2 or _SHORT_CITE.match(item.text)]
    if strict and (run[0].number != 1 or len(run) < 2 or len(likely) * 5 < len(run) * 4):
        return []
    if len(likely) * 2 < len(items) or (len(run) < 2 and run[0].number != 1):
        return []
    whole = len(likely) * 5 >= len(items) * 4 or (run[0].number == 1 and _under_a_heading(lines, run[0].start))
    return items if whole else likely


def _under_a_heading(lines: Sequence[Line], index: int) -> bool:
    """Is the last line with words above this one `References`?"""
    above = next((line.text for line in reversed(lines[max(0, index - 4) : index]) if line.text), "")
    return is_heading(above)


def _until_closed(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines up to the link labels behind a dated text. What a site prints below those is no part of the reference."""
    dated = False
    for place, line in enumerate(lines):
        dated = dated or is_dated(line.text)
        if dated and (line.closes or (line.text and without_furniture(line.text) != line.text)):
            return lines[: place + 1]
    return lines


def _end_of_last(lines: Sequence[Line], mark: Mark, stop: int) -> int:
    """Where the last item of a list ends: at a blank line behind its text, unless that breaks off, or at a heading."""
    last = without_arrows(mark.rest)
    for index in range(mark.index + 1, stop):
        text = lines[index].text
        if ends_list(text):
            return index
        if not text and last and not _breaks_off(last, lines, index):
            return index
        last = text or last
    return stop


def _breaks_off(before: str, lines: Sequence[Line], blank: int) -> bool:
    """`Dept. of Computer Science,` then a blank line: there is more to come."""
    if may_end(before):
        return False
    after = next((line.text for line in lines[blank : blank + 3] if line.text), "")
    return bool(after) and (before[-1] in ",:&-–(" or after[0].islower()) and not starts_like_reference(after)
