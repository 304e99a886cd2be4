"""From pairs that are the same to groups whose members stand each other."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence

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
    never: Collection[tuple[int, int]] = (),
) -> list[list[int]]:
    """Joins 0 … count-1 along `links` (weight, left, right), the heaviest first.

    `objection(left, right)` is 0, 1 where two are held different, or `NEVER`. Two clusters stay apart where their members object to each other
    in more than one pair of `OUTVOTED`; so among a few a single objection decides. Pairs in `never` do not come together, whatever the
    others say. Every index is in exactly one cluster; clusters and their members are in order.
    """
    clusters = {index: [index] for index in range(count)}
    home = list(range(count))
    enemies: dict[int, set[int]] = {}
    for one, other in never:
        enemies.setdefault(one, set()).add(other)
        enemies.setdefault(other, set()).add(one)
    for _, left, right in sorted(links, key=lambda link: (-link[0], link[1], link[2])):
        one_side, other_side = clusters[home[left]], clusters[home[right]]
        if one_side is other_side or not _stand_each_other(one_side, other_side, objection):
            continue
        if enemies and any(home[enemy] == home[right] for member in one_side for enemy in enemies.get(member, ())):
            continue
        if len(one_side) < len(other_side):
            one_side, other_side = other_side, one_side
        gone = home[other_side[0]]
        for member in other_side:
            home[member] = home[one_side[0]]
        one_side.extend(other_side)
        del clusters[gone]
    return sorted(sorted(members) for members in clusters.values())


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
