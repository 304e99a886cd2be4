"""Pages that give every element of a reference a line of its own: `Kim JH` / `.` / `2020` / `;` / `41` (Oxford Academic as copied text).

What stands beside a line of mere punctuation is put together again, so that the rest of the reader sees lines as people print them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from citekit.readers.text.running import Line

_LEAST = 8  # lines of mere punctuation, and one line in so many
_ONE_IN = 10
_MARKS = frozenset(".,;:()[]/-–—")
_TELLING = frozenset(".,;:()")  # others may be bullets or rules
_LONGEST = 4
_LIST_NUMBER = re.compile(r"[\[(]?\d{1,4}[\]).]")
_BEFORE, _BEHIND = ".,;:)]", "(["  # no space stands before these, behind these
_DASHES = "-–—/"


def mended(lines: Sequence[Line]) -> list[Line]:
    """The lines, those of a shredded page put together; `Line.also` tells what a line was made of. Other pages come back as they are."""
    marks = sum(_is_mark(line.text) and not _TELLING.isdisjoint(line.text) for line in lines)
    if marks < _LEAST or marks * _ONE_IN < sum(bool(line.text) for line in lines):
        return list(lines)
    return list(_chains(lines))


def _chains(lines: Sequence[Line]) -> Iterator[Line]:
    chain: Line | None = None
    before = ""  # the line before, as it was
    for line in lines:
        if chain is not None and _goes_on(before, line):
            text = chain.text + _between(chain.text, line.text) + line.text
            chain = replace(
                chain,
                text=text,
                also=(*chain.also, line.number),
                ends_page=line.ends_page,
                closes=chain.closes or line.closes,
            )
        else:
            if chain is not None:
                yield chain
            chain = line
        before = line.text
    if chain is not None:
        yield chain


def _goes_on(before: str, line: Line) -> bool:
    if not before or not line.text:
        return False
    if line.text[0] in _BEFORE or _is_mark(line.text):
        return not _LIST_NUMBER.fullmatch(before)
    return _is_mark(before) and not (before[-1] == "." and _LIST_NUMBER.fullmatch(line.text))


def _is_mark(text: str) -> bool:
    return 0 < len(text) <= _LONGEST and _MARKS.issuperset(text)


def _between(before: str, after: str) -> str:
    tight = after[0] in _BEFORE or before[-1] in _BEHIND or before[-1] in _DASHES or after[0] in _DASHES
    return "" if tight else " "
