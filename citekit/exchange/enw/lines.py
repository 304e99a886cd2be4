"""A reference as the lines of a record in EndNote's import format: tags and values, and which fields they hold."""

from __future__ import annotations

import re

from citekit.exchange import enw
from citekit.exchange.ris import types as ris_types
from citekit.exchange.tags.lines import THESES, Lines, add_field, slashed, with_places
from citekit.exchange.tags.when import month_name, range_or_season, when
from citekit.model import Reference
from citekit.values.identifier_forms import bare_arxiv

_SUBTYPES = {subtype: code for code, subtype in ris_types.SUBTYPES.items()}
_VERBATIM = {word: tag for tag, word in enw.WORDS.items()}


def lines(reference: Reference) -> Lines:
    """All lines of a record, `0` first; tags stand without their `%`."""
    found = Lines()
    kind = _kind(reference, found)
    tags = with_places(enw.tags(kind), reference, publisher="I", place="C")
    if kind in enw.BOOKS and "series" in reference.fields:
        # Behind a book's %E stand the editors of its series.
        tags.pop("editor", None)
        tags["serieseditor"] = "E"
    for name, tag in tags.items():
        _add_field(found, reference, kind, name, tag)
    if not found.has("9"):
        found.add("9", THESES.get(reference.type, ""))
    _add_dates(found, reference)
    _add_numbers(found, reference, kind)
    for name in reference.fields:
        own = re.fullmatch(r"enw-([a-z\d]|[a-z]+(?:-[a-z\d]+)*)", name)
        if own and name != "enw-0":
            tag = _VERBATIM.get(own[1], own[1].upper())
            found.add(tag if len(tag) == 1 else "", reference.get(name) if len(tag) == 1 else "", name)
    found.add("F", reference.key)
    return found


def _kind(reference: Reference, found: Lines) -> str:
    """The type as it was read, if the reference is still of that type; else the one that EndNote has for it. As a code of RIS, and
    as EndNote's name behind `%0`."""
    own = reference.get("enw-0").partition(";")[0]
    code = ris_types.code(own)
    if own and (not code or ris_types.entry_type(code) == reference.type):
        found.add("0", own, "enw-0")
        return code
    if reference.type == "article" and (code := _SUBTYPES.get(reference.get("entrysubtype"), "")):
        found.held.add("entrysubtype")
    code = code if found.held else enw.code_of(reference.type)
    found.add("0", ris_types.TYPES[code][1])
    return code


def _add_field(found: Lines, reference: Reference, kind: str, name: str, tag: str) -> None:
    value = reference.get(name)
    if name == "container" and tag == "3":
        found.add("3", value, name)
        if not reference.get("eventtitle"):
            found.add("B", value)
    elif name == "pages":
        alone = enw.meaning(kind, "P") == "(extent)" and value.isdecimal()  # would be the number of its pages
        found.add(tag, f"p. {value}" if alone else value.replace("--", "-"), name)
    elif name == "urldate":
        found.add(tag, slashed(value), name)
    else:
        add_field(found, reference, name, tag)


def _add_dates(found: Lines, reference: Reference) -> None:
    date = when(reference)
    found.add("D", date.year, "year")
    named = range_or_season(date.date) or f"{month_name(date.month)} {date.day}"
    found.add("8", named)
    if not date.rest and date.year:
        found.held |= {"date", "month", "day"}


def _add_numbers(found: Lines, reference: Reference, kind: str) -> None:
    for name in ("isbn", "issn"):
        for number in re.split(r"[,;\s]+", reference.get(name)):
            found.add("@", number, name)
    if not found.has("P"):
        total = reference.get("pagetotal")
        found.add("P", total if enw.meaning(kind, "P") == "(extent)" else "", "pagetotal")
    number = reference.get("eprint")
    if number and reference.get("eprinttype").lower() in ("arxiv", "") and bare_arxiv(number) == number:
        of = reference.get("eprintclass")
        found.add("M", f"arXiv:{number} [{of}]" if of else f"arXiv:{number}", "eprint", "eprinttype", "eprintclass")
    if pmid := reference.get("pmid"):
        found.add("M", f"PMID: {pmid}", "pmid")
    found.add("M", reference.get("pmcid"), "pmcid")
