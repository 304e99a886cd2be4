"""What a reference must have."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from citekit.model import Origin, Problem, Reference
from citekit.vocabulary import IN_A_BOOK, bibtex_name

# The required fields of BibTeX's entry types ("BibTeXing", Patashnik 1988, §3.1), in its order; `|` means one of them.
# `online`, `thesis`, `report` and `collection` are biblatex's (manual §2.1.1). Other types require nothing.
REQUIRED = {
    "article": "author title container year",
    "book": "author|editor title publisher year",
    "booklet": "title",
    "inbook": "author|editor title chapter|pages publisher year",
    "incollection": "author title container publisher year",
    "inproceedings": "author title container year",
    "conference": "author title container year",
    "manual": "title",
    "mastersthesis": "author title school|institution year",
    "phdthesis": "author title school|institution year",
    "proceedings": "title year",
    "techreport": "author title institution year",
    "unpublished": "author title note",
    "online": "author|editor title year doi|eprint|url",
    "thesis": "author title school|institution year",
    "report": "author title institution year",
    "collection": "editor title year",
}


def incomplete(reference: Reference) -> Problem | None:
    """The problem of a reference that lacks what its type requires: `incomplete article: no journal, no year`."""
    return _incomplete(reference.type, missing(reference), reference.origin, reference.key)


def incomplete_item(item: Mapping[str, Any], origin: Origin | None) -> Problem | None:
    """The same for an item of CSL that was made of what stands at `origin`. It is called what it was there: an `incollection`, if
    that was a `.bib` file, and a `chapter` in CSL-JSON."""
    stood = _ENTRY.match(origin.text) if origin else None
    kind = stood[1].lower() if stood else _TYPES.get(str(item.get("type")), "")
    is_csl = not origin or origin.format.startswith("csl")
    said = str(item.get("type")) if is_csl or kind not in REQUIRED else kind
    return _incomplete(said, missing_in(item, kind), origin, str(item.get("id", "")))


def _incomplete(kind: str, lacks: tuple[str, ...], origin: Origin | None, key: str) -> Problem | None:
    place = (origin.file, origin.line) if origin else ("", 0)
    return Problem("incomplete", f"incomplete {kind}: no {', no '.join(lacks)}", *place, key) if lacks else None


_ENTRY = re.compile(r"\s*@\s*([A-Za-z]+)\s*[{(]")


def missing(reference: Reference) -> tuple[str, ...]:
    """The required fields that a reference lacks, by their BibTeX names: `("journal", "author or editor")`."""
    return tuple(
        " or ".join(bibtex_name(name, reference.type) for name in names)
        for names in (part.split("|") for part in REQUIRED.get(reference.type, "").split())
        if not any(_has(reference, name) for name in names)
    )


def _has(reference: Reference, name: str) -> bool:
    if name == "year":
        return bool(reference.year)
    if name == "container" and reference.type not in IN_A_BOOK and reference.get("container_short"):
        return True
    return bool(reference.get(name))


# CSL's types and variables for those of BibTeX above; other types require nothing.
_TYPES = {
    "article-journal": "article", "article-magazine": "article", "article-newspaper": "article", "book": "book",
    "chapter": "incollection", "paper-conference": "inproceedings", "thesis": "thesis", "report": "report", "webpage": "online",
    "manuscript": "unpublished", "pamphlet": "booklet",
}  # fmt: skip
_VARIABLES = {
    "container": "container-title", "year": "issued", "school": "publisher", "institution": "publisher", "doi": "DOI", "url": "URL",
    "eprint": "archive_location", "pages": "page", "chapter": "chapter-number",
}  # fmt: skip


def missing_in(item: Mapping[str, Any], kind: str = "") -> tuple[str, ...]:
    """The same for an item of CSL: what its type, or the BibTeX type that it was, requires and it lacks, by BibTeX's names."""
    kind = kind if kind in REQUIRED else _TYPES.get(str(item.get("type")), "")
    return tuple(
        " or ".join(dict.fromkeys(bibtex_name(name, kind) for name in names))
        for names in (part.split("|") for part in REQUIRED.get(kind, "").split())
        if not any(_is_in(item, name, kind) for name in names)
    )


def _is_in(item: Mapping[str, Any], name: str, kind: str) -> bool:
    if name == "container" and kind not in IN_A_BOOK and item.get("container-title-short"):
        return True
    return bool(item.get(_VARIABLES.get(name, name)))
