"""Writes the names of one variable."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

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


def list_writer(name: Element, et_al: Element | None, options: NameOptions, workshop: Workshop) -> ListWriter:
    """Writes lists of names as a `cs:name` and a `cs:et-al` have it."""
    parts = orders.parts(name, options, workshop)
    dress = workshop.dressing(name)
    long = _long(options, parts, dress)
    usual = _Writers(*[_writer(orders.short(parts), False, dress)] * 2) if options.form == "short" else long
    sort = _Writers(*[_writer(orders.sorting(parts, options.form), False)] * 2)
    between, cutter = joints(options, et_al, workshop), cutting(options)
    again = repeats(workshop.options)

    def write(people: People, rendering: Rendering) -> str:
        cut = cutter(people, rendering)
        if rendering.sorting:
            return NAME_BREAK.join([each.text for each in sort.written(people.names, cut)])
        made = (long if rendering.expanded else usual).written(people.names, cut)
        if again and rendering.first_names is None and made:
            replaced = again(made, cut.et_al or cut.with_last, rendering)
            if isinstance(replaced, str):
                return replaced
            made = replaced
        return between.joined(made, cut)

    return write


def _long(options: NameOptions, parts: orders.Parts, dress: Dressing) -> _Writers:
    straight = _writer(orders.display(parts), False, dress)
    if options.inverted not in ("first", "all"):
        return _Writers(straight, straight)
    inverted = _writer(orders.inverted(parts), True, dress)
    return _Writers(inverted, inverted if options.inverted == "all" else straight)


def _writer(order: Order, inverts: bool, dress: Dressing = str) -> Writer:
    """Writes one name in the dress of its `cs:name`; the same name is written once."""

    @lru_cache(maxsize=16_384)
    def by_parts(parts: tuple[tuple[str, Any], ...]) -> Written:
        found = person(parts)
        return Written(dress(order(found)), inverts and is_inverted(found)) if found else Written("", False)

    def write(name: Name) -> Written:
        try:
            return by_parts(tuple(name.items()))
        except TypeError:  # a list or an object where a part of a name should be
            return by_parts(tuple(_plain_parts(name).items()))

    return write


def _plain_parts(name: Mapping[str, Any]) -> dict[str, Any]:
    return {part: value for part, value in name.items() if isinstance(value, str | int)}
