"""Journals at Lippincott Williams & Wilkins: authors with their degrees, then journal, month, volume, issue, page."""

from __future__ import annotations

import re

from citekit.readers.text.own import OwnRecord, first_lines, present
from citekit.values import dates, pages
from citekit.values.identifiers import doi
from citekit.values.names import Names, parse_person

NAME = "LWW journal page"

# The Pediatric Infectious Disease Journal: January 2013 - Volume 32 - Issue 1 - p 94
_SOURCE = re.compile(
    r"(?P<container>[^:]{3,200}?): (?P<date>[A-Z][^:]{2,30}?\d{4}) [-–] Volume (?P<volume>\S+)(?: [-–] Issue (?P<number>.+?))?(?: [-–] pp? ?(?P<pages>\S+?))?"
)
# Only whole words, and only after a given name: `Shalev, Stavit A MD`, `Uziel, Yosef MD, MSc`.
_DEGREE = re.compile(
    r",?\s+(?:M\.?D|Ph\.?D|M\.?Sc|B\.?Sc|M\.?S|B\.?S|M\.?P\.?H|M\.?A|B\.?A|R\.?N|D\.?O|MBBS|MBChB|MBA|MHS|MHSc|MSPH|DrPH|DSc|ScD|PharmD|DVM|DMD"
    r"|DDS|EdD|MEd|FRCP\w*|FRCS\w*|FACS|FACP|FAAP|FAHA|MRCP\w*|BM|BCh|BSN|MSN|NP|CRNP|DNP|PA-C|RD|Dr\s?med)\.?(?=,|;|\s|$)"
)


def looks_like(text: str) -> bool:
    """The source line of these journals; nothing else prints ` - Volume 32 - Issue 1 - p `."""
    return any(_SOURCE.fullmatch(line.strip()) for line in text.splitlines()[:60])


def own_record(lines: list[str]) -> OwnRecord | None:
    filled = first_lines(lines)
    place = next((i for i, (_, line) in enumerate(filled) if _SOURCE.fullmatch(line)), None)
    if place is None:
        return None
    found = _SOURCE.fullmatch(filled[place][1])
    assert found is not None  # `place` was chosen by it
    header = next((i for i in range(place - 1, -1, -1) if ";" in filled[i][1] or _DEGREE.search(filled[i][1])), None)
    title = header - 1 if header else None
    identifier = next((i for i in range(place + 1, min(place + 4, len(filled))) if doi(filled[i][1])), None)
    date = dates.parse(found["date"])
    fields = present(
        {
            "author": _authors(filled[header][1]) if header is not None else None,
            "title": filled[title][1] if title is not None else None,
            "container": found["container"],
            "year": date.year,
            "month": date.month,
            "day": date.day,
            "volume": found["volume"],
            "number": found["number"],
            "pages": pages.dashed(found["pages"] or ""),
            "doi": doi(filled[identifier][1]) if identifier is not None else None,
        }
    )
    used = {filled[i][0] for i in (place, header, title, identifier) if i is not None}
    return OwnRecord("article", fields, frozenset(used))


def _authors(line: str) -> Names:
    """Each author once, without degrees: the page repeats an author for each of his departments."""
    people = [parse_person(_DEGREE.sub("", name)) for name in line.split(";") if name.strip()]
    return Names(tuple(dict.fromkeys(people)))
