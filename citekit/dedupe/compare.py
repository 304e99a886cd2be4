"""How two folded references compare, field by field. The only importer of rapidfuzz."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from citekit.dedupe.folded import Folded
from citekit.dedupe.place import first_pages, issues, places, volumes, years
from citekit.values.journals import same_journal
from citekit.values.text import fold


@dataclass(frozen=True, slots=True)
class Comparison:
    """One word for each field. *missing* means that at least one side does not say, which speaks neither way.

    All fields but two know *agree*, *contradict* and *missing*; some have shades between, named in the function that makes
    them. `likeness` is how alike the titles are, from 0 to 100.
    """

    title: str = "missing"
    likeness: float = 0.0
    part: str = "missing"
    notice: str = "agree"
    author: str = "missing"
    year: str = "missing"
    container: str = "missing"
    kind: str = "missing"
    volume: str = "missing"
    number: str = "missing"
    page: str = "missing"
    last_page: str = "missing"
    place: str = "missing"
    doi: str = "missing"
    pmid: str = "missing"


def compare(a: Folded, b: Folded) -> Comparison:
    """The fields of two references side by side. Symmetric: `compare(a, b) == compare(b, a)`."""
    title, likeness = _titles(a, b)
    volume, page, place = volumes(a, b), first_pages(a, b), places(a, b)
    doi, pmid = _plain(a.doi, b.doi), _plain(a.pmid, b.pmid)
    if title == "different" and "agree" in (place, doi, pmid):
        title = "retitled"
    return Comparison(
        title=title,
        likeness=likeness,
        part="agree" if a.squashed == b.squashed else _parts(a.numbers, b.numbers),
        notice="agree" if a.notice == b.notice else "contradict",
        author=_authors(a, b),
        year=years(a.year, b.year),
        container=_containers(a, b),
        kind=_kinds(a.kind, b.kind),
        volume=volume,
        number=issues(a, b, volume, page),
        page=page,
        last_page=_plain(a.last_page, b.last_page),
        place=place,
        doi=doi,
        pmid=pmid,
    )


def in_harmony(a: Folded, b: Folded) -> bool:
    """A quick look at two references with one title: does no field contradict, so that they cannot be *different*?

    False only means that it takes `compare` to tell.
    """
    return (
        (a.squashed, a.notice) == (b.squashed, b.notice)
        and a.families == b.families
        and a.given == b.given
        and (not a.first_page or not b.first_page or a.first_page == b.first_page)
        and (a.kind, a.year, a.volume, a.number, a.doi, a.pmid) == (b.kind, b.year, b.volume, b.number, b.doi, b.pmid)
    )


def _plain(a: str, b: str) -> str:
    if not a or not b:
        return "missing"
    return "agree" if a == b else "contradict"


def _kinds(a: str, b: str) -> str:
    """`version` where one is a preprint and the other is not, or does not say."""
    if a != b and "preprint" in (a, b):
        return "version"
    return _plain(a, b)


# ---------------------------------------------------------------- titles

LEAST_ALIKE = 75.0
"""Titles less alike than this, from 0 to 100, are *different*."""


def likenesses(ones: Sequence[str], others: Sequence[str]) -> NDArray[np.float32]:
    """How alike the squashed titles of many pairs are, from 0 to 100; 0 for those under `LEAST_ALIKE`."""
    return process.cpdist(ones, others, scorer=fuzz.ratio, score_cutoff=LEAST_ALIKE, workers=-1)


_SMALL_WORDS = frozenset(
    "a an the of and or in on for to with by from at as is its der die das und le la les et".split()
)
_SHORT_TITLE = 25
_GREEK = re.compile(r"alpha|beta|gamma|delta|epsilon|zeta|kappa|lambda|mu|omega|sigma|theta")
# A title of these words alone is one that thousands of works share.
_GENERIC = frozenset(
    "editorial editorials editor editors note notes comment comments commentary introduction introductory preface foreword"
    " afterword prologue epilogue guest book books review reviews letter letters correspondence message messages column"
    " columns news obituary obituaries contents table index author subject abstract abstracts announcement announcements"
    " discussion summary conclusion conclusions reply response errata erratum corrigendum correction corrections addendum"
    " acknowledgments acknowledgements untitled overview perspective perspectives viewpoint report reports call papers"
    " welcome memoriam chair president treasurer secretary special issue this section from to the in of on for and a an by".split()
)


def _titles(a: Folded, b: Folded) -> tuple[str, float]:
    """The titles' relation and likeness.

    `equal`, or `short` when equal but of few letters, or `generic` for an equal *Editorial*; `spelled`: the words differ
    in spelling only; `headed`: one lacks the subtitle; `longer`: one has words the other lacks; `reworded`: words were
    exchanged; `different`.
    """
    if not a.squashed or not b.squashed:
        return "missing", 0.0
    if a.squashed == b.squashed:
        return _equal(a), 100.0
    likeness = fuzz.ratio(a.squashed, b.squashed, score_cutoff=LEAST_ALIKE)
    if a.squashed in b.heads or b.squashed in a.heads:
        return "headed", likeness or 100.0 * min(len(a.squashed), len(b.squashed)) / max(
            len(a.squashed), len(b.squashed)
        )
    if not likeness:
        return "different", 0.0
    return _words_apart(a.title, b.title), likeness


def _equal(a: Folded) -> str:
    if all(word in _GENERIC for word in a.title.split()):
        return "generic"
    return "short" if len(a.squashed) < _SHORT_TITLE else "equal"


def _words_apart(a: str, b: str) -> str:
    """What sets two like titles apart: `spelled`, `longer` or `reworded`."""
    left, right = a.split(), b.split()
    only_left, only_right = _without(left, right), _without(right, left)
    if "".join(only_left) == "".join(only_right):
        return "spelled"
    _drop_misspelt(only_left, only_right)
    if only_left and only_right:
        _drop_lost_greek(only_left, only_right)
    if only_left and only_right:
        return "spelled" if _misspelt("".join(only_left), "".join(only_right)) else "reworded"
    return "longer" if only_left or only_right else "spelled"


def _drop_misspelt(left: list[str], right: list[str]) -> None:
    for word in tuple(left):
        other = min(right, key=lambda candidate: (OSA.distance(word, candidate), candidate), default="")
        if other and _misspelt(word, other):
            left.remove(word)
            right.remove(other)


def _drop_lost_greek(left: list[str], right: list[str]) -> None:
    """Databases lose Greek letters: `nf kappab` in one is `nf b` in another. `alpha` is still not `beta`."""
    if any(map(_GREEK.search, left)) and any(map(_GREEK.search, right)):
        return
    for word in tuple(left):
        bare = _GREEK.sub("", word)
        other = next((o for o in right if _GREEK.sub("", o) == bare), "")
        if other or not bare:
            left.remove(word)
        if other:
            right.remove(other)


def _without(words: list[str], others: list[str]) -> list[str]:
    """The words, less those of `others` and small words."""
    return [word for word in _less(words, others) if word not in _SMALL_WORDS]


def _misspelt(a: str, b: str) -> bool:
    """`ischaemia` ~ `ischemia`, `recieve` ~ `receive`; not `rats` ~ `mice`, and never two numbers."""
    if a.isdigit() or b.isdigit():
        return False
    longest = max(len(a), len(b))
    return longest > 3 and OSA.distance(a, b) <= max(1, longest // 5)


def _parts(a: tuple[str, ...], b: tuple[str, ...]) -> str:
    """The numbers in the titles: `contradict` when each side has one that the other lacks, `missing` when one has more."""
    if a == b or "".join(a) == "".join(b):
        return "agree"
    return "contradict" if _less(a, b) and _less(b, a) else "missing"


# ---------------------------------------------------------------- people


def _authors(a: Folded, b: Folded) -> str:
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
    only_a, only_b = _less(a.families, b.families), _less(b.families, a.families)
    found = min(
        sum(any(_same_family(one, other) for other in rest) for one in only)
        for only, rest in ((only_a, only_b), (only_b, only_a))
    )
    return len(a.families) - len(only_a) + found


def _less(names: Sequence[str], others: Sequence[str]) -> list[str]:
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
    return len(short) >= 5 and OSA.distance(a, b, score_cutoff=1) <= 1


# ---------------------------------------------------------------- journals and books


def _containers(a: Folded, b: Folded) -> str:
    if not a.container or not b.container:
        return "missing"
    ours = (a.container, a.container_short) if a.container_short else (a.container,)
    theirs = (b.container, b.container_short) if b.container_short else (b.container,)
    return "agree" if any(_same_container(x, y) for x in ours for y in theirs) else "contradict"


@lru_cache(maxsize=100_000)
def _same_container(a: str, b: str) -> bool:
    return a == b or same_journal(a, b) or fuzz.token_set_ratio(fold(a), fold(b)) >= _CONTAINERS_ALIKE


_CONTAINERS_ALIKE = 85.0
