"""A page's lines → its reference strings.

Lists come numbered in many ways, bulleted, one a line, one a paragraph, or all in one. We look for each shape in turn and
keep the items that look like references; what is left over is handed back so that the reader can say so.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import accumulate, pairwise

from citekit.model import Block
from citekit.readers.text.furniture import is_furniture
from citekit.readers.text.inline import INLINE, broken, run_on, works
from citekit.readers.text.items import Item, is_after, is_heading, joined, without_signal
from citekit.readers.text.likeness import (
    is_dated,
    looks_like_reference,
    may_end,
    score,
    starts_like_reference,
)
from citekit.readers.text.lists import marks, numbered
from citekit.readers.text.running import Line, pages_joined

__all__ = ["Item", "is_heading", "looks_like_reference", "segment"]

_BULLET = re.compile(r"\s*[•●▪◦‣*–-]\s+(?=\S)")
_IDENTIFIER_LINE = re.compile(r"(?:doi: ?10\.|https?://(?:dx\.)?doi\.org/|PMID: ?\d)", re.IGNORECASE)
_DEEPER = 2  # columns: less is no indent but a slip
_FEW = 3


def segment(lines: Sequence[str], taken: frozenset[int] = frozenset()) -> tuple[list[Item], list[Block]]:
    """The reference strings among the lines, in order, and what stands on their lines but belongs to none of them.

    The lines come as written: indents and form feeds at their ends are read. Those whose 1-based number is in `taken` are passed over.
    """
    clean = pages_joined([_line(number, "" if number in taken else line) for number, line in enumerate(lines, 1)])
    items, scraps = _numbered(clean)
    items = sorted([*items, *_beside(clean, items)], key=lambda item: item.line) if items else _unnumbered(clean)
    return [part for item in items for part in _apart(item, works(item.text))], scraps


def _beside(lines: Sequence[Line], items: Sequence[Item]) -> list[Item]:
    """References that stand outside a numbered list, where each must look like one by itself."""
    read = {number for item in items for number in range(item.line, item.last + 1)}
    rest = [replace(line, text="") if line.number in read else line for line in lines]
    return [item for item in _paragraphs(rest) if looks_like_reference(item.text)]


def _line(number: int, written: str) -> Line:
    text = " ".join(written.split())
    stripped = written.lstrip(" \t\u00a0")
    indent = len(written) - len(stripped)
    return Line(number, "" if is_furniture(text) else text, indent, ends_page="\f" in written)


def _apart(item: Item, texts: Sequence[str]) -> Iterable[Item]:
    """One item for each text. They share their lines."""
    return [item] if len(texts) == 1 else [Item(without_signal(text), item.line, item.last) for text in texts]


def _numbered(lines: Sequence[Line]) -> tuple[list[Item], list[Block]]:
    """The best numbered list, read line by line, or, where that finds more, with lines cut at the numbers inside them."""
    best, scraps = numbered(lines), list[Block]()
    for scheme in INLINE:
        pieces = broken(lines, scheme)
        if len(pieces) == len(lines):
            continue
        items = numbered(pieces, (scheme,))
        if len(items) > max(1, len(best)) and sum(score(item.text) >= 2 for item in items) * 5 >= len(items) * 4:
            best, scraps = items, list(_scraps(pieces, items, scheme))
    return best, scraps


def _scraps(pieces: Sequence[Line], items: Sequence[Item], scheme: str) -> Iterable[Block]:
    """Pieces of the items' lines that are in no item: mostly what stands before the first number."""
    several = Counter(piece.number for piece in pieces)
    rests = {mark.index: mark.rest for mark in marks(pieces, scheme)}
    begun = {item.text[:20] for item in items}
    carried = {number for item in items for number in range(item.line + 1, item.last + 1)}
    covered = carried | {item.line for item in items}
    before = 0
    for index, piece in enumerate(pieces):
        first, before = piece.number != before, piece.number
        if several[piece.number] == 1 or piece.number not in covered or (first and piece.number in carried):
            continue
        item = joined([Line(piece.number, rests.get(index, piece.text))])
        if item and item.text[:20] not in begun and not is_heading(piece.text):
            yield Block("unused", piece.text, piece.number)


# ---------------------------------------------------------------- lists without numbers


def _unnumbered(lines: Sequence[Line]) -> list[Item]:
    """What stands under the headings of reference lists; without a heading, whatever looks like a reference."""
    headings = [index for index, line in enumerate(lines) if is_heading(line.text)]
    found: list[Item] = []
    for start, following in pairwise([*headings, len(lines)]):
        stop = next((i for i in range(start + 1, following) if is_after(lines[i].text)), following)
        items = _paragraphs(lines[start + 1 : stop])
        likely = [item for item in items if score(item.text) >= 2]
        if following == len(lines) or _is_a_list(items):
            found.extend(likely)
    if found:
        return found
    return [item for item in _paragraphs(lines) if looks_like_reference(item.text)]


def _is_a_list(items: Sequence[Item]) -> bool:
    """References under an earlier heading (each chapter has its own), not the prose under a menu's `References`."""
    return len(items) > 1 and sum(looks_like_reference(item.text) for item in items) * 5 >= len(items) * 3


def _paragraphs(lines: Sequence[Line]) -> list[Item]:
    """Blocks between blank lines, taken apart where their lines are each a reference, or a paragraph is several."""
    blocks: list[list[Line]] = []
    fresh = True
    for line in lines:
        if not line.text:
            fresh = True
            continue
        if fresh and not (blocks and _continues(blocks[-1][-1].text, line.text)):
            blocks.append([])
        blocks[-1].append(line)
        fresh = False
    return [part for block in blocks for item in _block(block) for part in _apart(item, run_on(item.text))]


def _continues(before: str, after: str) -> bool:
    """Is the blank line between these two inside a reference?"""
    if _IDENTIFIER_LINE.match(after) and len(after) < 200:
        return is_dated(before[-3000:]) and not _IDENTIFIER_LINE.search(before[-200:])
    if may_end(before) or _BULLET.match(after) or starts_like_reference(after):
        return False
    return before[-1] in ",&-–(" or after[0].islower()


def _block(block: Sequence[Line]) -> list[Item]:
    starts = _starts_by_indent(block) or _starts(block)
    items = []
    for a, b in pairwise([*starts, len(block)]):
        head = replace(block[a], text=_BULLET.sub("", block[a].text, count=1))
        if item := joined([head, *block[a + 1 : b]]):
            items.append(item)
    return items


def _starts_by_indent(block: Sequence[Line]) -> list[int]:
    """Where references start in a block with a hanging indent, or with its first lines indented. Empty without either."""
    base = min(line.indent for line in block)
    deep = [index for index, line in enumerate(block) if line.indent >= base + _DEEPER]
    flush = [index for index, line in enumerate(block) if line.indent < base + _DEEPER]
    for starts, others in ((flush, deep), (deep, flush)):
        opening = sum(starts_like_reference(block[i].text) for i in starts)
        other = sum(starts_like_reference(block[i].text) for i in others)
        if len(starts) > 1 and others and opening * 10 >= len(starts) * 7 and other * 10 < len(others) * 3:
            return starts if starts[0] == 0 else [0, *starts]
    return []


def _starts(block: Sequence[Line]) -> list[int]:
    """Where references start in a block without indents: at an author, when what came before is complete and dated."""
    bullets = {i for i, line in enumerate(block) if _BULLET.match(line.text)}
    openings = [
        i
        for i in range(1, len(block))
        if i in bullets or (may_end(block[i - 1].text) and starts_like_reference(block[i].text))
    ]
    dated = [0, *accumulate(is_dated(line.text) for line in block)]
    if not dated[-1]:
        return [0, *openings]
    stretches = list(pairwise([*openings, len(block)]))
    at_once = sum(dated[min(i + 2, end)] > dated[i] for i, end in stretches)
    authors_and_years = at_once * 10 >= len(openings) * 7
    starts = [0]
    for i, end in stretches:
        stop = end if authors_and_years else min(len(block), max(end, i + _FEW))
        if i in bullets or (dated[i] > dated[starts[-1]] and dated[stop] > dated[i]):
            starts.append(i)
    return starts
