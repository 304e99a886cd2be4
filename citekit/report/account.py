"""What of a merge has to be looked up again and again, looked up once: who is in which work, and by which pairs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from citekit.dedupe import Pair, why
from citekit.model import Problem
from citekit.pipeline import Result

THROUGH_OTHERS = "some are one only by what was merged of the others"


@dataclass(frozen=True, slots=True)
class Versions:
    """A preprint and its published form, both works, and the pair of references by which that was found, where there is one."""

    preprint: int
    published: int
    pair: Pair | None


@dataclass(frozen=True, slots=True)
class Account:
    """A result with its lookups. Works are named by their places in `result.merged`.

    `home` leads from the place of a reference to its work, `within` from a work to the pairs that made it one, and
    `unsure` are the pairs that are still two works. Reasons cost, so they are worked out when asked for.
    """

    result: Result
    home: Mapping[int, int]
    within: Mapping[int, tuple[Pair, ...]]
    unsure: tuple[Pair, ...]
    versions: tuple[Versions, ...]

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is told nowhere else: conflicts stand with their works, versions by themselves."""
        return tuple(problem for problem in self.result.problems if problem.kind not in ("conflict", "version"))

    def reasons(self, work: int) -> Iterator[str]:
        """Why the members of a work are one: each sentence once, in the order of the pairs."""
        said: set[str] = set()
        pairs = self.within.get(work, ())
        for pair in pairs:
            for reason in self.pair_reasons(pair):
                if reason not in said:
                    said.add(reason)
                    yield reason
        if not _joined(pairs, len(self.result.merged[work].members)):
            yield THROUGH_OTHERS

    def pair_reasons(self, pair: Pair) -> tuple[str, ...]:
        return why(self.result.references, pair, self.result.grouping.known).reasons


def account(result: Result) -> Account:
    """The lookups of a result, in time that grows with its references and pairs."""
    work_of = {id(member): number for number, work in enumerate(result.merged) for member in work.members}
    home = {place: work_of[id(each)] for place, each in enumerate(result.references) if id(each) in work_of}
    within: defaultdict[int, list[Pair]] = defaultdict(list)
    unsure = []
    for pair in result.grouping.pairs:
        together = pair.left in home and home[pair.left] == home.get(pair.right)
        if together and pair.verdict == "same":
            within[home[pair.left]].append(pair)
        elif not together and pair.verdict == "unsure":
            unsure.append(pair)
    return Account(
        result, home, {work: tuple(pairs) for work, pairs in within.items()}, tuple(unsure), _versions(result, home)
    )


def _versions(result: Result, home: Mapping[int, int]) -> tuple[Versions, ...]:
    numbers = {work.reference.key: number for number, work in enumerate(result.merged)}
    pairs = {frozenset((home.get(pair.left), home.get(pair.right))): pair for pair in result.grouping.versions}
    named = ((numbers[preprint], numbers[published]) for preprint, published in result.versions)
    return tuple(Versions(one, two, pairs.get(frozenset((one, two)))) for one, two in named)


def _joined(pairs: tuple[Pair, ...], members: int) -> bool:
    """Do the pairs by themselves join all members? Not when the work became one only after a first round of merging."""
    leader: dict[int, int] = {}

    def first(place: int) -> int:
        while leader.setdefault(place, place) != place:
            place = leader[place]
        return place

    for pair in pairs:
        one, two = sorted((first(pair.left), first(pair.right)))
        leader[two] = one
    return members == 1 or (len(leader) == members and len({first(place) for place in leader}) == 1)
