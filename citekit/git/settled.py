"""What one piece of a merge came to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from citekit.git.document import Piece
from citekit.git.markers import Markers


@dataclass(frozen=True, slots=True)
class Decision:
    """Something that was decided and that nobody had decided before; a `conflict` is marked for a person to decide."""

    key: str
    message: str
    conflict: bool = False

    def __str__(self) -> str:
        return ": ".join(part for part in (self.key, "CONFLICT" if self.conflict else "", self.message) if part)


@dataclass(frozen=True, slots=True)
class Settled:
    """The text of a piece in the result, its citation key if it is an entry, and what was decided on the way."""

    text: str
    key: str = ""
    decisions: tuple[Decision, ...] = ()

    @property
    def conflict(self) -> bool:
        return any(decision.conflict for decision in self.decisions)


Pieces = Mapping[int, Settled]
"""By the numbers of their trios what the pieces came to."""


def taken(piece: Piece, *decisions: Decision) -> Settled:
    """The piece as it stands."""
    return Settled(piece.text, key_of(piece), decisions)


def clash(message: str, markers: Markers, base: Piece | None, ours: Piece | None, theirs: Piece | None) -> Settled:
    """Conflict markers round the whole piece; None is a side that does not have it."""
    text = markers.around(*(piece.text if piece else "" for piece in (ours, theirs, base)))
    known = ours or theirs or base
    key = key_of(known) if known else ""
    return Settled(text, key, (Decision(key or (label(known) if known else ""), message, conflict=True),))


def key_of(piece: Piece) -> str:
    return piece.reference.key if piece.reference else ""


def label(piece: Piece) -> str:
    """What a report calls a piece: its citation key, `@string name`, `@preamble`, `comment "% Chapter 1"`."""
    if piece.kind == "entry":
        return key_of(piece) or "entry without a key"
    if piece.kind == "string":
        return f"@string {piece.name}"
    return "@preamble" if piece.kind == "preamble" else f'{piece.kind} "{piece.text.splitlines()[0][:40]}"'
