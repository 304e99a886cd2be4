"""Which of the numbers in a text count a list: `1. Smith … 354–7. 2. Jones, vol. 2. Berlin … 3. Lee …`.

Each number gets points for what stands before and behind it; of all ways to count on from number to number the one with most
points wins, so that one number that is missing or looks odd does not lose those behind it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from citekit.readers.text.furniture import is_furniture, without_furniture
from citekit.readers.text.items import is_heading
from citekit.readers.text.likeness import UPPER, may_end, starts_like_reference, starts_like_title
from citekit.readers.text.lists import PATTERNS
from citekit.readers.text.running import Line

# The schemes of `lists.PATTERNS` that also stand in the middle of a line.
INLINE = {
    "[n]": re.compile(r"\[(\d{1,4})\]\s*(?=[^\s\]]|$)"),  # 354–7. [2] Ivker
    "(n)": re.compile(r"(?<=\s)\((\d{1,3})\)\s*(?=[^\s)]|$)"),  # 354–7. (2) Ivker
    "n.": re.compile(
        rf"(?<=[\s.)\]])(\d{{1,3}}|1[0-4]\d\d)[.)](?:\s*\1[.)])?(?:\s+|(?=[{UPPER}\"“„«‘])|$)"
    ),  # 354–7. 2. Ivker   354–7. 2. 2.Ivker   354–7.2. Ivker
    "n ": re.compile(rf"(?<=\s)(\d{{1,3}})\s(?=[{UPPER}\"“„«‘])"),  # 354–7. 2 Ivker
}
_PLAIN = {"[n]": 1.0, "(n)": 0.5, "n.": 0.0, "n ": -1.0}  # how seldom else such a thing is written
_VOLUME = re.compile(
    r"\b(?:vol|no|nr|bd|band|pp?|ed|ch|chap|kap|pt|heft|art|fig|ser|suppl|issue|tome?|rev|rfc|table|eq|sect?)\.?$", re.IGNORECASE
)  # fmt: skip
_LONG = 40  # characters: two references do not fit in so few
_LARGEST_GAP = 4
_AT_HEAD = 1.5


@dataclass(frozen=True, slots=True)
class _Number:
    line: int  # index
    start: int  # in the line's text
    number: int
    points: float


def broken(lines: Sequence[Line], scheme: str) -> list[Line]:
    """The lines, those with list numbers inside cut before each number that goes on counting. All text is kept."""
    if all(len(line.text) <= _LONG for line in lines):
        return list(lines)
    cuts: dict[int, list[int]] = {}
    for number in _chain(list(_numbers(lines, scheme))):
        if number.start:
            cuts.setdefault(number.line, []).append(number.start)
    result: list[Line] = []
    for index, line in enumerate(lines):
        if index not in cuts:
            result.append(line)
            continue
        bounds = [0, *cuts[index], len(line.text)]
        pieces = [line.text[a:b].strip() for a, b in pairwise(bounds)]
        for part, text in enumerate(pieces):
            labels = is_furniture(text)
            result.append(replace(line, text="" if labels else text, part=part, closes=labels))
    return result


def _numbers(lines: Sequence[Line], scheme: str) -> Iterator[_Number]:
    """All that may be list numbers, at the heads of lines and inside them."""
    before = ""
    for index, line in enumerate(lines):
        text = line.text
        below = lines[index + 1].text[:120] if index + 1 < len(lines) else ""
        head = PATTERNS[scheme].match(text) if text[:1] in "[(•●*-0123456789" else None
        if head:
            yield _Number(index, 0, int(head[1]), _AT_HEAD + _points(before, text[head.end() :], below, scheme))
        for match in INLINE[scheme].finditer(text, head.end() if head else 0):
            behind = text[match.end() : match.end() + 120]
            yield _Number(
                index, match.start(), int(match[1]), _points(text[: match.start()], behind, below, scheme)
            )  # fmt: skip
        before = text or before


def _points(before: str, behind: str, below: str, scheme: str) -> float:
    before = before[-400:].rstrip()
    rest = f"{behind[:120]} {below}"[:120].lstrip()  # the number may end the line
    points = _PLAIN[scheme]
    points += 2.0 if starts_like_reference(rest) else 0.0 if starts_like_title(rest) else -2.0
    if before and not is_heading(before):
        labelled = is_furniture(before[-60:]) or without_furniture(before) != before
        points += 2.0 if labelled else 1.0 if may_end(before) else -2.0
        points -= 3.0 * bool(_VOLUME.search(before[-12:]))
    return points


def _chain(numbers: Sequence[_Number]) -> Iterable[_Number]:
    """The numbers on the way with most points. A way may begin anywhere, leave some out, and begin again at 1."""
    totals: list[float] = []
    came_from: list[int | None] = []
    best_at: dict[int, int] = {}  # number → the best way that ends with it
    best: int | None = None
    for place, number in enumerate(numbers):
        ways: list[tuple[float, int | None]] = [(0.0 if number.number == 1 else -2.0, None)]
        if number.number == 1 and best is not None:
            ways.append((totals[best] - 2.0, best))
        for gap in range(_LARGEST_GAP + 1):
            last = best_at.get(number.number - 1 - gap)
            if last is not None:
                ways.append((totals[last] - (1.5 + gap if gap else 0.0), last))
        total, origin = max(ways, key=lambda way: way[0])
        totals.append(total + number.points)
        came_from.append(origin)
        other = best_at.get(number.number)
        if other is None or totals[place] > totals[other]:
            best_at[number.number] = place
        if best is None or totals[place] > totals[best]:
            best = place
    chain = []
    while best is not None:
        chain.append(numbers[best])
        best = came_from[best]
    return reversed(chain)
