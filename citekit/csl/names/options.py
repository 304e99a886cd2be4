"""What the attributes of `cs:names` and `cs:name` ask for, own and inherited (CSL 1.0.2, "Name", "Inheritable Name Options")."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from citekit.csl.element import Element
from citekit.csl.workshop import Workshop

# Attribute of cs:name → what it is called where it is inherited from.
_INHERITED = {"form": "name-form", "delimiter": "name-delimiter"}


@dataclass(frozen=True, slots=True)
class NameOptions:
    """How a list of names is written."""

    form: str
    """long, short or count"""
    delimiter: str
    conjunction: str
    """text, symbol, or `""`: none"""
    delimiter_precedes_last: str
    delimiter_precedes_et_al: str
    et_al_least: int | None
    """So many names are abbreviated."""
    et_al_first: int | None
    """So many are shown then; where either is missing, all are."""
    et_al_last: bool
    initialize: bool
    initialize_with: str | None
    initialize_with_hyphen: bool
    inverted: str
    """name-as-sort-order: first, all, or `""`"""
    sort_separator: str
    demote: str
    """demote-non-dropping-particle"""


def options(name: Element, inherited: Mapping[str, str], workshop: Workshop) -> NameOptions:
    """The options of a `cs:name` and of what stands above it."""

    def option(attribute: str, default: str = "") -> str:
        above = inherited.get(_INHERITED.get(attribute, attribute), default)
        return name.attributes.get(attribute, above)

    with_given = "initialize-with" in name.attributes or "initialize-with" in inherited
    return NameOptions(
        option("form", "long"),
        option("delimiter", ", "),
        option("and"),
        option("delimiter-precedes-last", "contextual"),
        option("delimiter-precedes-et-al", "contextual"),
        _natural(option("et-al-min")),
        _natural(option("et-al-use-first")),
        option("et-al-use-last") == "true",
        option("initialize", "true") == "true",
        option("initialize-with") if with_given else None,
        workshop.options.initialize_with_hyphen,
        option("name-as-sort-order"),
        option("sort-separator", ", "),
        workshop.options.demote_non_dropping_particle,
    )


def _natural(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None
