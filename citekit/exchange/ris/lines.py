"""A reference as the lines of a RIS record: tags and values, and which fields they hold."""

from __future__ import annotations

import re

from citekit.exchange import ris
from citekit.exchange.ris import types
from citekit.exchange.tags.lines import THESES, Lines, add_field, slashed, with_places
from citekit.exchange.tags.when import month_name, range_or_season, when
from citekit.model import Reference
from citekit.values import pages
from citekit.values.edtf import month_number
from citekit.values.identifier_forms import bare_arxiv

_SUBTYPES = {subtype: code for code, subtype in types.SUBTYPES.items()}


def lines(reference: Reference) -> Lines:
    """All lines of a record, `TY` first, `ER` last."""
    found = Lines()
    kind = _kind(reference, found)
    found.add("TY", kind)
    tags = with_places(ris.tags(kind), reference, publisher="PB", place="CY")
    for name, tag in tags.items():
        _add_field(found, reference, kind, name, tag)
    if not found.has("M3"):
        found.add("M3", THESES.get(reference.type, ""))
    _add_dates(found, reference)
    _add_numbers(found, reference, kind)
    found.add("ID", reference.key)
    for name in reference.fields:
        if (own := re.fullmatch(r"ris-([a-z][a-z\d])", name)) and name != "ris-ty":
            found.add(own[1].upper(), reference.get(name), name)
    found.lines.append(("ER", ""))
    return found


def _kind(reference: Reference, found: Lines) -> str:
    """The type as it was read, if the reference is still of that type; else the one that RIS has for it."""
    own = reference.get("ris-ty").partition(";")[0]
    if own and (types.entry_type(own) == reference.type or not types.code(own)):
        found.held.add("ris-ty")
        return own
    if reference.type == "article" and (kind := _SUBTYPES.get(reference.get("entrysubtype"))):
        found.held.add("entrysubtype")
        return kind
    return types.WRITTEN.get(reference.type, "GEN")


def _add_field(found: Lines, reference: Reference, kind: str, name: str, tag: str) -> None:
    value = reference.get(name)
    if name == "container" and tag == "C3":
        found.add("C3", value, name)
        if not reference.get("eventtitle"):
            found.add("T2", value)
    elif name == "pages":
        _add_pages(found, value, of_a_book=ris.meaning(kind, "SP") == "(extent)")
    elif name == "urldate":
        found.add(tag, slashed(value), name)
    else:
        add_field(found, reference, name, tag)


def _add_pages(found: Lines, value: str, *, of_a_book: bool) -> None:
    """First and last page; in a book `SP` alone would be the number of its pages."""
    span = pages.span(value) if value else None
    if span and (of_a_book or span[0] != span[1]):
        found.add("SP", span[0], "pages")
        found.add("EP", span[1], "pages")
    else:
        found.add("SP", value, "pages")


def _add_dates(found: Lines, reference: Reference) -> None:
    date = when(reference)
    found.add("PY", date.year, "year")
    if "/" in date.date:
        found.add("DA", range_or_season(date.date))
    elif date.year and (date.month or date.date):
        number = month_number(date.month)
        other = range_or_season(date.date) or ("" if number else month_name(date.month))
        found.add("DA", f"{date.year}/{number}/{date.day.zfill(2) if date.day else ''}/{other}")
    if not date.rest:
        found.held |= {"date", "month", "day"} if date.year else set()
    if (origin := reference.get("origdate")) and re.fullmatch(r"\d{4}(?:-\d\d){0,2}", origin):
        found.add("OP", slashed(origin) if "-" in origin else origin, "origdate")


def _add_numbers(found: Lines, reference: Reference, kind: str) -> None:
    for name in ("isbn", "issn"):
        for number in re.split(r"[,;\s]+", reference.get(name)):
            found.add("SN", number, name)
    if not found.has("SP"):
        total = reference.get("pagetotal")
        found.add("SP", total if ris.meaning(kind, "SP") == "(extent)" else "", "pagetotal")
    if pmcid := reference.get("pmcid"):
        found.add(
            "C2" if ris.meaning(kind, "C2") else "U2", pmcid if ris.meaning(kind, "C2") else f"{pmcid}[pmcid]", "pmcid"
        )
    free = not any(f"ris-{tag}" in reference.fields for tag in ("an", "db", "dp"))
    number = reference.get("eprint")
    if free and reference.get("eprinttype").lower() in ("arxiv", "") and bare_arxiv(number) == number and number:
        of = reference.get("eprintclass")
        found.add("AN", f"arXiv:{number} [{of}]" if of else f"arXiv:{number}", "eprint", "eprinttype", "eprintclass")
        free = False
    if pmid := reference.get("pmid"):
        found.add("AN" if free else "U1", pmid if free else f"{pmid}[pmid]", "pmid")
        found.add("DB", "PubMed" if free else "")
