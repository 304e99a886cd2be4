"""Block, compare, decide, cluster: which references describe the same work."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from citekit.dedupe.block import candidates
from citekit.dedupe.cluster import cluster
from citekit.dedupe.compare import compare, in_harmony, unlike
from citekit.dedupe.decide import Decision, Verdict, decide, verdict, weigh
from citekit.dedupe.folded import Folded, folded
from citekit.model import Reference, Value


@dataclass(frozen=True, slots=True)
class Pair:
    """A decision on two of the references given; `left` and `right` are their places, left < right."""

    left: int
    right: int
    decision: Decision


@dataclass(frozen=True, slots=True)
class Grouping:
    """Which references describe one work.

    Every place is in exactly one of `groups`, ordered by their first members. `pairs` are those compared and not found
    different: *same* within a group, *unsure* across. Of references that are equal in all we compare, each is paired with
    the first only, which also speaks for the rest elsewhere.
    """

    groups: tuple[tuple[int, ...], ...]
    pairs: tuple[Pair, ...]


def group(references: Sequence[Reference]) -> Grouping:
    """Finds the references that describe the same work.

    No group holds a pair that is *different*. Who is grouped with whom does not depend on the order of the references.
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
    near = [pair for pair, judged in verdicts.items() if judged != "different"]
    pairs = [_between(copies[a], copies[b], together=home[a] == home[b]) for a, b in near]
    for fold, places in copies:
        pairs.extend(_within(fold, places, references))
    groups = (sorted(place for copy in members for place in copies[copy][1]) for members in clusters)
    return Grouping(tuple(sorted(map(tuple, groups))), tuple(sorted(pairs, key=lambda p: (p.left, p.right))))


def explain(a: Reference, b: Reference) -> Decision:
    """Do two references describe one work, and why? The decision that `group` makes on this pair by itself."""
    if a.fields and _content(a) == _content(b):
        return _EQUAL
    left, right = folded(a), folded(b)
    return decide(left, right, compare(left, right))


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


def _between(one: _Copies, two: _Copies, *, together: bool) -> Pair:
    (a, a_places), (b, b_places) = (one, two) if one[1][0] < two[1][0] else (two, one)
    decision = decide(a, b, compare(a, b))
    if decision.verdict == "same" and not together:
        decision = Decision("unsure", (*decision.reasons, "one is the same as a third that differs from the other"))
    if decision.verdict == "unsure" and together:
        decision = Decision("same", (*decision.reasons, "both are the same as a third"))
    return Pair(a_places[0], b_places[0], decision)


def _within(fold: Folded, places: Sequence[int], references: Sequence[Reference]) -> list[Pair]:
    first, *others = places
    if not others:
        return []
    decision = decide(fold, fold, compare(fold, fold))
    if decision.verdict != "same":
        decision = _EQUAL
    return [Pair(first, other, decision) for other in others]
