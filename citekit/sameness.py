"""What follows from statements that two things are the same or different."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Generic, Literal, TypeVar

Witness = TypeVar("Witness")
Statement = tuple[Literal["same", "different"], Hashable, Hashable, Witness]
"""A verdict on two things, and whatever tells who said so."""


class Contradiction(Exception):
    """`against` says that two things are different, which `because` together make the same (none: they are one thing)."""

    def __init__(self, against: Any, because: tuple[Any, ...]) -> None:
        super().__init__(f"{against} contradicts {because}")
        self.against = against
        self.because = because


@dataclass(frozen=True, slots=True)
class Sameness(Generic[Witness]):
    """Things in classes of the same, and the classes that differ (by their numbers, the lower first)."""

    classes: tuple[tuple[Any, ...], ...]
    different: frozenset[tuple[int, int]]

    @classmethod
    def of(cls, statements: Iterable[Statement[Witness]]) -> Sameness[Witness]:
        """All that the statements say. Raises `Contradiction` for the first *different* that the *same*s do not allow."""
        neighbours: defaultdict[Any, list[tuple[Any, Witness]]] = defaultdict(list)
        apart: list[tuple[Any, Any, Witness]] = []
        for verdict, one, two, witness in statements:
            if verdict == "different":
                apart.append((one, two, witness))
            neighbours[one].extend([(two, witness)] if verdict == "same" else [])
            neighbours[two].extend([(one, witness)] if verdict == "same" else [])
        home: dict[Any, int] = {}
        classes: list[tuple[Any, ...]] = []
        for thing in neighbours:
            if thing not in home:
                classes.append(tuple(_reached(thing, neighbours)))
                home.update(dict.fromkeys(classes[-1], len(classes) - 1))
        for one, two, witness in apart:
            if home[one] == home[two]:
                raise Contradiction(witness, _path(one, two, neighbours))
        pairs = frozenset((min(home[one], home[two]), max(home[one], home[two])) for one, two, _ in apart)
        return cls(tuple(classes), pairs)

    def pairs(self) -> Iterator[tuple[tuple[Any, Any], Literal["same", "different"]]]:
        """Every pair of which anything follows, the lower of the two first."""
        for members in self.classes:
            ordered = sorted(members)
            for at, one in enumerate(ordered):
                yield from (((one, two), "same") for two in ordered[at + 1 :])
        for left, right in sorted(self.different):
            for one in self.classes[left]:
                yield from (((min(one, two), max(one, two)), "different") for two in self.classes[right])


_Neighbours = defaultdict[Any, list[tuple[Any, Witness]]]


def _reached(start: Any, neighbours: _Neighbours[Witness]) -> Iterable[Any]:
    return _steps(start, neighbours).keys()


def _path(start: Any, end: Any, neighbours: _Neighbours[Witness]) -> tuple[Witness, ...]:
    """Those who say, one after the other, that `start` and `end` are the same: as few as can be."""
    steps = _steps(start, neighbours)
    path: list[Witness] = []
    while (step := steps[end]) is not None:
        end, witness = step
        path.append(witness)
    return tuple(reversed(path))


def _steps(start: Any, neighbours: _Neighbours[Witness]) -> dict[Any, tuple[Any, Witness] | None]:
    """Whatever is the same as `start` → from where it was first reached, and who said so."""
    steps: dict[Any, tuple[Any, Witness] | None] = {start: None}
    waiting = deque([start])
    while waiting:
        thing = waiting.popleft()
        for other, witness in neighbours[thing]:
            if other not in steps:
                steps[other] = (thing, witness)
                waiting.append(other)
    return steps
