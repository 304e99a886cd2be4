"""The order of a file's pieces: entries by what is asked for, each with its comments."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from citekit.bibtex.fields import meaning
from citekit.bibtex.strings import MONTHS, evaluate
from citekit.formatting.cutting import Entry, Piece
from citekit.values.names import Names
from citekit.values.text import fold

# What else may hold what is asked for, the first that is there counts. biblatex manual §2.2.5.
_INSTEAD = {
    "year": ("year", "date"), "date": ("date", "year"), "journal": ("journal", "journaltitle"),
    "journaltitle": ("journaltitle", "journal"), "author": ("author", "editor"),
    "address": ("address", "location"), "location": ("location", "address"),
}  # fmt: skip

_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")


@dataclass(frozen=True, slots=True)
class _Group:
    """An entry with its comments; `values` are what it is sorted by, `""` where it has no such field."""

    pieces: tuple[Piece, ...]
    key: str
    crossref: str
    values: tuple[str, ...]


def in_order(pieces: Sequence[Piece], criteria: Sequence[str]) -> list[Piece]:
    """The pieces with their entries sorted: first the comments at the head of the file, then all `@string`s and `@preamble`s, then
    the entries, then the comments at its end.

    A comment above an entry, or beside it, goes where the entry goes; at the head of the file only if no empty line
    parts them. What lacks a field stands behind what has it. An entry that others name in `crossref` stands behind
    those (btxdoc §3.2.2 wants it so). There must be no `obstacle`.
    """
    head: list[Piece] = []
    definitions: list[Piece] = []
    groups: list[_Group] = []
    waiting: list[Piece] = []
    strings = dict(MONTHS)
    for number, piece in enumerate(pieces):
        if piece.kind == "comment":
            if piece.is_beside and not waiting and groups and pieces[number - 1] is groups[-1].pieces[-1]:
                groups[-1] = _with(groups[-1], piece)
            elif piece.is_beside and not waiting and definitions and pieces[number - 1] is definitions[-1]:
                definitions.append(piece)
            else:
                waiting.append(piece)
            continue
        above, waiting = waiting, []
        if not groups and not definitions:
            detached = _detached(above, piece)
            head += above[:detached]
            above = above[detached:]
        if piece.kind == "entry":
            groups.append(_group((*above, piece), piece, criteria, strings))
            continue
        definitions += [*above, piece]
        if piece.entry:
            strings.update((field.name.lower(), evaluate(field.source, strings)) for field in piece.entry.fields)
    ordered = _parents_last(_sorted(groups, criteria))
    return _parted([*head, *definitions, *(piece for group in ordered for piece in group.pieces), *waiting], pieces)


def _parted(ordered: Sequence[Piece], before: Sequence[Piece]) -> list[Piece]:
    """With an empty line before each piece that has another one before it now."""
    earlier = {piece.start: other.start for other, piece in pairwise(before)}
    same = [earlier.get(piece.start) == other.start for other, piece in pairwise(ordered)]
    rest = [piece if near else replace(piece, gap="\n\n") for piece, near in zip(ordered[1:], same, strict=True)]
    return [*ordered[:1], *rest]


def obstacle(pieces: Sequence[Piece]) -> Piece | None:
    """The block because of which nothing can be sorted: it cannot be read, or an `@string` that it may use would pass it."""
    kinds = [piece.kind for piece in pieces]
    passing = "entry" in kinds and "string" in kinds[kinds.index("entry") :]
    return next((piece for piece in pieces if piece.kind == "failed" or (passing and piece.reason)), None)


def _with(group: _Group, piece: Piece) -> _Group:
    return _Group((*group.pieces, piece), group.key, group.crossref, group.values)


def _detached(above: Sequence[Piece], piece: Piece) -> int:
    """How many of the comments are parted by an empty line from what follows."""
    following = [*above[1:], piece]
    return next((number for number in range(len(above), 0, -1) if not following[number - 1].is_attached), 0)


def _group(pieces: tuple[Piece, ...], piece: Piece, criteria: Sequence[str], strings: dict[str, str]) -> _Group:
    entry = piece.entry
    crossref = _value(entry, "crossref", strings) if entry else ""
    names = [criterion.removeprefix("-").lower() for criterion in criteria]
    values = [_value(entry, name, strings) if entry else piece.key.lower() * (name == "key") for name in names]
    return _Group(pieces, piece.key.lower(), crossref.lower(), tuple(values))


def _value(entry: Entry, name: str, strings: dict[str, str]) -> str:
    """What the entry is sorted by, folded."""
    if name == "key":
        return entry.key.lower()
    if name == "type":
        return entry.type.lower()
    for instead in _INSTEAD.get(name, (name,)):
        for field in entry.fields:
            if field.name.lower() == instead:
                said = meaning(instead, field.source, strings)
                if name == "crossref" or not said:
                    return str(said) if isinstance(said, str) else ""
                if isinstance(said, Names):
                    return " | ".join(fold(each.inverted) for each in said)
                year = _YEAR.search(said) if name == "year" else None
                return _folded(year[0] if year else said)
    return ""


def _folded(text: str) -> str:
    """Numbers stand before words, in the order of their size."""
    return f"{int(text):020}" if text.isascii() and text.isdigit() and len(text) < 20 else fold(text) or text


def _sorted(groups: Iterable[_Group], criteria: Sequence[str]) -> list[_Group]:
    found = list(groups)
    for number in reversed(range(len(criteria))):
        backwards = criteria[number].startswith("-")
        present = sorted(
            (group for group in found if group.values[number]),
            key=lambda group: group.values[number],
            reverse=backwards,
        )
        found = present + [group for group in found if not group.values[number]]
    return found


def _parents_last(groups: Sequence[_Group]) -> list[_Group]:
    """Stable: each entry behind all that name it. Entries that name each other stay as they are."""
    parent = {group.key: group.crossref for group in groups if group.crossref}
    if not parent:
        return list(groups)
    children = Counter(parent.values())
    depth: dict[str, int] = {}
    ready = [key for key in parent if not children[key]]
    while ready:
        key = ready.pop()
        above = parent.get(key, "")
        if above:
            depth[above] = max(depth.get(above, 0), depth.get(key, 0) + 1)
            children[above] -= 1
            if not children[above]:
                ready.append(above)
    return sorted(groups, key=lambda group: depth.get(group.key, 0))
