"""A style's elements become nodes: each decision that the style alone takes is taken here, once."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from citekit.csl import dates, elements, grouping, names
from citekit.csl.dressing import as_it_is, dressing
from citekit.csl.element import Element
from citekit.csl.rendering import Node
from citekit.csl.workshop import Dressing, Options

if TYPE_CHECKING:
    from citekit.csl.locales import Locale

# Name options that cs:style, cs:citation and cs:bibliography hand down (CSL 1.0.2, "Inheritable Name Options").
INHERITABLE = (
    "and delimiter-precedes-et-al delimiter-precedes-last et-al-min et-al-use-first et-al-use-last et-al-subsequent-min "
    "et-al-subsequent-use-first initialize initialize-with name-as-sort-order sort-separator name-form name-delimiter names-delimiter"
).split()


class Compiler:
    """The `Workshop` of one style in one locale."""

    def __init__(self, style: Element, locale: Locale, options: Options) -> None:
        self.locale = locale
        self.options = options
        self._macros = {macro.get("name"): macro for macro in style.all("macro")}
        self._compiled: dict[tuple[str, frozenset[tuple[str, str]]], Node] = {}

    def node(self, element: Element, inherited: Mapping[str, str]) -> Node:
        """The node of a rendering element; nothing for an element that CSL does not know."""
        if element.name == "text" and "macro" in element.attributes:
            return self._macro(element, inherited)
        kind = _KINDS.get(element.name)
        return kind(element, inherited, self) if kind else grouping.nothing

    def dressing(self, element: Element, *, affixes: bool = True, case: bool = True) -> Dressing:
        return dressing(element, affixes=affixes, case=case)

    def macro(self, name: str, inherited: Mapping[str, str]) -> Node:
        """What a macro says. Compiled when it is first needed, once for each set of inherited options."""
        within = {option: value for option, value in inherited.items() if option != "delimiter"}
        place = (name, frozenset(within.items()))
        if place not in self._compiled:
            children = self._macros[name].children if name in self._macros else []
            self._compiled[place] = grouping.joined([self.node(child, within) for child in children], "")
        return self._compiled[place]

    def _macro(self, element: Element, inherited: Mapping[str, str]) -> Node:
        """A macro is silent where a group would be, as the reference processor has it: `translated by` without a translator.
        Nor does a text-case of the call change anything there (https://github.com/citation-style-language/schema/issues/417)."""
        name = element.get("macro")
        said, dress = self.macro(name, inherited), self.dressing(element, case=False)
        if name in self._macros and _is_silent_by_itself(self._macros[name].children):
            return said if dress is as_it_is else lambda rendering: dress(said(rendering))
        return grouping.suppressed(said, dress)


def _is_silent_by_itself(children: Sequence[Element]) -> bool:
    """Need a macro of these not look whether its variables are empty?"""
    if len(children) != 1:
        return False
    only = children[0]
    return only.name in ("group", "names", "date", "number") or (only.name == "text" and "variable" in only.attributes)


def inheritable(*holders: Element) -> dict[str, str]:
    """The name options that these elements hand down, the last first."""
    return {name: holder.get(name) for holder in holders for name in INHERITABLE if name in holder.attributes}


_KINDS: dict[str, Callable[[Element, Mapping[str, str], Compiler], Node]] = {
    "text": elements.text,
    "number": elements.number,
    "label": elements.label,
    "group": grouping.group,
    "choose": grouping.choose,
    "names": names.compiled,
    "date": lambda element, _, workshop: dates.compiled(element, workshop),
}
