"""What a field of EndNote XML means that depends on the other fields: journals, dates, numbers of databases, conferences."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from citekit.exchange.endnote_xml.kinds import SUBTYPES
from citekit.exchange.endnote_xml.rows import PREFIX
from citekit.model import Field
from citekit.readers.endnote_xml.record import Reading, one
from citekit.readers.endnote_xml.values import issued
from citekit.readers.xml import Element
from citekit.values import identifiers
from citekit.values.journals import same_journal

_IN_PUBMED = re.compile(r"pubmed|medline|\bnlm\b|ncbi", re.IGNORECASE)
_ENGLISH = "January February March April May June July August September October November December".split()


def settle(reading: Reading, record: Element) -> None:
    _journal(reading)
    _dates(reading, record)
    for element in record.children("accession-num"):
        _accession(reading, one(element), element)
    if "doi" not in reading.fields and (found := identifiers.doi(reading.text("url"))):
        reading.fields["doi"] = replace(reading.fields["url"], value=found)
    if reading.kind.name in ("Conference Paper", "Conference Proceedings"):
        _conference(reading)
    if reading.kind.type == "book" and "author" not in reading.fields and "editor" not in reading.fields:
        reading.rename("serieseditor", "editor")  # JabRef and others put a book's editors there
    if reading.kind.name in SUBTYPES:
        reading.fields["entrysubtype"] = Field(SUBTYPES[reading.kind.name])


def _journal(reading: Reading) -> None:
    """The whole name where one of the first two is that and the other its abbreviation."""
    said = {tag: (text, element) for tag, text, element in reversed(reading.journals) if text}
    own, full = said.get("secondary-title"), said.get("periodical-full-title")
    chosen = own or full
    if own and full and same_journal(own[0], full[0]):
        chosen = max(own, full, key=lambda each: len(each[0]))
    if chosen is None and "alt-periodical-full-title" in said and reading.kind.type == "article":
        chosen = said["alt-periodical-full-title"]
    if chosen and reading.kind.meaning("secondary-title") == "container":
        reading.put("container", chosen[0], chosen[1])
    place = reading.text("container") or reading.text(reading.kind.meaning("secondary-title"))
    for tag, text, element in reading.journals:
        if text.casefold() in (place.casefold(), reading.text("container_short").casefold()) or not text:
            continue
        short = "abbr" in tag or (len(text) < len(place) and same_journal(text, place))
        if short and "container_short" not in reading.fields and "container" in reading.fields:
            reading.put("container_short", text, element)
        else:
            reading.keep(tag, text, element)


def _dates(reading: Reading, record: Element) -> None:
    def said(paths: Iterable[str]) -> tuple[str, Element] | None:
        found = ((one(element), element) for path in paths for element in record.all(path))
        return next((each for each in found if each[0]), None)

    year = said(("dates/year", "year"))
    date = said(("dates/pub-dates/date", "dates/date"))
    copyright_date = said(("dates/copyright-dates/date",))
    if not year and not date:
        year, copyright_date = copyright_date, None
    month, day = said(("dates/month",)), said(("dates/day",))
    text = date[0] if date else " ".join(each[0] for each in (day, month) if each)
    if not date and month and month[0].isdecimal() and 1 <= int(month[0]) <= 12:
        text = f"{_ENGLISH[int(month[0]) - 1]} {day[0] if day else ''}".strip()
    place = year or date or month
    if place:
        fields, left = issued(year[0] if year else "", text)
        for name, value in fields.items():
            reading.put(name, value, place[1], "dates")
        reading.keep("pub-dates", left, place[1])
    if copyright_date and copyright_date[0] != reading.text("year"):
        reading.keep("copyright-dates", *copyright_date)


def _accession(reading: Reading, text: str, element: Element) -> None:
    where = " ".join(
        reading.text(name) for name in (f"{PREFIX}remote-database-name", f"{PREFIX}remote-database-provider", "url")
    )
    if text.isdecimal() and len(text) < 10 and _IN_PUBMED.search(where):
        reading.put("pmid", text, element)
        if reading.text(f"{PREFIX}remote-database-name") == "PubMed":
            del reading.fields[f"{PREFIX}remote-database-name"]
    elif text:
        reading.eprint(text, element)


def _conference(reading: Reading) -> None:
    """EndNote keeps the name of the conference as the second title, that of the proceedings in custom 3, and the place of
    publication in custom 1. Others put the proceedings and their place first."""
    if f"{PREFIX}custom3" in reading.fields:
        reading.rename("container", "eventtitle")
        reading.rename(f"{PREFIX}custom3", "container")
    if f"{PREFIX}custom1" in reading.fields:
        reading.rename("address", "venue")
        reading.rename(f"{PREFIX}custom1", "address")
