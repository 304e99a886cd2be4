"""Page numbers and running heads that a PDF leaves among the references.

The lines of a text, each with its number; `pages_joined` takes out what belongs to the printed page, and the blank lines
and form feeds around it where they cut a reference in two.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from citekit.readers.text.likeness import may_end, starts_like_reference


@dataclass(frozen=True, slots=True)
class Line:
    """A line without the white space at its ends and doubled inside; its 1-based number on the page and its indent."""

    number: int
    text: str
    indent: int = 0
    ends_page: bool = False
    closes: bool = False  # link labels stood here: the reference before them is complete
    part: int = 0  # which part of the written line, where that was cut
    also: tuple[int, ...] = ()  # the numbers of other lines that were put together with it


_PAGE_NUMBER = re.compile(
    r"[-–—] ?\d{1,4} ?[-–—]|(?:Page|page|Seite|p\.|S\.) ?\d{1,4}(?: ?(?:of|von|sur|de|/) ?\d{1,4})?"
)
_LONE = re.compile(r"\d{1,4}")
_STAMP = re.compile(
    r"Downloaded (?:from|by) .{3,200}|(?:NIH-PA )?Author Manuscript|.{3,80}Author manuscript; available in PMC .{4,40}"
    r"|(?:[^\W\d_]\. ?){0,3}[^\W\d_][\w’'-]{1,30} et al\. ?[|/] ?.{5,90}|(?:\d{1,4} )?[^|]{3,60} \| [^|]{3,60}(?: \(\d{4}\)|\d)"
    r"|This (?:article|content) is (?:protected by copyright|copyrighted).{0,200}|\(?continued\)?|\(?Fortsetzung\)?"
)
_CAPITALS = re.compile(r"(\d{1,4}) ([^a-zß-öø-ÿ\d]{4,60})|([^a-zß-öø-ÿ\d]{4,60}) (\d{1,4})")  # 130 BIBLIOGRAPHIE
_NUMBER_AT_AN_END = re.compile(
    r"(\d{1,4})\s(\D.{1,78})|(.{1,78}[^\d\s.,:;]|.{1,70}et al\.)\s(\d{1,4})"
)  # 12 Smith et al.
_LIST_NUMBER = re.compile(r"[\[(]?\d{1,4}[\]).]|[•●*–-] ")
_SHORT = 80
_SHORTEST_PAGE = 15  # lines


def is_page_number(line: str) -> bool:
    """`131`, `- 131 -`, `Page 3 of 12`, alone on a line."""
    return len(line) < _SHORT and bool(_LONE.fullmatch(line) or _PAGE_NUMBER.fullmatch(line))


def pages_joined(lines: Sequence[Line]) -> list[Line]:
    """The lines without page numbers, running heads and stamps; what a page break cut in two stands together again."""
    texts = [line.text for line in lines]
    gone = _stamps(texts) | _lone_numbers(lines)
    gone |= _headed(lines, gone)
    gone |= _repeated(lines, gone)
    kept: list[Line] = []
    index = 0
    while index < len(lines):
        end = index
        while end < len(lines) and (end in gone or not texts[end]):
            end += 1
        if end == index:
            kept.append(lines[index])
            index += 1
            continue
        broken = any(i in gone or lines[i].ends_page for i in range(max(0, index - 1), end))
        blank = next((line for line in lines[index:end] if not line.text), None)
        closes = any(line.closes for line in lines[index:end])
        if broken and not closes and kept and end < len(lines) and _runs_on(kept[-1].text, texts[end]):
            kept[-1] = replace(kept[-1], ends_page=True)
        elif blank:
            kept.append(replace(blank, ends_page=broken, closes=closes))
        index = end
    return kept


def _runs_on(before: str, after: str) -> bool:
    """Across a page break: does `after` continue the reference that `before` is part of?"""
    if not before or _LIST_NUMBER.match(after):
        return False
    return not may_end(before) or after[:1].islower() or not starts_like_reference(after)


def _stamps(texts: Sequence[str]) -> set[int]:
    return {
        i
        for i, text in enumerate(texts)
        if len(text) < 300 and (_STAMP.fullmatch(text) or _PAGE_NUMBER.fullmatch(text))
    }


def _lone_numbers(lines: Sequence[Line]) -> set[int]:
    """Lines of one number that are page numbers: not list numbers (1, 2, 3 …), not the last line of a reference."""
    lone = [i for i, line in enumerate(lines) if len(line.text) <= 4 and _LONE.fullmatch(line.text)]
    counted = [int(lines[i].text) for i in lone]
    if len(counted) > 1 and counted[:2] == [1, 2] and lone[1] - lone[0] < 15:
        return set()
    return {i for place, i in enumerate(lone) if not _ends_a_reference(lines, i, _counts_pages(lone, counted, place))}


def _counts_pages(lone: Sequence[int], counted: Sequence[int], place: int) -> bool:
    """Is the lone number before it smaller by one, a page earlier, or the one behind it greater?"""
    pairs = [(place - 1, place), (place, place + 1)]
    return any(
        a >= 0 and b < len(lone) and counted[b] == counted[a] + 1 and lone[b] - lone[a] >= _SHORTEST_PAGE for a, b in pairs
    )  # fmt: skip


def _ends_a_reference(lines: Sequence[Line], index: int, counts_pages: bool) -> bool:
    """`… USA, April` over `2005`, `ApJ, 153,` over `9`, over the next reference."""
    before = lines[index - 1] if index else None
    if before is None or not before.text or before.ends_page or lines[index].ends_page or counts_pages:
        return False
    after = next((line.text for line in lines[index + 1 : index + 3] if line.text), "")
    if after and not _LIST_NUMBER.match(after) and not starts_like_reference(after):
        return False
    return before.text[-1] not in '.”"»'


def _headed(lines: Sequence[Line], gone: set[int]) -> set[int]:
    """`130 BIBLIOGRAPHIE`: capitals and a number, beside a page break, or the words of a heading above once more."""
    found: set[int] = set()
    seen: dict[str, int] = {}  # words of short lines → where they stood first with a number, or -1
    for index, line in enumerate(lines):
        if len(line.text) > _SHORT:
            continue
        match = _CAPITALS.fullmatch(line.text)
        words = (match[2] or match[3]).casefold() if match else line.text.casefold()
        if match and (words in seen or _beside_a_break(lines, index, gone)) and not _LIST_NUMBER.match(words):
            found |= {index} | ({seen[words]} - {-1} if words in seen else set())
        seen.setdefault(words, index if match else -1)
    return found


def _repeated(lines: Sequence[Line], gone: set[int]) -> set[int]:
    """Short lines with the same words and a rising number, or none, on page after page."""
    places: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for index, line in enumerate(lines):
        if not 3 <= len(line.text) <= _SHORT or index in gone or _LIST_NUMBER.match(line.text):
            continue
        match = _NUMBER_AT_AN_END.fullmatch(line.text)
        words = (match[2] or match[3]) if match else line.text
        places[words.casefold()].append((index, int(match[1] or match[4]) if match else 0))
    found: set[int] = set()
    for occurrences in places.values():
        if len(occurrences) > 1 and _is_running_head(lines, occurrences, gone):
            found |= {index for index, _ in occurrences}
    return found


def _is_running_head(lines: Sequence[Line], occurrences: Sequence[tuple[int, int]], gone: set[int]) -> bool:
    numbers = [number for _, number in occurrences]
    numbered = any(numbers)
    rising = all(a < b for a, b in pairwise(numbers))
    if numbered and not rising:
        return False
    beside = sum(_beside_a_break(lines, index, gone) for index, _ in occurrences)
    if beside * 2 > len(occurrences):
        return True
    gaps = [b - a for (a, _), (b, _) in pairwise(occurrences)]
    years = numbered and all(1500 <= number < 2040 for number in numbers)
    return len(occurrences) >= 3 and min(gaps) >= 10 and max(gaps) <= 2 * min(gaps) and not years


def _beside_a_break(lines: Sequence[Line], index: int, gone: set[int]) -> bool:
    """A form feed or a page number within two lines, blank ones not counted."""
    return _break_on_the_way(lines, index, gone, -1) or _break_on_the_way(lines, index, gone, 1)


def _break_on_the_way(lines: Sequence[Line], index: int, gone: set[int], step: int) -> bool:
    passed = 0
    for i in range(index + step, index + 6 * step, step):
        if not 0 <= i < len(lines):
            return False
        if i in gone or lines[i].ends_page or (step > 0 and lines[index].ends_page):
            return True
        passed += bool(lines[i].text)
        if passed >= 2:
            return False
    return False
