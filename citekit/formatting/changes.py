"""What formatting changes in a text, piece by piece.

difflib alone would compare all lines with all others, which takes minutes for a large file; here it sees one entry at a time.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from citekit.formatting.cutting import Piece

_MOST_LINES = 500


@dataclass(frozen=True, slots=True)
class Change:
    """`text` stands in place of what stood from `start` to `end`."""

    start: int
    end: int
    text: str


def changes(given: str, before: Sequence[Piece], after: Sequence[tuple[int, str]]) -> list[Change]:
    """The changes in order. `after` is the new text as numbers of the pieces before, each with the white space before it and what
    it now says; a last line end is understood. Pieces that moved are taken out and put in."""
    ends = [0, *(piece.start + len(piece.text) for piece in before)]
    found: list[Change] = []
    at = place = 0
    for position in [*_staying([number for number, _ in after]), len(after)]:
        number = after[position][0] if position < len(after) else len(before)
        new = "".join(text for _, text in after[place:position])
        if new or ends[at] < ends[number]:
            found.append(Change(ends[at], ends[number], new))
        if position < len(after) and given[ends[number] : ends[number + 1]] != after[position][1]:
            found.append(Change(ends[number], ends[number + 1], after[position][1]))
        at, place = number + 1, position + 1
    if before and given[ends[-1] :] != "\n":
        found.append(Change(ends[-1], len(given), "\n"))
    return found


def _staying(numbers: Sequence[int]) -> list[int]:
    """The places of a longest row of growing numbers."""
    ends: list[int] = []
    places: list[int] = []
    earlier: list[int] = []
    for place, number in enumerate(numbers):
        length = bisect_left(ends, number)
        earlier.append(places[length - 1] if length else -1)
        ends[length : length + 1] = [number]
        places[length : length + 1] = [place]
    row: list[int] = []
    place = places[-1] if places else -1
    while place >= 0:
        row.append(place)
        place = earlier[place]
    return row[::-1]


def by_lines(given: str, found: Iterable[Change]) -> Iterator[Change]:
    """The same changes, with what stays of the lines of each left out."""
    for change in found:
        lines = given[change.start : change.end].splitlines(keepends=True)
        others = change.text.splitlines(keepends=True)
        if len(lines) > _MOST_LINES or len(others) > _MOST_LINES:
            yield change
            continue
        places = [change.start]
        for line in lines:
            places.append(places[-1] + len(line))
        for tag, first, behind, begin, end in SequenceMatcher(None, lines, others, autojunk=False).get_opcodes():
            if tag != "equal":
                yield Change(places[first], places[behind], "".join(others[begin:end]))
