"""Writes the names of one variable."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, NamedTuple

from citekit.csl.element import Element
from citekit.csl.names import orders
from citekit.csl.names.lists import NAME_BREAK, Cut, Written, cutting, joints
from citekit.csl.names.options import NameOptions
from citekit.csl.names.orders import Order, is_inverted
from citekit.csl.names.people import Name, People, person
from citekit.csl.names.repeats import repeats
from citekit.csl.rendering import Rendering
from citekit.csl.workshop import Dressing, Workshop

Writer = Callable[[Name], Written]
ListWriter = Callable[[People, Rendering], str]
"""The names of a variable, the entry → the list as it is printed, or as it is sorted"""


@dataclass(frozen=True, slots=True)
class _Writers:
    """How the first name of a list is written, and how the others are."""

    first: Writer
    others: Writer

    def written(self, names: Sequence[Name], cut: Cut) -> list[Written]:
        made = [self.first(names[0]), *map(self.others, names[1 : cut.shown])] if cut.shown else []
        if cut.with_last:
            made.append(self.others(names[-1]))
        return [each for each in made if each.text]


class _Dress(NamedTuple):
    """What the formatting of a `cs:name` does to each name; its affixes are those of people, as the reference processor has it."""

    person: Dressing
    institution: Dressing


_NAKED = _Dress(str, str)


def list_writer(name: Element, et_al: Element | None, options: NameOptions, workshop: Workshop) -> ListWriter:
    """Writes lists of names as a `cs:name` and a `cs:et-al` have it."""
    parts = orders.parts(name, options, workshop)
    dress = _Dress(workshop.dressing(name), workshop.dressing(name, affixes=False))
    long = _long(options, parts, dress)
    usual = _Writers(*[_writer(orders.short(parts), False, dress)] * 2) if options.form == "short" else long
    by_expansion = _expanded(usual, long, _long(options, replace(parts, written=str), dress))
    sort = _Writers(*[_writer(orders.sorting(parts, options.form), False)] * 2)
    between, cutter = joints(options, et_al, workshop), cutting(options)
    again = repeats(workshop.options)

    def write(people: People, rendering: Rendering) -> str:
        cut = cutter(people, rendering)
        if rendering.sorting:
            return NAME_BREAK.join([each.text for each in sort.written(people.names, cut)])
        made = by_expansion[rendering.expanded].written(people.names, cut)
        rendering.expanded = ""
        if again and rendering.first_names is None and made:
            replaced = again(made, cut.et_al or cut.with_last, rendering)
            if isinstance(replaced, str):
                return replaced
            made = replaced
        return between.joined(made, cut)

    return write


def _expanded(usual: _Writers, long: _Writers, full: _Writers) -> Mapping[str, _Writers]:
    """The writers by what `Rendering.expanded` says."""
    return {
        "": usual,
        "initials": long,
        "full": full,
        "first-initials": _Writers(long.first, usual.others),
        "first-full": _Writers(full.first, usual.others),
    }


def _long(options: NameOptions, parts: orders.Parts, dress: _Dress) -> _Writers:
    straight = _writer(orders.display(parts), False, dress)
    if options.inverted not in ("first", "all"):
        return _Writers(straight, straight)
    inverted = _writer(orders.inverted(parts), True, dress)
    return _Writers(inverted, inverted if options.inverted == "all" else straight)


def _writer(order: Order, inverts: bool, dress: _Dress = _NAKED) -> Writer:
    """Writes one name; the same name is written once."""

    @lru_cache(maxsize=16_384)
    def by_parts(parts: tuple[tuple[str, Any], ...]) -> Written:
        found = person(parts)
        if not found:
            return Written("", False)
        if found.is_institution:
            return Written(dress.institution(order(found)), False, True)
        return Written(dress.person(order(found)), inverts and is_inverted(found))

    def write(name: Name) -> Written:
        try:
            return by_parts(tuple(name.items()))
        except TypeError:  # a list or an object where a part of a name should be
            return by_parts(tuple(_plain_parts(name).items()))

    return write


def _plain_parts(name: Mapping[str, Any]) -> dict[str, Any]:
    return {part: value for part, value in name.items() if isinstance(value, str | int)}
