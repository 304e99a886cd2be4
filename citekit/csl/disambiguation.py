"""Works that an author-date citation could not tell apart get letters: 2009a, 2009b (CSL 1.0.2, "Disambiguation")."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from citekit.csl.citing import year_number
from citekit.csl.marks import plain
from citekit.csl.names.particles import parted_family
from citekit.csl.rendering import Item, Node, Rendering

_MOST_NAMES = 50
_ROLES = ("author", "editor", "translator")


@dataclass(frozen=True, slots=True)
class Cites:
    """How a style cites a work, and by what means it tells two apart, in the order in which they are tried."""

    said: Node
    add_names: bool
    expansions: Sequence[str]
    """What is shown of given names, step by step; see `Rendering.expanded`."""
    conditions: bool
    """The style asks for `disambiguate="true"` somewhere."""
    add_suffix: bool

    def of(self, item: Item, shown: int = 0, expanded: str = "", disambiguate: bool = False) -> str:
        return plain(self.said(Rendering(item, shown=shown, expanded=expanded, disambiguate=disambiguate)))


@dataclass(frozen=True, slots=True)
class Told:
    """What tells works apart, by their places: the letters behind their years, those for which `disambiguate="true"` holds, and
    what is shown of their given names (`Rendering.expanded`)."""

    suffixes: Mapping[int, str] = field(default_factory=dict)
    conditioned: frozenset[int] = frozenset()
    expanded: Mapping[int, str] = field(default_factory=dict)


def told_apart(items: Sequence[Item], cites: Cites) -> Told:
    """What is needed to tell the items apart, which come in the order of the bibliography."""
    suffixes: dict[int, str] = {}
    conditioned: set[int] = set()
    expanded: dict[int, str] = {}
    for places in _alike(items):
        for group in _same(places, items, cites, expanded):
            left = [group]
            if cites.conditions:
                left = _grouped(group, lambda place: cites.of(items[place], disambiguate=True))
                if left != [group]:
                    conditioned.update(group)
            if cites.add_suffix:
                for alike in left:
                    suffixes |= {place: letters(number) for number, place in enumerate(sorted(alike))}
    return Told(suffixes, frozenset(conditioned), expanded)


def letters(number: int) -> str:
    """0 → a, 25 → z, 26 → aa."""
    more, last = divmod(number, 26)
    return (letters(more - 1) if more else "") + chr(ord("a") + last)


def _alike(items: Sequence[Item]) -> Iterable[list[int]]:
    """Places of items that may be cited alike: with the same first name, or none, and the same year. Most items are alone, and
    their citations need not be made."""
    found: defaultdict[object, list[int]] = defaultdict(list)
    for place, item in enumerate(items):
        found[_rough(item)].append(place)
    return (places for places in found.values() if len(places) > 1)


def _rough(item: Item) -> tuple[str, str]:
    year = year_number(item) or str(item.get("issued"))
    for role in _ROLES:
        people = item.get(role)
        if isinstance(people, list) and people and isinstance(people[0], Mapping):
            first = people[0]
            family = str(first.get("family") or first.get("literal") or first.get("given"))
            return parted_family(family)[1].casefold(), year
    return "", year


def _same(places: Sequence[int], items: Sequence[Item], cites: Cites, expanded: dict[int, str]) -> list[list[int]]:
    """Those of the places whose citations stay the same, however many names and given names are shown. What given names tell apart is
    noted in `expanded`."""
    groups = _grouped(places, lambda place: cites.of(items[place]))
    if len({repr([items[place].get(role) for role in _ROLES]) for place in places}) == 1:
        return groups  # more of the same names tell nothing apart
    if cites.add_names:
        longest = min(_MOST_NAMES, max((_count(items[place]) for place in places), default=0))
        for shown in range(1, longest):
            cited = partial(_cited, items, cites, shown, "")
            groups = [part for group in groups for part in _grouped(group, cited)]
    most = _MOST_NAMES if cites.add_names else 0
    for expansion in cites.expansions:
        cited = partial(_cited, items, cites, most, expansion)
        split = [(group, _grouped(group, cited)) for group in groups]
        expanded |= {place: expansion for group, parts in split if parts != [group] for place in group}
        groups = [part for _, parts in split for part in parts]
    return groups


def _cited(items: Sequence[Item], cites: Cites, shown: int, expanded: str, place: int) -> str:
    return cites.of(items[place], shown, expanded)


def _grouped(places: Iterable[int], said: Callable[[int], str]) -> list[list[int]]:
    found: defaultdict[str, list[int]] = defaultdict(list)
    for place in places:
        found[said(place)].append(place)
    return [group for group in found.values() if len(group) > 1]


def _count(item: Item) -> int:
    people = item.get("author")
    return len(people) if isinstance(people, list) else 0
