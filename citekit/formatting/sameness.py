"""Does a text still say what it said before it was formatted?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator, Mapping, Sequence
from operator import itemgetter

from citekit.bibtex.fields import meaning
from citekit.bibtex.strings import MONTHS, evaluate
from citekit.formatting.cutting import Entry, Field, Piece

Strings = Mapping[str, str]


def same(before: Sequence[Piece], after: Sequence[Piece], *, sorted_: bool) -> bool:
    """Have both the same entries with the same values, the same `@string`s, comments and broken blocks? In the same order, unless
    they were sorted. Layout and empty fields do not count."""
    if sorted_:
        return Counter(_all_said(before)) == Counter(_all_said(after))
    strings = dict(MONTHS)
    if len(before) != len(after):
        return False
    for old, new in zip(before, after, strict=True):
        if not _written_alike(old, new) and _said(old, strings) != _said(new, strings):
            return False
        _define(old, strings)
    return True


def _written_alike(old: Piece, new: Piece) -> bool:
    """The quick answer: are both entries, or texts, the same in all but white space between fields?"""
    return old.entry == new.entry if old.entry and new.entry else (old.kind, old.text) == (new.kind, new.text)


def _all_said(pieces: Sequence[Piece]) -> Iterator[Hashable]:
    strings = dict(MONTHS)
    for piece in pieces:
        yield _said(piece, strings)
        _define(piece, strings)


def _define(piece: Piece, strings: dict[str, str]) -> None:
    """Adds what an `@string` defines to those known."""
    if piece.kind == "string" and piece.entry:
        strings.update((field.name.lower(), evaluate(field.source, strings)) for field in piece.entry.fields)


def _said(piece: Piece, strings: Strings) -> Hashable:
    """What a piece says where these `@string`s are known."""
    entry = piece.entry
    if entry is None:
        return piece.kind, piece.text
    if piece.kind == "string":
        return "string", tuple((field.name, evaluate(field.source, strings)) for field in entry.fields)
    return "entry", entry.type.lower(), entry.key, _values(entry.fields, strings), _comments(entry)


def _values(fields: Sequence[Field], strings: Strings) -> Hashable:
    """Field by field what it says, in alphabetical order; of a repeated field the first stays the first."""
    said = [(name := field.name.lower(), _value(name, field.source, strings)) for field in fields]
    times = Counter(name for name, _ in said)
    return tuple(sorted((pair for pair in said if pair[1] or times[pair[0]] > 1), key=itemgetter(0)))


def _value(name: str, source: str, strings: Strings) -> str:
    if name == "month":
        return str(meaning(name, source, strings))
    latex = evaluate(source, strings)
    return " ".join(part for part in latex.replace("\n", " ").replace("\t", " ").split(" ") if part)


def _comments(entry: Entry) -> Hashable:
    comments = [entry.beside, *entry.below]
    for field in entry.fields:
        comments += [*field.above, field.beside]
    return tuple(sorted(filter(None, comments)))
