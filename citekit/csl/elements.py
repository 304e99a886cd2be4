"""The rendering elements text, number and label as nodes (CSL 1.0.2, "Rendering Elements")."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from citekit.csl import numbers, page_ranges
from citekit.csl.element import Element
from citekit.csl.field_quotes import JOINT
from citekit.csl.field_text import marked
from citekit.csl.labels import trigraph
from citekit.csl.rendering import Node, Rendering
from citekit.csl.text_case import CASES
from citekit.csl.variables import NUMBERS, VERBATIM, names_of, text_of
from citekit.csl.workshop import Dressing, Workshop

Inherited = Mapping[str, str]


# ---------------------------------------------------------------- text


def text(element: Element, inherited: Inherited, workshop: Workshop) -> Node:
    """`cs:text` of a variable, a term or a value; macros are the compiler's."""
    if variable := element.get("variable"):
        return _variable(element, variable, workshop)
    if term := element.get("term"):
        return _term(element, term, workshop)
    printed = workshop.dressing(element)(marked(element.get("value")))
    return lambda rendering: _begun(rendering, printed)


def _begun(rendering: Rendering, printed: str) -> str:
    rendering.begun |= bool(printed)
    return printed


def _term(element: Element, term: str, workshop: Workshop) -> Node:
    """`cs:text` of a term. One that begins an entry gets a capital, as the reference processor has it: `N.d.`, `In`."""
    found = workshop.locale.term(term, element.get("form", "long"), element.get("plural") == "true") or ""
    dress = workshop.dressing(element)
    printed, begins = dress(found), dress(CASES["capitalize-first"](found))

    def node(rendering: Rendering) -> str:
        if rendering.begun:
            return printed
        rendering.begun = bool(printed)
        return begins

    return node


def _variable(element: Element, variable: str, workshop: Workshop) -> Node:
    if variable in _OURS:
        return _OURS[variable](workshop.dressing(element))
    short = element.get("form") == "short"
    names = names_of(variable, short)
    said = _saying(variable, workshop)
    dress = workshop.dressing(element)
    foreign = workshop.dressing(element, case=False) if element.get("text-case") == "title" else dress

    def node(rendering: Rendering) -> str:
        rendering.called = True
        item = rendering.item
        for name in names:
            if name in item and (value := text_of(item, name)) and name not in rendering.silent:
                rendering.filled = rendering.begun = True
                return (dress if foreign is dress or _is_english(rendering, workshop) else foreign)(said(value))
        return ""

    return node


def _is_english(rendering: Rendering, workshop: Workshop) -> bool:
    """Title case is for English titles only; a work without a language has the style's (CSL 1.0.2, "Non-English Items")."""
    language = rendering.item.get("language")
    return language.lower().startswith("en") if isinstance(language, str) and language else workshop.locale.is_english


def _saying(variable: str, workshop: Workshop) -> Callable[[str], str]:
    """How the text of a variable is taken: as an address, as pages, as numbers, or as text with markup."""
    locale, form = workshop.locale, workshop.options.page_range_format
    if variable == "page":
        return lambda value: page_ranges.formatted(value, form, locale)
    if variable == "page-first":
        return lambda value: _RANGE.split(value, maxsplit=1)[0].strip()
    if variable == "DOI":
        return lambda value: _held(_bare_doi(value))
    if variable in VERBATIM:
        return _held
    if variable in NUMBERS:
        return lambda value: numbers.formatted(value, "numeric", locale) if numbers.is_numeric(value) else marked(value)
    return marked


_RANGE = re.compile(r"[-–—,;&]")
_TOGETHER = re.compile(r"[.,:;!?](?=[.,:;!?])")


def _held(value: str) -> str:
    """An address keeps all its points and colons."""
    return _TOGETHER.sub(lambda match: match[0] + JOINT, value)


def _bare_doi(value: str) -> str:
    """Styles put `https://doi.org/` or `doi:` before it themselves."""
    folded = value.lower()
    for resolver in ("https://doi.org/", "http://doi.org/", "https://dx.doi.org/", "http://dx.doi.org/", "doi:"):
        if folded.startswith(resolver):
            return value[len(resolver) :].strip()
    return value


def _citation_number(dress: Dressing) -> Node:
    def node(rendering: Rendering) -> str:
        rendering.called = rendering.filled = True
        return dress(f"{rendering.number:08}" if rendering.sorting else str(rendering.number))

    return node


def _year_suffix(dress: Dressing) -> Node:
    def node(rendering: Rendering) -> str:
        if not rendering.year_suffix:
            return ""  # an entry that needs none does not lack one
        rendering.called = rendering.filled = True
        return dress(rendering.year_suffix)

    return node


def _citation_label(dress: Dressing) -> Node:
    def node(rendering: Rendering) -> str:
        rendering.called = rendering.filled = True
        said = (text_of(rendering.item, "citation-label") or trigraph(rendering.item)) + rendering.year_suffix
        rendering.year_suffix = ""
        return dress(said)

    return node


_OURS: dict[str, Callable[[Dressing], Node]] = {
    "citation-number": _citation_number,
    "year-suffix": _year_suffix,
    "citation-label": _citation_label,
}


# ---------------------------------------------------------------- number and label


def number(element: Element, inherited: Inherited, workshop: Workshop) -> Node:
    """`cs:number`: the numbers in a variable in one of four forms; what is no number is printed as it is."""
    variable, form = element.get("variable"), element.get("form", "numeric")
    if variable == "citation-number":
        return _citation_number(workshop.dressing(element))
    if variable in ("page", "locator") and form == "numeric":
        return _variable(element, variable, workshop)
    dress, locale = workshop.dressing(element), workshop.locale
    gender = locale.gender(variable)

    def node(rendering: Rendering) -> str:
        rendering.called = True
        value = text_of(rendering.item, variable)
        if not value or variable in rendering.silent:
            return ""
        rendering.filled = rendering.begun = True
        if numbers.is_numeric(value):
            return dress(numbers.formatted(value, form, locale, gender))
        return dress(marked(value))

    return node


def label(element: Element, inherited: Inherited, workshop: Workshop) -> Node:
    """`cs:label`: the term of a variable that has something to say, one or several as its number tells."""
    variable, form = element.get("variable"), element.get("form", "long")
    dress, locale = workshop.dressing(element), workshop.locale
    one, several = (dress(locale.term(variable, form, plural) or "") for plural in (False, True))
    plural = element.get("plural", "contextual")
    if plural != "contextual":
        one = several = several if plural == "always" else one

    def node(rendering: Rendering) -> str:
        value = text_of(rendering.item, variable)
        if not value:
            return ""
        return several if several is one or numbers.is_plural(variable, value) else one

    return node


__all__ = ["label", "number", "text"]
