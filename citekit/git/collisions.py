"""Two works under one key, because each side gave it to another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from citekit.bibtex.grammar import HEADER
from citekit.git.document import Piece
from citekit.git.markers import Markers
from citekit.git.matching import Trio
from citekit.git.settled import Decision, Pieces, Settled
from citekit.keys import assign_keys
from citekit.model import Reference


def part_keys(pieces: Pieces, trios: Sequence[Trio], markers: Markers) -> dict[int, Settled]:
    """The pieces with such works side by side, marked as a conflict; theirs has a letter behind its key.

    Documents of both sides cite the key, so a person must say who means what. Keys that one side itself has twice are its own
    affair.
    """
    result = dict(pieces)
    homes: dict[str, list[int]] = {}
    for number, piece in pieces.items():
        if piece.key:
            homes.setdefault(piece.key.lower(), []).append(number)
    for key, numbers in homes.items():
        ours = [number for number in numbers if _has(trios[number].ours, key)]
        guests = [number for number in numbers if number not in ours]
        if not ours or all(_has(trios[number].theirs, key) for number in numbers):
            continue
        for guest in guests:
            _apart(result, ours[0], guest, _lettered(pieces[guest].key, pieces, trios), markers)
    return result


def _has(piece: Piece | None, key: str) -> bool:
    return piece is not None and piece.name == key


def _apart(result: dict[int, Settled], home: int, guest: int, key: str, markers: Markers) -> None:
    """Puts the guest beside the entry that has the key, or marks it where it is when that one holds a conflict already."""
    old = result[guest]
    text = _with_key(old.text, old.key, key)
    said = f"two works have this key; that of theirs is now {key}: cite it so, then remove the markers"
    decision = Decision(old.key, said, conflict=True)
    if result[home].conflict:
        result[guest] = Settled(markers.around("", text), key, (*old.decisions, decision))
        return
    both = markers.around(result[home].text, text)
    result[home] = replace(result[home], text=both, decisions=(*result[home].decisions, *old.decisions, decision))
    del result[guest]


def _with_key(text: str, old: str, new: str) -> str:
    """The entry under another key; it stands behind the first bracket, also where conflicts are marked."""
    header = HEADER.search(text)
    at = text.index(old, header.end() if header else 0)
    return text[:at] + new + text[at + len(old) :]


def _lettered(key: str, pieces: Pieces, trios: Sequence[Trio]) -> str:
    """The key with the first letter behind it that makes it one that no side ever had."""
    sides = (side for trio in trios for side in (trio.base, trio.ours, trio.theirs) if side)
    known = {side.reference.key for side in sides if side.reference} | {piece.key for piece in pieces.values()}
    others = sorted(each for each in known if each.lower() not in ("", key.lower()))
    return assign_keys([Reference(key=each) for each in (*others, key, key)])[0][-1].key
