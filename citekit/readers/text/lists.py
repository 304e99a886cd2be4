"""Numbered lists: `1. Smith …`, `[1] Smith …`, `(a) Smith …`, one under the other or all on one line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from citekit.readers.text.furniture import without_arrows
from citekit.readers.text.items import Item, ends_list, joined
from citekit.readers.text.likeness import UPPER, may_end, score, starts_like_reference, starts_with_author
from citekit.readers.text.running import Line


@dataclass(frozen=True, slots=True)
class Mark:
    """A list number at the head of a line, and the text behind it."""

    index: int  # into the lines
    number: int
    rest: str
    bare: bool = False  # in a list `1.` … `9.`, a `10` without its point


_BULLET = r"[•●*-]?\s*"
PATTERNS = {
    "[n]": re.compile(rf"{_BULLET}\[(\d{{1,4}})\]\s*"),  # [12] Smith
    "(n)": re.compile(rf"{_BULLET}\((\d{{1,3}})\)\s*"),  # (12) Smith
    "n.": re.compile(rf"{_BULLET}(\d{{1,4}})\s*[.)](?:\s+|(?=[^\d\s])|$)"),  # 12. Smith   12.Smith   12)
    "n ": re.compile(r"(\d{1,3})\s+(?=[^\W\d_a-zà-ÿ])"),  # 12 Smith
    "nA": re.compile(rf"(\d{{1,3}})(?=[{UPPER}][\w.])"),  # 12Smith, from a superscript
    "n": re.compile(r"(\d{1,4})$"),  # a number on a line of its own
    "(a)": re.compile(r"\(?([a-z])[.)]\s+"),  # (a) Smith   a) Smith
    "(i)": re.compile(r"\(?([ivxl]{1,7})[.)]\s+"),  # (iv) Smith   iv. Smith
}
_STRICT = frozenset({"nA", "n", "(a)", "(i)"})  # read as list numbers only where the whole run is references
# Ibid.   Ibid., 12   King 2003, p. 41.   Smith, op. cit., 7
_SHORT_CITE = re.compile(
    rf"(?:Ibid|Ebd|Ebenda|Idem|Id\.)|[{UPPER}][^.\d]{{1,60}} (?:(?:1[5-9]|20)\d\d[a-z]?, (?:pp?|S)\. ?\d|,? ?(?:op|loc|a)\. ?(?:cit|a)\.)"
)
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}
_LARGEST_GAP = 10


def numbered(lines: Sequence[Line], schemes: Sequence[str] = tuple(PATTERNS)) -> list[Item]:
    """All runs 1, 2, 3 … of the one numbering scheme that finds most references. Empty if there is none."""
    best: list[Item] = []
    for scheme in schemes:
        runs = list(_runs(marks(lines, scheme), lines))
        stops = [*(run[0].index for run in runs[1:]), len(lines)] if runs else []
        items = [
            item for run, stop in zip(runs, stops, strict=True) for item in _items(lines, run, stop, scheme in _STRICT)
        ]
        if len(items) > len(best):
            best = items
    return best


def marks(lines: Sequence[Line], scheme: str) -> list[Mark]:
    """Every line that a number of this scheme stands at the head of."""
    pattern, bare = PATTERNS[scheme], PATTERNS["n "]
    found = []
    for index, line in enumerate(lines):
        match = pattern.match(line.text)
        if match and (number := _value(match[1], scheme)):
            rest = line.text[match.end() :]
            again = pattern.match(rest)
            if again and again[1] == match[1]:  # `1. 1.`: the page's number and the browser's
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
            run[-1] = mark  # a doubled number, `1.` over `1. Smith`
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
        end = following.index if following else _end_of_last(lines, mark, stop)
        item = joined([Line(lines[mark.index].number, mark.rest), *lines[mark.index + 1 : end]])
        if item:
            items.append(item)
    likely = [item for item in items if score(item.text) >= 2 or _SHORT_CITE.match(item.text)]
    if strict and (run[0].number != 1 or len(run) < 2 or len(likely) * 5 < len(run) * 4):
        return []
    if len(likely) * 2 < len(items) or (len(run) < 2 and run[0].number != 1):
        return []
    return likely if len(likely) * 5 < len(items) * 4 else items


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
