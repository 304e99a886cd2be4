"""A `.bib` text → the same in the layout asked for, and what had to stay as it stood."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from citekit.bibtex.strings import MONTHS
from citekit.formatting.changes import Change, changes
from citekit.formatting.cutting import Piece, pieces
from citekit.formatting.entry import laid_out
from citekit.formatting.layout import Layout
from citekit.formatting.sameness import same
from citekit.formatting.sorting import in_order, obstacle
from citekit.formatting.spacing import gaps
from citekit.model import Problem

_MARKER = re.compile(r"^(?:<{7}|>{7})(?: .*)?$", re.MULTILINE)  # <<<<<<< HEAD
_BYTE_ORDER_MARK = "\ufeff"


@dataclass(frozen=True, slots=True)
class Formatted:
    """The text as asked for. `problems` are entries that stay as they stand (`not-formatted`), a file whose entries could not be sorted
    (`not-sorted`), and one that was left whole (`left`: it is no BibTeX, a merge is not finished, or it would say something else). `changes`
    lead from the old text to the new one."""

    text: str
    problems: tuple[Problem, ...] = ()
    changes: tuple[Change, ...] = ()


def formatted(text: str, wish: Layout = Layout()) -> Formatted:  # noqa: B008  # frozen
    """Lays out a text whose line ends are `\\n`. Never raises.

    Only white space, delimiters, commas, letter case of types and field names change, and the order where that is asked for; what
    entries say stays, and so do comments, `@preamble`, `@comment` and, to the letter, entries that BibTeX would complain about. The
    result is read again and must say the same, or the text comes back as it was. Formatting it once more changes nothing.
    """
    if text.startswith(_BYTE_ORDER_MARK):
        result = formatted(text[1:], wish)
        moved = tuple(Change(each.start + 1, each.end + 1, each.text) for each in result.changes)
        return replace(result, text=_BYTE_ORDER_MARK + result.text, changes=moved)
    if marker := _MARKER.search(text):
        return _left(text, "conflict markers of a merge are still in it", text.count("\n", 0, marker.start()) + 1)
    before = pieces(text)
    if not before:
        return Formatted("", changes=(Change(0, len(text), ""),) if text else ())
    if all(piece.is_remark for piece in before):
        only_comments = all(line.lstrip().startswith("%") for piece in before for line in piece.text.split("\n"))
        return Formatted(text) if only_comments else _left(text, "there is no BibTeX in it", 1)
    problems = tuple(_unformatted(text, before))
    if wish.sort:
        broken = obstacle(before)
        found = None if broken else _laid_out(text, before, wish)
        if found is not None:
            return replace(found, problems=problems)
        problems = (*problems, _not_sorted(text, broken))
    found = _laid_out(text, before, replace(wish, sort=()))
    if found is None:
        return _left(text, "what is read from it would change", 1)
    return replace(found, problems=problems)


def _laid_out(given: str, before: Sequence[Piece], wish: Layout) -> Formatted | None:
    """The new text; None when it does not say the same."""
    ordered = in_order(before, wish.sort) if wish.sort else before
    strings = (piece.entry for piece in before if piece.kind == "string" and piece.entry)
    months = MONTHS.keys().isdisjoint(field.name.lower() for entry in strings for field in entry.fields)
    texts = [laid_out(piece.entry, wish, months=months) if piece.entry else piece.text for piece in ordered]
    parts = [gap + text for gap, text in zip(gaps(ordered, wish), texts, strict=True)]
    text = "".join(parts) + "\n"
    if not same(before, pieces(text), sorted_=bool(wish.sort)):
        return None
    numbers = {piece.start: number for number, piece in enumerate(before)}
    new = [(numbers[piece.start], part) for piece, part in zip(ordered, parts, strict=True)]
    return Formatted(text, changes=tuple(changes(given, before, new)))


def _not_sorted(text: str, broken: Piece | None) -> Problem:
    if broken is None:
        return Problem("not-sorted", "not sorted: entries would say something else in another order", line=1)
    line = text.count("\n", 0, broken.start) + 1
    return Problem("not-sorted", f"not sorted: the block in line {line} cannot be read", line=line, key=broken.key)


def _left(text: str, reason: str, line: int) -> Formatted:
    return Formatted(text, (Problem("left", f"left as it is: {reason}", line=line),))


def _unformatted(text: str, found: Sequence[Piece]) -> Iterator[Problem]:
    line, at = 1, 0
    for piece in found:
        if piece.reason:
            line, at = line + text.count("\n", at, piece.start), piece.start
            yield Problem("not-formatted", f"left as it stands: {piece.reason}", line=line, key=piece.key)
