"""A little style for tests: a `cs:names` is compiled and prints, without locale files and the rest of the engine."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from citekit.csl.dressing import dressing
from citekit.csl.element import Element, parse
from citekit.csl.names import compiled
from citekit.csl.rendering import Node, Rendering
from citekit.csl.workshop import Options

TERMS = {
    ("and", "long"): "and",
    ("et-al", "long"): "et al.",
    ("and others", "long"): "and others",
    ("editor", "long"): ("editor", "editors"),
    ("editor", "short"): ("ed.", "eds."),
    ("editor", "verb"): "edited by",
    ("translator", "long"): ("translator", "translators"),
    ("editor-translator", "long"): ("editor & translator", "editors & translators"),
}


@dataclass
class Words:
    """Stands in for a locale."""

    terms: Mapping[tuple[str, str], Any] = field(default_factory=lambda: TERMS)
    is_english: bool = True

    def term(self, name: str, form: str = "long", plural: bool = False) -> str | None:
        found = self.terms.get((name, form), self.terms.get((name, "long")))
        return found[plural] if isinstance(found, tuple) else found


class Desk:
    """Stands in for the compiler: it knows `cs:names`, `cs:group` and `cs:text` of variables and values."""

    def __init__(self, options: Options, locale: Words) -> None:
        self.options, self.locale = options, locale

    def dressing(self, element: Element, *, affixes: bool = True, case: bool = True):
        return dressing(element, affixes=affixes, case=case)

    def node(self, element: Element, inherited: Mapping[str, str]) -> Node:
        if element.name == "names":
            return compiled(element, inherited, self)
        if element.name == "group":
            nodes = [self.node(child, inherited) for child in element.children]
            return lambda rendering: "".join(each(rendering) for each in nodes)
        dress, variable = self.dressing(element), element.get("variable")

        def node(rendering: Rendering) -> str:
            if not variable:
                return dress(element.get("value"))
            said = rendering.item.get(variable, "")
            return dress(said) if said and variable not in rendering.silent else ""

        return node


def names_node(
    xml: str, inherited: Mapping[str, str] | None = None, terms: Words | None = None, **options: Any
) -> Node:
    """The node of a `<names>` in a style with these options."""
    desk = Desk(Options(**options), terms or Words())
    return compiled(parse(xml.encode(), "a test"), inherited or {}, desk)


def names_xml(name: str = "<name/>", variable: str = "author") -> str:
    return f'<names variable="{variable}">{name}</names>'


def person(text: str) -> dict[str, Any]:
    """`Family, Given`; a text without a comma is a family name."""
    family, _, given = text.partition(", ")
    return {"family": family, "given": given} if given else {"family": family}


def authors(*names: str | dict[str, Any]) -> dict[str, Any]:
    return {"author": [person(name) if isinstance(name, str) else name for name in names]}


def printed(xml: str, item: Mapping[str, Any], inherited: Mapping[str, str] | None = None, **options: Any) -> str:
    return names_node(xml, inherited, **options)(Rendering(item))
