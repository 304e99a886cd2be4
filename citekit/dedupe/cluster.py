"""From pairs that are the same to groups whose members stand each other."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

OUTVOTED = 10
"""Two clusters are joined over one objection where ten pairs of their members have none."""
NEVER = OUTVOTED**9
"""An objection that no majority outweighs."""
_LOOKS = 10
"""Members of either side that are looked at where there are many."""


def cluster(
    count: int,
    links: Iterable[tuple[float, int, int]],
    objection: Callable[[int, int], int],
    together: Collection[tuple[int, int]] = (),
    never: Collection[tuple[int, int]] = (),
) -> list[list[int]]:
    """Joins 0 … count-1 along `links` (weight, left, right), the heaviest first.

    `objection(left, right)` is 0, 1 where two are held different, or `NEVER`. Two clusters stay apart where their members object to each other
    in more than one pair of `OUTVOTED`; so among a few a single objection decides. Pairs in `together` come together and pairs in `never`
    do not, whatever the others say: each of the former brings all that it is linked with, and objections between the two sides do not
    count. No pair of `never` may follow from those of `together`. Every index is in exactly one cluster; clusters and their members
    are in order.
    """
    linked = _Clusters(count)
    clusters = _Clusters(count) if together else linked
    for left, right in together:
        clusters.join(left, right)
    enemies: dict[int, set[int]] = {}
    for one, other in never:
        enemies.setdefault(one, set()).add(other)
        enemies.setdefault(other, set()).add(one)
    for _, left, right in sorted(links, key=lambda link: (-link[0], link[1], link[2])):
        one_side, other_side = linked.of(left), linked.of(right)
        if one_side is other_side or not _stand_each_other(one_side, other_side, objection):
            continue
        if enemies and clusters.hold_any(left, right, enemies):
            continue
        linked.join(left, right)
        if clusters is not linked:
            clusters.join(left, right)
    return sorted(sorted(members) for members in clusters.all())


class _Clusters:
    """Indexes in sets that grow together."""

    def __init__(self, count: int) -> None:
        self._members = {index: [index] for index in range(count)}
        self._home = list(range(count))

    def of(self, index: int) -> list[int]:
        return self._members[self._home[index]]

    def all(self) -> Iterable[list[int]]:
        return self._members.values()

    def join(self, one: int, other: int) -> None:
        larger, smaller = self.of(one), self.of(other)
        if larger is smaller:
            return
        if len(larger) < len(smaller):
            larger, smaller = smaller, larger
        gone, home = self._home[smaller[0]], self._home[larger[0]]
        for member in smaller:
            self._home[member] = home
        larger.extend(smaller)
        del self._members[gone]

    def hold_any(self, one: int, other: int, pairs: Mapping[int, Collection[int]]) -> bool:
        """Would one of these pairs come together if the two sets did?"""
        there = self._home[other]
        return any(self._home[each] == there for member in self.of(one) for each in pairs.get(member, ()))


def _stand_each_other(one: Sequence[int], other: Sequence[int], objection: Callable[[int, int], int]) -> bool:
    ours, theirs = _some(one), _some(other)
    most = len(ours) * len(theirs) // OUTVOTED
    objections = 0
    for a in ours:
        for b in theirs:
            objections += objection(a, b) if a < b else objection(b, a)
            if objections > most:
                return False
    return True


def _some(members: Sequence[int]) -> Sequence[int]:
    """All of a few; of many some that stand evenly among them, so that a join costs the same however many there are."""
    count = len(members)
    return members if count <= _LOOKS else [members[count * look // _LOOKS] for look in range(_LOOKS)]
