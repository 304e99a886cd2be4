"""The variables of CSL (1.0.2, Appendix IV), and what an item says for them."""

from __future__ import annotations

from typing import Any

from citekit.csl.marks import clean
from citekit.csl.rendering import Item

DATES = frozenset("accessed available-date event-date issued original-date submitted".split())

NAMES = frozenset(
    "author chair collection-editor compiler composer container-author contributor curator director editor editorial-director "
    "editor-translator editortranslator executive-producer guest host illustrator interviewer narrator organizer original-author performer producer "
    "recipient reviewed-author script-writer series-creator translator".split()
)

NUMBERS = frozenset(
    "chapter-number citation-number collection-number edition first-reference-note-number issue locator number "
    "number-of-pages number-of-volumes page page-first part-number printing-number section supplement-number version volume".split()
)

VERBATIM = frozenset("DOI URL PMID PMCID ISBN ISSN".split())
"""Addresses and numbers of works: no quotes, dashes or tags are looked for in them."""

# What a variable is called when form="short" is asked for; other names are those of old CSL-JSON.
_SHORT = {
    "title": ("title-short", "shortTitle"),
    "container-title": ("container-title-short", "journalAbbreviation"),
}


# `event` was renamed in CSL 1.0.2, and older styles use the old name; the first page is told by the pages.
_INSTEAD = {
    "event": ("event-title", "event"),
    "event-title": ("event-title", "event"),
    "page-first": ("page-first", "page"),
}


def names_of(variable: str, short: bool) -> tuple[str, ...]:
    """The variables that are looked at, best first: `container-title` in short form → `container-title-short`, …, `container-title`."""
    return (*(_SHORT.get(variable, (f"{variable}-short",)) if short else ()), *_INSTEAD.get(variable, (variable,)))


def text_of(item: Item, variable: str) -> str:
    """What an item says for a variable, as text; `""` for nothing and for what is neither text nor a number."""
    value = item.get(variable)
    if isinstance(value, str):
        return clean(value.strip())
    return _number(value) if value is not None else ""


def _number(value: Any) -> str:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return ""
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def is_there(item: Item, variable: str) -> bool:
    """Does the item say something for the variable? Names and dates are looked into: an empty list says nothing."""
    value = item.get(variable)
    if value is None:
        return False
    if isinstance(value, str):
        return bool(value.strip())
    if isinstance(value, dict):
        parts = value.get("date-parts")
        return any(value.get(name) for name in ("literal", "raw", "season")) or (
            isinstance(parts, list) and any(isinstance(part, list) and part and part[0] for part in parts)
        )
    return bool(value) or (value == 0 and not isinstance(value, bool))
