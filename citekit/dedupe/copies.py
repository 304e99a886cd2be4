"""Records that say exactly the same are compared once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Sequence
from itertools import groupby
from typing import NamedTuple

from citekit.dedupe.compare import compare
from citekit.dedupe.decide import verdict
from citekit.dedupe.description import Description
from citekit.dedupe.folded import folded


class Copy(NamedTuple):
    """A description and the places, in order, of the records that have it."""

    description: Description
    places: list[int]


def copies(
    descriptions: Sequence[Description], content: Callable[[int], Hashable], alone: Collection[int] = ()
) -> list[Copy]:
    """The distinct descriptions, in order of title, the order of the records notwithstanding.

    Where a description is too little to call its records the same (*Editorial*, nothing else), only those with equal
    `content` are put together. Places in `alone` are never put with others.
    """
    alike: defaultdict[Hashable, list[int]] = defaultdict(list)
    for place, description in enumerate(descriptions):
        alike[(place, description) if place in alone else description].append(place)
    result: list[Copy] = []
    for places in alike.values():
        description = descriptions[places[0]]
        if len(places) == 1 or _says_enough(description):
            result.append(Copy(description, places))
        else:
            result.extend(Copy(description, equal) for equal in _equal(places, content))
    return _sorted(result)


def _says_enough(description: Description) -> bool:
    fold = folded(description)
    return verdict(compare(fold, fold)) == "same"


def _equal(places: Sequence[int], content: Callable[[int], Hashable]) -> list[list[int]]:
    by_content: defaultdict[Hashable, list[int]] = defaultdict(list)
    for place in places:
        by_content[content(place)].append(place)
    return list(by_content.values())


def _sorted(result: list[Copy]) -> list[Copy]:
    """In order of title, then of all else; a second sort for equal titles only, since the first is so much faster."""
    titles = [copy.description.title.lower() for copy in result]
    order = sorted(range(len(result)), key=titles.__getitem__)
    sorted_copies: list[Copy] = []
    for _, run in groupby(order, key=titles.__getitem__):
        same_title = [result[index] for index in run]
        if len(same_title) > 1:
            same_title.sort(key=lambda copy: _rest(copy.description))
        sorted_copies += same_title
    return sorted_copies


def _rest(description: Description) -> tuple[object, ...]:
    """All but the title; the authors last, since they may have been read or not."""
    return *description[2:], description.title, str(description.author)
