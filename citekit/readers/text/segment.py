"""A page's lines → its reference strings.

Lists come numbered in many ways, bulleted, one a line, one a paragraph, or all in one. We look for each shape in turn and
keep the items that look like references; what is left over is handed back so that the reader can say so.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from citekit.model import Block, Progress, unheard
from citekit.readers.text import unnumbered
from citekit.readers.text.counting import INLINE, broken
from citekit.readers.text.furniture import is_furniture
from citekit.readers.text.hyphens import settled, words
from citekit.readers.text.inline import run_on, works
from citekit.readers.text.items import Item, is_after, is_heading, without_signal
from citekit.readers.text.likeness import is_dated, looks_like_reference, score, starts_like_reference, worth
from citekit.readers.text.lists import coded, numbered
from citekit.readers.text.running import Line, pages_joined
from citekit.readers.text.shreds import mended

__all__ = ["Item", "is_heading", "looks_like_reference", "segment"]


_STAGE = "looking for references, step"
_CLEARLY = 1.05  # so much better must a list be that is read in a less likely way


def segment(
    lines: Sequence[str], taken: frozenset[int] = frozenset(), tell: Progress = unheard
) -> tuple[list[Item], list[Block]]:
    """The reference strings among the lines, in order, and what stands on their lines but belongs to none of them.

    The lines come as written: indents and form feeds at their ends are read. Those whose 1-based number is in `taken` are passed over.
    """
    written = [_line(number, "" if number in taken else line) for number, line in enumerate(lines, 1)]
    clean = pages_joined(mended(written))
    tell(_STAGE, 1, 4)
    items, scraps = _numbered(clean)
    items = [part for item in items for part in _apart(item, works(item.text))]
    tell(_STAGE, 2, 4)
    beside, more_scraps = _beside(clean, items) if items else ([], [])
    tell(_STAGE, 3, 4)
    plain, plain_scraps = _unnumbered(clean)
    tell(_STAGE, 4, 4)
    if _worth(plain) > _worth([*items, *beside]) * _trust(items, beside):
        items, scraps = plain, plain_scraps
    else:
        items, scraps = sorted([*items, *beside], key=lambda item: item.line), [*scraps, *more_scraps]
    known = words(line.text for line in clean)
    return [replace(item, text=settled(item.text, known)) for item in items], scraps


def _trust(items: Sequence[Item], beside: Sequence[Item]) -> float:
    """How many times better a list must be without the numbers to be believed instead."""
    if len(items) > 2 and _worth(items) * 4 >= len(items) * 3:
        return 2.5
    return 1.25 if len(items) > len(beside) else 1.0


def _worth(items: Sequence[Item]) -> float:
    return worth(item.text for item in items)


def _beside(lines: Sequence[Line], items: Sequence[Item]) -> tuple[list[Item], list[Block]]:
    """References that stand before or behind a numbered list, where each must look like one by itself."""
    first, last = items[0].line, max(number for item in items for number in item.lines)
    rest = [replace(line, text="") if first <= line.number <= last else line for line in lines]
    parts = _parts(rest)
    return _picked(parts, [looks_like_reference(item.text) for item in parts])


def _line(number: int, written: str) -> Line:
    text = " ".join(written.split())
    stripped = written.lstrip(" \t\u00a0")
    indent = len(written) - len(stripped)
    labels = is_furniture(text)
    return Line(number, "" if labels else text, indent, ends_page="\f" in written, closes=labels)


def _apart(item: Item, texts: Sequence[str]) -> Iterable[Item]:
    """One item for each text. They share their lines."""
    return [replace(item, text=without_signal(text)) for text in texts]


def _numbered(lines: Sequence[Line]) -> tuple[list[Item], list[Block]]:
    """The best numbered list, read line by line, or, where that finds more, with lines cut at the numbers inside them."""
    best, scraps = max(numbered(lines), coded(lines), key=_worth), list[Block]()
    for scheme in INLINE:
        pieces = broken(lines, scheme)
        if len(pieces) == len(lines):
            continue
        items = numbered(pieces, (scheme,))
        if len(items) > 1 and _worth(items) > _worth(best) * _CLEARLY + 0.5 and _worth(items) * 5 >= len(items) * 2:
            best, scraps = items, list(_scraps(pieces, items))
    return best, scraps


def _scraps(pieces: Sequence[Line], items: Sequence[Item]) -> Iterable[Block]:
    """Pieces that share a line with an item but are in none: mostly what stands before the first number."""
    read = {place for item in items for place in item.places}
    lines = {number for number, _ in read}
    for piece in pieces:
        if (
            piece.number in lines
            and (piece.number, piece.part) not in read
            and piece.text
            and not is_heading(piece.text)
        ):
            yield Block("unused", piece.text, piece.number)


# ---------------------------------------------------------------- lists without numbers


def _unnumbered(lines: Sequence[Line]) -> tuple[list[Item], list[Block]]:
    """Whatever looks like a reference, and in the midst of those what looks a little like one."""
    if not any(is_dated(line.text) for line in lines):
        return [], []
    parts = _parts(lines)
    kinds = [_kind(item.text) for item in parts]
    before = _supported(kinds)
    behind = _supported(kinds[::-1])[::-1]
    return _picked(parts, [_is_listed(*each) for each in zip(parts, kinds, before, behind, strict=True)])


def _is_listed(item: Item, kind: int, before: bool, behind: bool) -> bool:
    """Is this in a list, when one stands before it, or behind it?"""
    if kind == _LIKELY and (before or behind) and is_dated(item.text) and starts_like_reference(item.text):
        return True
    return kind == _SURE or (kind <= _POSSIBLE and before and behind)


def _picked(parts: Sequence[Item], wanted: Sequence[bool]) -> tuple[list[Item], list[Block]]:
    """The wanted ones, and the text of others that stand on the same lines: nobody else would say what became of it."""
    items = [item for item, is_wanted in zip(parts, wanted, strict=True) if is_wanted]
    read = {number for item in items for number in item.lines}
    rest = [
        item for item, is_wanted in zip(parts, wanted, strict=True) if not is_wanted and not read.isdisjoint(item.lines)
    ]
    return items, [Block("unused", item.text, item.line) for item in rest if not is_heading(item.text)]


def _parts(lines: Sequence[Line]) -> list[Item]:
    return [
        part for item in unnumbered.items(lines) for text in run_on(item.text) for part in _apart(item, works(text))
    ]


_SURE, _LIKELY, _POSSIBLE, _HEADING, _OTHER = range(5)


def _kind(text: str) -> int:
    if is_heading(text):
        return _HEADING
    if is_after(text):
        return _OTHER
    if looks_like_reference(text):
        return _SURE
    points = score(text)
    return _LIKELY if points >= 2 else _POSSIBLE if points and is_dated(text) else _OTHER


def _supported(kinds: Sequence[int]) -> list[bool]:
    """For each, whether a list that it may belong to has begun before it: with a heading or a sure reference."""
    supported, begun, before = [], False, _OTHER
    for kind in kinds:
        supported.append(begun)
        begun = kind in (_SURE, _HEADING) or before == kind == _LIKELY or (begun and kind != _OTHER)
        before = kind
    return supported
