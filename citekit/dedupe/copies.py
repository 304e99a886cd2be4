"""Records that say exactly the same are compared once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from citekit.dedupe.compare import compare
from citekit.dedupe.decide import verdict
from citekit.dedupe.description import Description
from citekit.dedupe.folded import folded
from citekit.values.name_exports import parse_exported


class Copy(NamedTuple):
    """A description and the places, in order, of the records that have it."""

    description: Description
    places: list[int]


def copies(
    descriptions: Sequence[Description], content: Callable[[int], Hashable], alone: Collection[int] = ()
) -> list[Copy]:
    """The distinct descriptions, in order of title, the order of the records notwithstanding.

    Authors that nobody has read yet are read where all else is equal: the same people are the same however a database
    lists them. Where a description is too little to call its records the same (*Editorial*, nothing else), only those with
    equal `content` are put together. Places in `alone` are never put with others.
    """
    alike: defaultdict[Hashable, list[int]] = defaultdict(list)
    for place, description in enumerate(descriptions):
        alike[(place, description) if place in alone else description].append(place)
    result: list[Copy] = []
    for copy in _in_order([Copy(descriptions[places[0]], places) for places in alike.values()], alone):
        if len(copy.places) == 1 or _says_enough(copy.description):
            result.append(copy)
        else:
            result.extend(Copy(copy.description, equal) for equal in _equal(copy.places, content))
    return result


def _says_enough(description: Description) -> bool:
    fold = folded(description)
    return verdict(compare(fold, fold)) == "same"


def _equal(places: Sequence[int], content: Callable[[int], Hashable]) -> list[list[int]]:
    by_content: defaultdict[Hashable, list[int]] = defaultdict(list)
    for place in places:
        by_content[content(place)].append(place)
    return list(by_content.values())


def _in_order(distinct: Sequence[Copy], alone: Collection[int]) -> Iterator[Copy]:
    """In order of title, then of all else; a second sort for equal titles only, since the first is so much faster."""
    titles = [copy.description.title.lower() for copy in distinct]
    order = sorted(range(len(distinct)), key=titles.__getitem__)
    for _, run in groupby(order, key=titles.__getitem__):
        same_title = [distinct[index] for index in run]
        yield from same_title if len(same_title) == 1 else _with_authors_read(same_title, alone)


def _with_authors_read(same_title: Sequence[Copy], alone: Collection[int]) -> list[Copy]:
    """Copies in order of all but the title. Of those that differ in their authors only, the ones with the same people are one."""
    alike: defaultdict[Hashable, list[Copy]] = defaultdict(list)
    for copy in same_title:
        place = copy.places[0]
        alike[place if place in alone else copy.description._replace(author="")].append(copy)
    result: list[Copy] = []
    for run in alike.values():
        result += run if len(run) == 1 else _by_people(run)
    return sorted(result, key=lambda copy: _rest(copy.description))


def _by_people(run: Sequence[Copy]) -> Iterator[Copy]:
    homes: defaultdict[Description, list[int]] = defaultdict(list)
    for copy in run:
        author = copy.description.author
        people = parse_exported(author) if isinstance(author, str) else author
        homes[copy.description._replace(author=people)] += copy.places
    return (Copy(description, sorted(places)) for description, places in homes.items())


def _rest(description: Description) -> tuple[object, ...]:
    """All but the title; the authors last, as they matter only where all else is equal, and then they have been read."""
    return *description[2:], description.title, str(description.author)
