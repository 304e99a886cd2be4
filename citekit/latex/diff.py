"""What a rewriting changes, as a unified diff.

difflib would find the changes by comparing lines, which takes minutes for a thesis. Here they are known.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from citekit.latex.rewrite import Edit, edited

_CONTEXT = 3
_LINE = re.compile(r"[^\n]*\n|[^\n]+")

_Block = tuple[int, int, list[Edit]]
"""Lines that change together, from the first to behind the last, counted from 0, and the edits in them."""


def unified_diff(name: str, source: str, edits: Sequence[Edit]) -> str:
    """The diff that `patch -p0` takes, without a line end behind it; empty where nothing changes."""
    lines = _LINE.findall(source)
    starts = [0, *(match.end() for match in _LINE.finditer(source))]
    out: list[str] = []
    grown = 0
    for hunk in _hunks(_blocks(starts, edits)):
        begin, end = max(hunk[0][0] - _CONTEXT, 0), min(hunk[-1][1] + _CONTEXT, len(lines))
        body, place, growth = [], begin, 0
        for first, behind, inner in hunk:
            offset = starts[first]
            shifted = [Edit(each.start - offset, each.end - offset, each.text) for each in inner]
            new = _LINE.findall(edited(source[offset : starts[behind]], shifted))
            body += [" " + line for line in lines[place:first]]
            body += ["-" + line for line in lines[first:behind]] + ["+" + line for line in new]
            growth += len(new) - (behind - first)
            place = behind
        body += [" " + line for line in lines[place:end]]
        count = end - begin
        out.append(f"@@ -{begin + 1},{count} +{begin + 1 + grown},{count + growth} @@\n")
        out += [line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in body]
        grown += growth
    return "".join([f"--- {name}\n+++ {name}\n", *out])[:-1] if out else ""


def _blocks(starts: Sequence[int], edits: Sequence[Edit]) -> list[_Block]:
    blocks: list[_Block] = []
    for edit in edits:
        first, behind = bisect_right(starts, edit.start) - 1, bisect_right(starts, edit.end)
        if blocks and first <= blocks[-1][1]:
            begin, _, inner = blocks[-1]
            inner.append(edit)
            blocks[-1] = begin, behind, inner
        else:
            blocks.append((first, behind, [edit]))
    return blocks


def _hunks(blocks: Sequence[_Block]) -> Iterator[list[_Block]]:
    """Blocks whose surroundings touch stand in one hunk."""
    hunk: list[_Block] = []
    for block in blocks:
        if hunk and block[0] - hunk[-1][1] > 2 * _CONTEXT:
            yield hunk
            hunk = []
        hunk.append(block)
    if hunk:
        yield hunk
