"""Which entries of two lists describe the same work."""

from __future__ import annotations

from collections.abc import Mapping

from citekit import dedupe
from citekit.git.document import Piece
from citekit.model import Reference, Value


def content(reference: Reference) -> tuple[str, frozenset[tuple[str, Value]]]:
    """All an entry says but its key."""
    return reference.type, frozenset((name, field.value) for name, field in reference.fields.items())


def same_works(one: Mapping[int, Piece], two: Mapping[int, Piece]) -> list[tuple[int, int]]:
    """Pairs of a place in `one` and a place in `two`; each place once.

    What says the same goes together first, then what `citekit.dedupe` calls the same work.
    """
    ours = {place: piece.reference for place, piece in one.items() if piece.reference is not None}
    theirs = {place: piece.reference for place, piece in two.items() if piece.reference is not None}
    found = []
    by_content: dict[object, list[int]] = {}
    for place, reference in ours.items():
        by_content.setdefault(content(reference), []).append(place)
    for place, reference in list(theirs.items()):
        equal = by_content.get(content(reference), [])
        if equal and reference.fields:
            home = equal.pop(0)
            found.append((home, place))
            del ours[home], theirs[place]
    return found + _alike(ours, theirs)


def _alike(ours: dict[int, Reference], theirs: dict[int, Reference]) -> list[tuple[int, int]]:
    if not ours or not theirs:
        return []
    places = [*ours, *theirs]
    found = []
    for members in dedupe.group([*ours.values(), *theirs.values()]).groups:
        left = [places[i] for i in members if i < len(ours)]
        right = [places[i] for i in members if i >= len(ours)]
        for place in right:
            home = next((p for p in left if dedupe.explain(ours[p], theirs[place]).verdict == "same"), None)
            if home is not None:
                left.remove(home)
                found.append((home, place))
    return found
