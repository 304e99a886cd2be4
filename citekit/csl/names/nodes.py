"""`cs:names` as a node."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from citekit.csl.element import Element
from citekit.csl.names.labels import Labelled, labelling
from citekit.csl.names.lists import NAME_BREAK, cutting
from citekit.csl.names.options import NameOptions, options
from citekit.csl.names.people import COLLAPSED, People, people
from citekit.csl.names.substitutes import Asked, substitutes
from citekit.csl.names.writing import list_writer
from citekit.csl.rendering import Node, Rendering
from citekit.csl.workshop import Workshop


class _List(NamedTuple):
    """The names of a variable, and what labels them."""

    people: People
    labelled: Labelled | None


_Finder = Callable[[Rendering], list[_List]]
_Speaker = Callable[[list[_List], Rendering], str]


def compiled(element: Element, inherited: Mapping[str, str], workshop: Workshop) -> Node:
    """The names of one or more variables with their labels, or what stands in for them (CSL 1.0.2, "Names").

    `inherited` are the name options that hold here. Sort keys have no labels, no affixes and no "et al.".
    """
    name = element.child("name") or Element("name")
    chosen = options(name, inherited, workshop)
    delimiter = element.get("delimiter", inherited.get("names-delimiter", ""))
    said = _count(chosen) if chosen.form == "count" else _names(element, name, chosen, delimiter, workshop)
    find, dress = _finder(element, workshop), workshop.dressing(element)
    stand_in = substitutes(element, inherited, workshop)
    variables = set(element.get("variable").split())

    def node(rendering: Rendering) -> str:
        rendering.called = True
        if lists := find(rendering):
            rendering.filled = rendering.begun = True
            if isinstance(rendering.silent, Asked):
                rendering.silent |= variables
            made = said(lists, rendering)
        elif stand_in:
            made = stand_in(rendering)
            rendering.filled |= bool(made)
        else:
            return ""
        return made if rendering.sorting else dress(made)

    return node


def _names(element: Element, name: Element, options: NameOptions, delimiter: str, workshop: Workshop) -> _Speaker:
    write = list_writer(name, element.child("et-al"), options, workshop)

    def said(lists: list[_List], rendering: Rendering) -> str:
        if rendering.sorting:
            return NAME_BREAK.join([write(each.people, rendering) for each in lists])
        made = []
        for found, labelled in lists:
            text = write(found, rendering)
            made.append(labelled(text, found.are_several) if labelled and text else text)
        return delimiter.join(filter(None, made))

    return said


def _count(options: NameOptions) -> _Speaker:
    """form="count": so many names would be printed."""
    cut = cutting(options)

    def said(lists: list[_List], rendering: Rendering) -> str:
        cuts = [cut(each.people, rendering) for each in lists]
        count = sum(each.shown + each.with_last for each in cuts)
        return f"{count:06}" if rendering.sorting else str(count)

    return said


def _finder(element: Element, workshop: Workshop) -> _Finder:
    """Finds the names of the element's variables, those of variables that have some and are not silent."""
    variables = element.get("variable").split()
    labels = {variable: labelling(element, variable, workshop) for variable in variables}

    def separate(rendering: Rendering) -> list[_List]:
        return [
            _List(found, labels[variable])
            for variable in variables
            if (found := people(rendering.item, variable)).names and variable not in rendering.silent
        ]

    label = element.child("label") or Element("label")
    if sorted(variables) != ["editor", "translator"] or not workshop.locale.term(COLLAPSED, label.get("form", "long")):
        return separate
    together = labelling(element, COLLAPSED, workshop)

    def find(rendering: Rendering) -> list[_List]:
        found = separate(rendering)
        if len(found) == 2 and found[0].people == found[1].people:
            return [_List(found[0].people, together)]
        return found

    return find
