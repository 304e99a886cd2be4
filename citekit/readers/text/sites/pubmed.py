"""A PubMed abstract page: the source line of a record, with its title near by."""

from __future__ import annotations

import re

from citekit.readers.text.own import OwnRecord, first_lines, present
from citekit.values import dates, pages
from citekit.values.identifiers import doi, pmid
from citekit.values.name_lists import parse_names
from citekit.values.names import Names

NAME = "PubMed page"

# Pediatrics. 2013 Oct;132(4):e1043-7. doi: 10.1542/peds.2012-3935. Epub 2013 Sep 9.
_SOURCE = re.compile(
    r"(?P<container>[A-Z][^.;]{1,120})\. (?P<date>\d{4}(?: [A-Z][a-z]{2}(?:-[A-Z][a-z]{2})?(?: \d{1,2})?)?)"
    r"(?:;(?P<volume>[^:(;.]*)(?:\((?P<number>[^)]*)\))?(?::(?P<pages>[^.;]+?))?)?\.(?P<rest>(?: .*)?)"
)
_FURNITURE = re.compile(
    r"^(?:MeSH terms|Publication types|Abstract|PMID:|Affiliations?|Substances|Similar articles|Keywords:)",
    re.M,
)
_NOTE = re.compile(r"Epub \d{4}(?: [A-Z][a-z]{2})?(?: \d{1,2})?|(?:Online|Print) ahead of print")


def looks_like(text: str) -> bool:
    """A source line within the first lines, no list number before it, and PubMed's own words on the page or in the line."""
    head = [line.strip() for line in text.splitlines() if line.strip()][:6]
    found = [m for line in head if (m := _SOURCE.fullmatch(line))]
    return len(found) == 1 and bool(_FURNITURE.search(text) or doi(found[0]["rest"]) or _NOTE.search(found[0]["rest"]))


def own_record(lines: list[str]) -> OwnRecord | None:
    filled = first_lines(lines)
    place = next((i for i, (_, line) in enumerate(filled[:6]) if _SOURCE.fullmatch(line)), None)
    if place is None:
        return None
    found = _SOURCE.fullmatch(filled[place][1])
    assert found is not None  # `place` was chosen by it
    # The abstract view prints the source above the title and authors below it; older copies print the title first.
    title = 0 if place else 1
    if title >= len(filled):
        return None
    authors, written = _authors(filled, max(place, title) + 1)
    date = dates.parse(found["date"])
    note = _NOTE.search(found["rest"])
    fields = present(
        {
            "author": authors,
            "title": filled[title][1].rstrip("."),
            "container": found["container"],
            "year": date.year,
            "month": date.month,
            "day": date.day,
            "volume": (found["volume"] or "").strip(),
            "number": found["number"],
            "pages": pages.dashed(found["pages"] or ""),
            "doi": doi(found["rest"]),
            "pmid": pmid("\n".join(lines[:40])),
            "note": note[0] if note else "",
        }
    )
    return OwnRecord("article", fields, frozenset({filled[place][0], filled[title][0]} | written))


# `Caterina Cuppari 1 , Carlo Salpietro`: full names with the numbers of their affiliations.
_NUMBERED_NAME = re.compile(r"[A-Z][\w’'.-]*(?: [\w’'.-]+){1,5}?(?:\s*\d+)*")


def _authors(filled: list[tuple[int, str]], start: int) -> tuple[Names, set[int]]:
    for number, line in filled[start : start + 2]:
        parts = [part.strip() for part in line.rstrip(".").split(",") if part.strip()]
        named = [part for part in parts if not part.isdigit()]
        if len(line) < 2000 and named and all(_NUMBERED_NAME.fullmatch(part) and len(part) < 60 for part in named):
            if len(named) == 1 and not re.search(r"\d", named[0]):
                continue  # a heading, not a name
            return parse_names(", ".join(re.sub(r"[\s\d]+$", "", part) for part in named)), {number}
    return Names(), set()
