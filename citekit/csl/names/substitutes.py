"""What stands in for names that an item does not have (CSL 1.0.2, "Substitute")."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from citekit.csl.element import Element
from citekit.csl.names.repeats import stand_in_repeats
from citekit.csl.rendering import Node, Rendering
from citekit.csl.workshop import Workshop


class Asked(set[str]):
    """The silent variables while a substitute is tried. Whoever has something to print of a variable asks here whether it is silent,
    and so is known. Names that are printed are added at once: they are printed once in a substitute."""

    __slots__ = ("asked",)

    def __init__(self, silent: set[str]) -> None:
        super().__init__(silent)
        self.asked: set[str] = set()

    def __contains__(self, variable: object) -> bool:
        self.asked.add(str(variable))
        return super().__contains__(variable)


def substitutes(names: Element, inherited: Mapping[str, str], workshop: Workshop) -> Node | None:
    """The first child of `cs:substitute` that has something to say; what it prints is silent in the rest of the entry. None: there
    is no substitute."""
    substitute = names.child("substitute")
    if substitute is None:
        return None
    shared = [child for child in names.children if child.name != "substitute"]
    above = {**inherited, "delimiter": ""}
    candidates = [each for child in substitute.children for each in _one_by_one(child)]
    nodes = [workshop.node(_in_full(each, names, shared), above) for each in candidates]

    def node(rendering: Rendering) -> str:
        silent = rendering.silent
        for each in nodes:
            rendering.silent = asked = Asked(silent)
            made = each(rendering)
            rendering.silent = silent
            if made:
                silent |= set.union(asked, asked.asked)
                return made
        return ""

    return stand_in_repeats(node, workshop.options)


def _one_by_one(child: Element) -> list[Element]:
    """Of a cs:choose, too, only the first element with something to say is printed, as the reference processor has it: it becomes one
    cs:choose for the first elements of its branches, one for the second ones, and so on."""
    if child.name != "choose":
        return [child]
    most = max((len(branch.children) for branch in child.children), default=0)
    return [
        replace(child, children=[replace(branch, children=branch.children[at : at + 1]) for branch in child.children])
        for at in range(most)
    ]


def _in_full(element: Element, names: Element, shared: list[Element]) -> Element:
    """`<names variable="editor"/>` is short for names with the same `cs:name`, `cs:et-al` and `cs:label`."""
    if element.name == "names" and not element.children:
        own = {"delimiter": names.get("delimiter")} if "delimiter" in names.attributes else {}
        return Element("names", {**own, **element.attributes}, shared, line=element.line)
    if not element.children or element.name == "names":
        return element
    children = [_in_full(child, names, shared) for child in element.children]
    return Element(element.name, element.attributes, children, element.text, element.line)
