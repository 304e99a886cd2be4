"""Which pieces of three documents are the same one."""

from __future__ import annotations

import re
from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from citekit import dedupe
from citekit.git.document import Document, Piece
from citekit.git.works import content, same_works


@dataclass(frozen=True, slots=True)
class Trio:
    """One piece in the three documents, None where it is not."""

    base: Piece | None = None
    ours: Piece | None = None
    theirs: Piece | None = None


@dataclass(frozen=True, slots=True)
class Matched:
    """The trios, and for each document which of them stand there, in order."""

    trios: tuple[Trio, ...]
    base: tuple[int, ...]
    ours: tuple[int, ...]
    theirs: tuple[int, ...]


def match(base: Document, ours: Document, theirs: Document) -> Matched:
    """Finds the pieces that are the same.

    An entry is known by its key, an `@string` by its name, other blocks by their text or their place. An entry that lost
    its key on one side is the one that says the same there, or that describes the same work. What both sides added is
    matched likewise; two works with one key stay two.
    """
    o, a, b = (_placed(each.pieces) for each in (base, ours, theirs))
    in_ours = {place: home for home, place in _versions(o, a).items()}
    in_theirs = {place: home for home, place in _versions(o, b).items()}
    new_ours = [place for place in range(len(a)) if place not in in_ours]
    new_theirs = [place for place in range(len(b)) if place not in in_theirs]
    both = _both_added(a, new_ours, b, new_theirs)
    in_ours |= {place: number for number, place in enumerate(new_ours, len(o))}
    in_theirs |= {place: in_ours[home] for home, place in both.items()}
    alone = [place for place in new_theirs if place not in in_theirs]
    in_theirs |= {place: number for number, place in enumerate(alone, len(o) + len(new_ours))}
    versions: tuple[dict[int, Piece], ...] = (
        dict(enumerate(base.pieces)),
        {number: ours.pieces[place] for place, number in in_ours.items()},
        {number: theirs.pieces[place] for place, number in in_theirs.items()},
    )
    return Matched(
        tuple(Trio(*(each.get(n) for each in versions)) for n in range(len(o) + len(new_ours) + len(alone))),
        tuple(range(len(o))),
        tuple(in_ours[place] for place in range(len(a))),
        tuple(in_theirs[place] for place in range(len(b))),
    )


# ---------------------------------------------------------------- signs

_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class _Place:
    """A piece and the next pieces with a name before and behind it, by kind and name; a document's ends are such, too."""

    piece: Piece
    before: tuple[str, str]
    behind: tuple[str, str]


Places = Sequence[_Place]
Sign = Callable[[_Place], Hashable | None]
"""What a piece is known by; None when this sign does not tell."""


def _placed(pieces: Sequence[Piece]) -> list[_Place]:
    behind = list(_neighbours(reversed(pieces)))[::-1]
    return [_Place(*each) for each in zip(pieces, _neighbours(pieces), behind, strict=True)]


def _neighbours(pieces: Iterable[Piece]) -> Iterator[tuple[str, str]]:
    last = ("end", "")
    for piece in pieces:
        yield last
        if piece.name:
            last = (piece.kind, piece.name)


def _named_text(place: _Place) -> Hashable | None:
    piece = place.piece
    return (piece.kind, piece.name, piece.text) if piece.name else None


def _name(place: _Place) -> Hashable | None:
    return (place.piece.kind, place.piece.name) if place.piece.name else None


def _text(place: _Place) -> Hashable | None:
    return None if place.piece.name else (place.piece.kind, place.piece.text)


def _text_before(place: _Place) -> Hashable | None:
    return None if place.piece.name else (place.piece.kind, place.piece.text, place.behind)


def _text_behind(place: _Place) -> Hashable | None:
    return None if place.piece.name else (place.piece.kind, place.piece.text, place.before)


def _only_before(place: _Place) -> Hashable | None:
    piece = place.piece
    return None if piece.name or piece.kind in ("entry", "failed") else (piece.kind, place.behind)


def _only_between(place: _Place) -> Hashable | None:
    known = _only_before(place)
    return None if known is None else (known, place.before)


def _between_but_numbers(place: _Place) -> Hashable | None:
    """`% checked: 2019` and `% checked: 2020` at one place are one comment, whatever else was put there."""
    known = _only_between(place)
    return None if known is None else (known, _NUMBER.sub("", place.piece.text))


# From what is surest on. What is found by its text is found by its neighbours first, since `%----` may stand often.
_SIGNS: tuple[Sign, ...] = (
    _named_text, _name, _text_before, _text_behind, _text, _between_but_numbers, _only_between, _only_before,
)  # fmt: skip
_SIGNS_OF_NEW: tuple[Sign, ...] = (_named_text, _text_before, _text_behind, _text)


def _paired(
    one: Places, free_one: Iterable[int], two: Places, free_two: Iterable[int], signs: Sequence[Sign]
) -> dict[int, int]:
    """The free places of the one document → those of the other. Of several with the same sign the first go together."""
    left, right = list(free_one), list(free_two)
    found: dict[int, int] = {}
    for sign in signs:
        waiting: defaultdict[Hashable, deque[int]] = defaultdict(deque)
        for place in left:
            if (known := sign(one[place])) is not None:
                waiting[known].append(place)
        pairs = {}
        for place in right:
            if (known := sign(two[place])) is not None and waiting.get(known):
                pairs[waiting[known].popleft()] = place
        taken = set(pairs.values())
        left, right = [p for p in left if p not in pairs], [p for p in right if p not in taken]
        found |= pairs
    return found


# ---------------------------------------------------------------- what was there before, what both added


def _versions(base: Places, side: Places) -> dict[int, int]:
    """The places of the base → what became of them on this side."""
    found = _paired(base, range(len(base)), side, range(len(side)), _SIGNS)
    return found | _by_work(base, range(len(base)), side, range(len(side)), found)


def _both_added(ours: Places, new_ours: Sequence[int], theirs: Places, new_theirs: Sequence[int]) -> dict[int, int]:
    found = _paired(ours, new_ours, theirs, new_theirs, _SIGNS_OF_NEW)
    taken = set(found.values())
    left, right = [p for p in new_ours if p not in found], [p for p in new_theirs if p not in taken]
    by_name = _paired(ours, left, theirs, right, (_name,))
    found |= {one: two for one, two in by_name.items() if _may_be_one(ours[one].piece, theirs[two].piece)}
    return found | _by_work(ours, new_ours, theirs, new_theirs, found)


def _may_be_one(ours: Piece, theirs: Piece) -> bool:
    one, two = ours.reference, theirs.reference
    if one is None or two is None or content(one) == content(two):
        return True
    return dedupe.explain(one, two).verdict != "different"


def _by_work(
    one: Places, free_one: Iterable[int], two: Places, free_two: Iterable[int], found: Mapping[int, int]
) -> dict[int, int]:
    """The entries not found yet that describe the same work."""
    taken = set(found.values())
    left = {place: one[place].piece for place in free_one if place not in found}
    right = {place: two[place].piece for place in free_two if place not in taken}
    return dict(same_works(left, right))
