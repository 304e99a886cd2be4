"""Fields that name another entry follow when the other side renamed it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from citekit.git.document import Piece
from citekit.git.layout import layout, put_together
from citekit.git.markers import Markers
from citekit.git.matching import Trio
from citekit.git.settled import Decision, Pieces, Settled
from citekit.pointers import POINTERS
from citekit.values.key_lists import keys_in

Keys = Mapping[str, str]
"""A key in lower case that is no more → the key its entry has now."""


def follow_renames(pieces: Pieces, trios: Sequence[Trio], markers: Markers) -> dict[int, Settled]:
    """The pieces with `crossref` and its like led to the new keys, where who wrote the field could not know of them.

    A side that renamed an entry has seen to its own fields; those stay as they are.
    """
    by_ours, by_theirs = _renamed(pieces, trios)
    if not by_ours and not by_theirs:
        return dict(pieces)
    return {
        number: piece if piece.conflict or not piece.key else _led(piece, trios[number], by_ours, by_theirs, markers)
        for number, piece in pieces.items()
    }


def _renamed(pieces: Pieces, trios: Sequence[Trio]) -> tuple[Keys, Keys]:
    by_ours: dict[str, str] = {}
    by_theirs: dict[str, str] = {}
    for number, piece in pieces.items():
        trio = trios[number]
        before = trio.base or trio.theirs  # what both added under two keys has ours
        if piece.key and trio.ours and before and before.name != trio.ours.name:
            by_ours[before.name] = piece.key
        if piece.key and trio.base and trio.theirs and trio.base.name != trio.theirs.name:
            by_theirs[trio.base.name] = piece.key
    there = {piece.key.lower() for piece in pieces.values()}
    for keys in (by_ours, by_theirs):
        for old in keys.keys() & there:
            del keys[old]
    return by_ours, by_theirs


def _led(piece: Settled, trio: Trio, by_ours: Keys, by_theirs: Keys, markers: Markers) -> Settled:
    cut = layout(Piece("entry", "", piece.text, ""))
    names = [name for name in POINTERS if cut and name in cut.fields]
    if cut is None or not names:
        return piece
    fields = dict(cut.fields)
    for name in names:
        known_to_ours, known_to_theirs = _targets(trio.ours, name), _targets(trio.theirs, name)
        keys = {old: new for old, new in by_ours.items() if old not in known_to_ours}
        keys |= {old: new for old, new in by_theirs.items() if old not in known_to_theirs}
        fields[name] = replace(fields[name], value=_with_keys(fields[name].value, keys))
    text = put_together(cut, cut.head, list(fields.values()), markers)
    if text == piece.text:
        return piece
    said = Decision(piece.key, f"{', '.join(names)} led to the new key")
    return replace(piece, text=text, decisions=(*piece.decisions, said))


def _targets(side: Piece | None, name: str) -> list[str]:
    return [key.lower() for key in keys_in(side.reference.get(name))] if side and side.reference else []


def _with_keys(source: str, keys: Keys) -> str:
    if source[:1] + source[-1:] not in ("{}", '""'):
        return source
    parts = source[1:-1].split(",")
    led = [
        part.replace(part.strip(), keys.get(part.strip().lower(), part.strip())) if part.strip() else part
        for part in parts
    ]
    return source[0] + ",".join(led) + source[-1]
