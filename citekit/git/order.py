"""The order of what two sides made of one list."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from typing import TypeVar

K = TypeVar("K", bound=Hashable)


def woven(base: Sequence[K], ours: Sequence[K], theirs: Sequence[K]) -> list[K]:
    """All members of `ours` and `theirs`, each once (each list names a member once).

    They stand in our order, or in theirs where only they put what was there before in another order. A member that the
    other side lacks follows the one it follows there; at the same place what we added comes first.
    """
    if _moved(base, theirs) and not _moved(base, ours):
        return list(_inserted(theirs, ours, behind_new=False))
    return list(_inserted(ours, theirs, behind_new=True))


def _moved(base: Sequence[K], side: Sequence[K]) -> bool:
    before, now = set(base), set(side)
    return [each for each in base if each in now] != [each for each in side if each in before]


def _inserted(first: Sequence[K], second: Sequence[K], *, behind_new: bool) -> Iterator[K]:
    """`first` with what only `second` has behind its neighbour there, and `behind_new` also what `first` alone has there."""
    known, shared = set(first), set(second)
    after: defaultdict[K | None, list[K]] = defaultdict(list)
    neighbour: K | None = None
    for each in second:
        if each in known:
            neighbour = each
        else:
            after[neighbour].append(each)
    waiting = after.pop(None, [])
    for each in first:
        if each in shared or not behind_new:
            yield from waiting
            waiting = []
        yield each
        waiting += after.pop(each, [])
    yield from waiting
