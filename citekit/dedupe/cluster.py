"""From pairs that are the same to groups in which no two are different."""

from __future__ import annotations

from collections.abc import Callable, Iterable

LARGEST_CLUSTER = 200
"""Members a cluster may have. Equal references count as one, so that this bounds the work, not the duplicates."""


def cluster(
    count: int, links: Iterable[tuple[float, int, int]], different: Callable[[int, int], bool]
) -> list[list[int]]:
    """Joins 0 … count-1 along `links` (weight, left, right), the heaviest first.

    Two clusters are joined only if no member of one is `different` from a member of the other. Every index is in exactly
    one cluster; clusters and their members are in order.
    """
    clusters = {index: [index] for index in range(count)}
    home = list(range(count))
    for _, left, right in sorted(links, key=lambda link: (-link[0], link[1], link[2])):
        one, two = clusters[home[left]], clusters[home[right]]
        if one is two or len(one) + len(two) > LARGEST_CLUSTER:
            continue
        if any(different(*sorted((a, b))) for a in one for b in two):
            continue
        if len(one) < len(two):
            one, two = two, one
        gone = home[two[0]]
        for member in two:
            home[member] = home[one[0]]
        one.extend(two)
        del clusters[gone]
    return sorted(sorted(members) for members in clusters.values())
