"""Works made of the groups that were found, and merged further until nothing more becomes the same by merging.

Copies of 1999, 2000 and 2001 are such a case: the first and the last differ too much, either and the one between do not.
Without this, merging the result again would change it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from citekit.acyclic import acyclic
from citekit.dedupe import Decided, Grouping, group
from citekit.merging import Merged, merge_group
from citekit.model import Reference
from citekit.values.identifiers import fold_doi
from citekit.values.text import squash


@dataclass(frozen=True, slots=True)
class Works:
    """Works, and which of them are versions of each other.

    `merged[i]` was made from the references at `places[i]`; every reference is in exactly one. `versions` are pairs of
    references, by their places, of different works, of which one is the preprint and one the published form.
    """

    places: tuple[tuple[int, ...], ...]
    merged: tuple[Merged, ...]
    versions: frozenset[tuple[int, int]] = frozenset()

    def home(self) -> dict[int, int]:
        """The place of a reference → the number of its work."""
        return {place: number for number, places in enumerate(self.places) for place in places}

    def version_pairs(self) -> list[tuple[int, int]]:
        """The pairs of `versions` by the numbers of their works, each once, in order."""
        home = self.home()
        pairs = {(min(a, b), max(a, b)) for a, b in ((home[left], home[right]) for left, right in self.versions)}
        return sorted((left, right) for left, right in pairs if left != right)


def settled(
    references: Sequence[Reference],
    grouping: Grouping,
    decided: Decided | None = None,
    versions: Literal["apart", "together"] = "apart",
) -> Works:
    """The works that a grouping of these references comes to.

    Works that have become the same by merging are merged, from all their members, unless `decided` holds a member of one
    different from a member of the other. Only works that merging changed, and those that may be the same as one of them,
    are grouped again: all others were compared as they are.
    """
    with acyclic():
        merged = tuple(merge_group([references[place] for place in places]) for places in grouping.groups)
    works = Works(grouping.groups, merged, frozenset((pair.left, pair.right) for pair in grouping.versions))
    near = [(pair.left, pair.right) for pair in grouping.pairs]
    changed = {number for number, work in enumerate(merged) if _is_new(work)}
    while changed:
        again = sorted(_with_neighbours(works, near, changed))
        found = group(
            [works.merged[number].reference for number in again],
            decided=_lifted(decided or {}, works, again),
            versions=versions,
        )
        linked = {(works.places[again[pair.left]][0], works.places[again[pair.right]][0]) for pair in found.versions}
        joined = [[again[at] for at in members] for members in found.groups if len(members) > 1]
        works = _joined(replace(works, versions=works.versions | linked), joined, references)
        changed = set(range(len(works.merged) - len(joined), len(works.merged)))
    return works


def _joined(works: Works, joined: Sequence[Sequence[int]], references: Sequence[Reference]) -> Works:
    """The works with each of these sets made one; the new ones stand at the end."""
    gone = {number for numbers in joined for number in numbers}
    rest = [number for number in range(len(works.merged)) if number not in gone]
    new = [tuple(sorted(place for number in numbers for place in works.places[number])) for numbers in joined]
    return Works(
        (*(works.places[number] for number in rest), *new),
        (
            *(works.merged[number] for number in rest),
            *(merge_group([references[place] for place in places]) for places in new),
        ),
        works.versions,
    )


def _lifted(decided: Decided, works: Works, again: Sequence[int]) -> Decided:
    """What was decided of members, as decisions on their works; the numbers are places in `again`. *Different* is stronger."""
    if not decided:
        return {}
    home, place = works.home(), {number: at for at, number in enumerate(again)}
    lifted: dict[tuple[int, int], Literal["same", "different"]] = {}
    for (left, right), said in decided.items():
        one, two = place.get(home[left]), place.get(home[right])
        if one is not None and two is not None and one != two:
            pair = (min(one, two), max(one, two))
            lifted[pair] = said if lifted.get(pair) != "different" else "different"
    return lifted


# ---------------------------------------------------------------- what to group again

# What is compared of two references.
_COMPARED = (
    "title subtitle author editor year date container container_short volume number pages doi pmid eprint howpublished publisher"
).split()


def _is_new(work: Merged) -> bool:
    """Is the work more than one of its members, in what is compared?"""
    ours = work.reference
    return any(
        member is not ours
        and (member.type != ours.type or any(_value(member, name) != _value(ours, name) for name in _COMPARED))
        for member in work.members
    )


def _value(reference: Reference, name: str) -> object:
    field = reference.fields.get(name)
    return field and field.value


def _with_neighbours(works: Works, near: Sequence[tuple[int, int]], changed: set[int]) -> set[int]:
    """The works that changed, and those that may be the same as one of them: a pair of their members was not found
    different, or they have a DOI, a PubMed number, or the beginning or end of a title in common."""
    home = works.home()
    found = set(changed)
    for left, right in near:
        one, two = home[left], home[right]
        if one in changed or two in changed:
            found |= {one, two}
    keyed: defaultdict[Hashable, list[int]] = defaultdict(list)
    for number, work in enumerate(works.merged):
        for key in _keys(work.reference):
            keyed[key].append(number)
    for numbers in keyed.values():
        if not changed.isdisjoint(numbers):
            found.update(numbers)
    return found


_TITLE_END = 32


def _keys(reference: Reference) -> Iterator[Hashable]:
    if reference.doi:
        yield "doi", fold_doi(reference.doi)
    if "pmid" in reference.fields:
        yield "pmid", reference.get("pmid")
    title = squash(reference.title)
    if title:
        yield "begins", title[:_TITLE_END]
        yield "ends", title[-_TITLE_END:]
