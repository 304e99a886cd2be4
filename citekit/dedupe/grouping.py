"""Block, compare, decide, cluster: which references describe the same work."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Literal

from citekit.acyclic import acyclic
from citekit.dedupe.block import Rows, candidates
from citekit.dedupe.cluster import NEVER, cluster
from citekit.dedupe.compare import compare, in_harmony
from citekit.dedupe.copies import Copy, copies
from citekit.dedupe.decide import Decision, Judgement, Verdict, decide, judge, weigh
from citekit.dedupe.description import Description, described
from citekit.dedupe.folded import Folded, folded
from citekit.dedupe.known import NOTHING, Known
from citekit.dedupe.learn import learn
from citekit.dedupe.sift import sift
from citekit.dedupe.spread import spread
from citekit.dedupe.table import tabled
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
    published form of one work. `known` is what the references as a whole have taught.
    """

    groups: tuple[tuple[int, ...], ...]
    pairs: tuple[Pair, ...]
    versions: tuple[Pair, ...] = ()
    known: Known = NOTHING


Decided = Mapping[tuple[int, int], Literal["same", "different"]]
"""What a person said of two references, by their places, left < right."""
Versions = Literal["apart", "together"]


def group(
    references: Sequence[Reference],
    *,
    decided: Decided | None = None,
    versions: Versions = "apart",
    tell: Progress = unheard,
) -> Grouping:
    """Finds the references that describe the same work.

    A group holds no pair that is *different*, save where a person decided so or where ten times as many pairs of its parts are not
    (`cluster.OUTVOTED`). A preprint and the published article are two
    groups, paired in `versions`, or one, as `versions` says. Who is grouped with whom does not depend on the order of the
    references.
    """

    def content(place: int) -> Hashable:
        return _content(references[place]) if references[place].fields else f"empty {place}"

    return group_described([described(reference) for reference in references], content, decided, versions, tell)


def group_described(
    descriptions: Sequence[Description],
    content: Callable[[int], Hashable] | None = None,
    decided: Decided | None = None,
    versions: Versions = "apart",
    tell: Progress = unheard,
) -> Grouping:
    """`group` for records of which nothing but their descriptions is at hand.

    `content` tells by place what else there is: records that say too little to be called the same are so when that is equal.
    """
    with acyclic():
        distinct = copies(
            descriptions, content or descriptions.__getitem__, frozenset(chain.from_iterable(decided or ()))
        )
        return _Grouper(distinct, decided or {}, versions, tell).grouping()


class _Grouper:
    """One run over distinct descriptions. It remembers folds and verdicts, since clusters ask for them again."""

    def __init__(self, distinct: Sequence[Copy], decided: Decided, versions: Versions, tell: Progress) -> None:
        self.copies = distinct
        self.versions = versions
        self.tell = tell
        home = {place: number for number, copy in enumerate(distinct) for place in copy.places}
        self.decided: dict[tuple[int, int], Judgement] = {
            _ordered(home[left], home[right]): said for (left, right), said in decided.items()
        }
        self.folds: dict[int, Folded] = {}
        self.verdicts: dict[tuple[int, int], Judgement] = dict(self.decided)
        self.links: list[tuple[float, int, int]] = []

    def grouping(self) -> Grouping:
        self._judge_all()
        together, never = ([p for p, said in self.decided.items() if said == word] for word in ("same", "different"))
        clusters = cluster(len(self.copies), self.links, self._objection, together, never)
        home = {copy: number for number, members in enumerate(clusters) for copy in members}
        pairs, versions = [], []
        for (left, right), judged in self.verdicts.items():
            if judged == "version" and home[left] != home[right]:
                versions.append(self._pair(left, right, "version"))
            elif judged != "different":
                pairs.append(self._pair(left, right, "same" if home[left] == home[right] else "unsure"))
        pairs += [Pair(copy.places[0], other, "same") for copy in self.copies for other in copy.places[1:]]
        groups = (sorted(place for copy in members for place in self.copies[copy].places) for members in clusters)
        return Grouping(tuple(sorted(map(tuple, groups))), _in_order(pairs), _in_order(versions), self.known)

    def _judge_all(self) -> None:
        table = tabled([copy.description for copy in self.copies], self.tell)
        lefts, rights = sift(table, candidates(table))
        self.known = learn(table, (lefts, rights))
        done = 0
        for judged in spread(lambda start, stop: self._judge(lefts[start:stop], rights[start:stop]), len(lefts), 1000):
            for left, right, weight, word in judged:
                if (left, right) not in self.decided:
                    self.verdicts[left, right] = word
                    if word == "same":
                        self.links.append((weight, left, right))
            done += len(judged)
            self.tell("comparing", done, len(lefts))

    def _judge(self, lefts: Rows, rights: Rows) -> list[tuple[int, int, float, Judgement]]:
        judged = []
        for left, right in zip(lefts.tolist(), rights.tolist(), strict=True):
            found = compare(self._fold(left), self._fold(right))
            judged.append((left, right, weigh(found), judge(found, self.versions)))
        return judged

    def _objection(self, left: int, right: int) -> int:
        judged = self.verdicts.get((left, right))
        if judged is None and in_harmony(self._fold(left), self._fold(right)):
            return 0
        if judged is None:
            judged = self.verdicts[left, right] = judge(compare(self._fold(left), self._fold(right)), self.versions)
        return NEVER if judged in ("barred", "version") else int(judged == "different")

    def _fold(self, row: int) -> Folded:
        fold = self.folds.get(row)
        if fold is None:
            fold = self.folds[row] = folded(self.copies[row].description, self.known)
        return fold

    def _pair(self, left: int, right: int, judged: Verdict) -> Pair:
        places = _ordered(self.copies[left].places[0], self.copies[right].places[0])
        return Pair(*places, judged, (left, right) in self.decided)


def _ordered(one: int, other: int) -> tuple[int, int]:
    return (one, other) if one < other else (other, one)


def _in_order(pairs: list[Pair]) -> tuple[Pair, ...]:
    return tuple(sorted(pairs, key=lambda pair: (pair.left, pair.right)))


def explain(a: Reference, b: Reference, versions: Versions = "apart", known: Known = NOTHING) -> Decision:
    """Do two references describe one work, and why? The decision that `group` makes on this pair by itself; `known` is what the
    references taught among which they stand (`Grouping.known`)."""
    if a.fields and _content(a) == _content(b):
        return _EQUAL
    left, right = (folded(described(each), known) for each in (a, b))
    return decide(left, right, compare(left, right), versions)


def why(references: Sequence[Reference], pair: Pair, known: Known = NOTHING) -> Decision:
    """The verdict of `group` on a pair with its reasons, which may lie outside the pair: in a third reference, in a person."""
    if pair.decided:
        return Decision(pair.verdict, ("a person decided so",))
    alone = explain(references[pair.left], references[pair.right], known=known)
    if alone.verdict == pair.verdict:
        return alone
    if alone.verdict == "version":
        return Decision(pair.verdict, alone.reasons)
    third = (
        "both are the same as a third"
        if pair.verdict == "same"
        else "one is the same as a third that differs from the other"
    )
    return Decision(pair.verdict, (*alone.reasons, third))


_EQUAL = Decision("same", ("every field is the same",))


def _content(reference: Reference) -> tuple[str, tuple[tuple[str, Value], ...]]:
    """All that is said of the work; `ids`, by which it was called before, is not."""
    said = ((name, field.value) for name, field in reference.fields.items() if name != "ids")
    return reference.type, tuple(sorted(said))
