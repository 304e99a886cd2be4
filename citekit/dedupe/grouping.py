"""Block, compare, decide, cluster: which references describe the same work."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from citekit.dedupe.block import candidates
from citekit.dedupe.cluster import cluster
from citekit.dedupe.compare import compare, in_harmony, unlike
from citekit.dedupe.decide import Decision, Verdict, decide, verdict, weigh
from citekit.dedupe.folded import Folded, folded
from citekit.model import Progress, Reference, Value, unheard


@dataclass(frozen=True, slots=True)
class Pair:
    """What is held of two of the references given; `left` and `right` are their places, left < right.

    `decided` tells that a person said so. `why` gives the reasons.
    """

    left: int
    right: int
    verdict: Verdict
    decided: bool = False


@dataclass(frozen=True, slots=True)
class Grouping:
    """Which references describe one work.

    Every place is in exactly one of `groups`, ordered by their first members. `pairs` are those compared and not found
    different: *same* within a group, *unsure* across. Of references that are equal in all we compare, each is paired with
    the first only, which also speaks for the rest elsewhere. `versions` are pairs across groups that are preprint and
    published form of one work.
    """

    groups: tuple[tuple[int, ...], ...]
    pairs: tuple[Pair, ...]
    versions: tuple[Pair, ...] = ()


Decided = Mapping[tuple[int, int], Literal["same", "different"]]
"""What a person said of two references, by their places, left < right."""


def group(
    references: Sequence[Reference],
    *,
    decided: Decided | None = None,
    versions: Literal["apart", "together"] = "apart",
    tell: Progress = unheard,
) -> Grouping:
    """Finds the references that describe the same work.

    No group holds a pair that is *different*, save where a person decided so. A preprint and the published article are two
    groups, paired in `versions`, or one, as `versions` says. Who is grouped with whom does not depend on the order of the
    references.
    """
    copies = _copies(references)
    folds = [fold for fold, _ in copies]
    verdicts: dict[tuple[int, int], Verdict] = {}
    links: list[tuple[float, int, int]] = []
    for left, right in candidates(folds):
        if unlike(folds[left], folds[right]):
            verdicts[left, right] = "different"
            continue
        found = compare(folds[left], folds[right])
        verdicts[left, right] = verdict(found)
        if verdicts[left, right] == "same":
            links.append((weigh(found), left, right))

    def different(left: int, right: int) -> bool:
        judged = verdicts.get((left, right))
        if judged is None and not in_harmony(folds[left], folds[right]):
            judged = verdict(compare(folds[left], folds[right]))
        return judged == "different"

    clusters = cluster(len(copies), links, different)
    home = {copy: number for number, members in enumerate(clusters) for copy in members}
    pairs = [
        _between(copies[a][1], copies[b][1], together=home[a] == home[b])
        for (a, b), judged in verdicts.items()
        if judged != "different"
    ]
    pairs.extend(Pair(places[0], other, "same") for _, places in copies for other in places[1:])
    groups = (sorted(place for copy in members for place in copies[copy][1]) for members in clusters)
    return Grouping(tuple(sorted(map(tuple, groups))), tuple(sorted(pairs, key=lambda p: (p.left, p.right))))


def _between(one: Sequence[int], two: Sequence[int], *, together: bool) -> Pair:
    left, right = sorted((one[0], two[0]))
    return Pair(left, right, "same" if together else "unsure")


def explain(a: Reference, b: Reference) -> Decision:
    """Do two references describe one work, and why? The decision that `group` makes on this pair by itself."""
    if a.fields and _content(a) == _content(b):
        return _EQUAL
    left, right = folded(a), folded(b)
    return decide(left, right, compare(left, right))


def why(references: Sequence[Reference], pair: Pair) -> Decision:
    """The verdict of `group` on a pair with its reasons, which may lie outside the pair: in a third reference, in a person."""
    if pair.decided:
        return Decision(pair.verdict, ("a person decided so",))
    alone = explain(references[pair.left], references[pair.right])
    if alone.verdict == pair.verdict:
        return alone
    third = (
        "both are the same as a third"
        if pair.verdict == "same"
        else "one is the same as a third that differs from the other"
    )
    return Decision(pair.verdict, (*alone.reasons, third))


_EQUAL = Decision("same", ("every field is the same",))
_Copies = tuple[Folded, list[int]]


def _content(reference: Reference) -> tuple[str, tuple[tuple[str, Value], ...]]:
    return reference.type, tuple(sorted((name, field.value) for name, field in reference.fields.items()))


def _copies(references: Sequence[Reference]) -> list[_Copies]:
    """The references that are equal in all we compare, with their places, in order of content.

    Where that is too little to call them the same (*Editorial*, nothing else), only wholly equal ones are put together.
    """
    alike: defaultdict[Folded, list[int]] = defaultdict(list)
    for place, reference in enumerate(references):
        alike[folded(reference)].append(place)
    result: list[_Copies] = []
    for fold in sorted(alike):
        places = alike[fold]
        if len(places) == 1 or verdict(compare(fold, fold)) == "same":
            result.append((fold, places))
        else:
            result.extend((fold, equal) for equal in _equal(places, references))
    return result


def _equal(places: Sequence[int], references: Sequence[Reference]) -> list[list[int]]:
    by_content: defaultdict[str, list[int]] = defaultdict(list)
    for place in places:
        reference = references[place]
        by_content[repr(_content(reference)) if reference.fields else f"empty {place}"].append(place)
    return [by_content[content] for content in sorted(by_content)]
