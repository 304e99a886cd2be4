"""Whether two lists of authors are one."""

from __future__ import annotations

from collections.abc import Sequence

from citekit.dedupe.folded import Folded
from citekit.values.likeness import slips


def authors(a: Folded, b: Folded) -> str:
    """`agree`: the lists match as far as both go; `lone`: so do two lists of one; `most`: more than half of the shorter list; `overlap`: fewer than that;
    `contradict`: nobody. A lone author must also agree in the first letter of the given name.
    """
    if not a.families or not b.families:
        return "missing"
    fewer = min(len(a.families), len(b.families))
    shared = _shared(a, b)
    if fewer == 1 and shared and not _compatible(a, b):
        shared = 0
    if not shared:
        return "most" if _swapped(a, b) else "contradict"
    if shared == fewer and (a.cut or b.cut or len(a.families) == len(b.families)):
        return "agree" if len(a.families) > 1 or len(b.families) > 1 else "lone"
    return "most" if shared * 2 > fewer else "overlap"


def _compatible(a: Folded, b: Folded) -> bool:
    """Is the only name of one list among those of the other, given names included?"""
    (short, long) = (a, b) if len(a.families) == 1 else (b, a)
    initial = short.given[0][:1]
    return any(
        _same_family(short.families[0], family) and (not given or not initial or given[0] == initial)
        for family, given in zip(long.families, long.given, strict=True)
    )


def _swapped(a: Folded, b: Folded) -> bool:
    """`Wei, Zhang` for `Zhang, Wei`, in the first author."""
    one, other = (a.families[0], a.given[0]), (b.families[0], b.given[0])
    if not one[1] or not other[1]:
        return False
    return (one[0] == other[1] and other[0][0] == one[1][0]) or (other[0] == one[1] and one[0][0] == other[1][0])


def _shared(a: Folded, b: Folded) -> int:
    """How many people of the shorter list stand in the other."""
    if a.families == b.families:
        return len(a.families)
    only_a, only_b = less(a.families, b.families), less(b.families, a.families)
    found = min(
        sum(any(_same_family(one, other) for other in rest) for one in only)
        for only, rest in ((only_a, only_b), (only_b, only_a))
    )
    return len(a.families) - len(only_a) + found


def less(names: Sequence[str], others: Sequence[str]) -> list[str]:
    """The names, less those of `others`, each of which counts once."""
    left = list(others)
    result = []
    for name in names:
        if name in left:
            left.remove(name)
        else:
            result.append(name)
    return result


def _same_family(a: str, b: str) -> bool:
    """Equal, one with a particle or second part that the other lacks, or one slip in a long name."""
    if a == b:
        return True
    short, long = (a, b) if len(a) < len(b) else (b, a)
    if len(short) >= 4 and (long.endswith(short) or long.startswith(short)):
        return True
    return len(short) >= 5 and slips(a, b, 1) <= 1
