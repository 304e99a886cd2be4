"""MODS (Library of Congress) → `Library`. https://www.loc.gov/standards/mods/userguide/"""

from __future__ import annotations

import re

from citekit.exchange.mods import forms, words
from citekit.formats import Input, Reader
from citekit.model import Field, Library, Origin, Reference
from citekit.readers import xml
from citekit.readers.mods import parts
from citekit.readers.mods.elements import Reading, add
from citekit.readers.mods.related import related
from citekit.values.names import Names, Person

_OWN_ELEMENTS = re.compile(
    r"www\.loc\.gov/mods/|<(?:\w+:)?(?:titleInfo|originInfo|typeOfResource|relatedItem|recordInfo|namePart)\b"
)
_A_RECORD = re.compile(r"<(?:\w+:)?mods[\s>]")


def recognise(given: Input) -> bool:
    """`mods` or `modsCollection`, or records of MODS in an answer of a catalogue (OAI, SRU)."""
    root = xml.root(given)
    if root == "modsCollection":
        return True
    head = given.head if root and root != "html" else ""
    return bool(_OWN_ELEMENTS.search(head) and (root == "mods" or ("loc.gov/mods/" in head and _A_RECORD.search(head))))


def read(given: Input) -> Library:
    """Reads MODS; see `xml.library` for what becomes of bad records."""
    return xml.library(given, {"mods"}, words.FORMAT, _reference)


READER = Reader(words.FORMAT, "MODS", (".xml", ".mods"), recognise, read)


def _reference(record: xml.Element, origin: Origin) -> Reference | None:
    reading = Reading(origin, words.PREFIX)
    items = record.children("relatedItem")
    reading.host = next((item for item in items if item.attribute("type") == "host"), None)
    if info := parts.main_title(record):
        reading.put("title", parts.title(info), info)
    for element in record.children():
        add(reading, element)
    _dates(reading, record)
    for item in items:
        related(reading, item)
    reading.gather()
    entry_type = _type(reading, record)
    _settle(reading, entry_type)
    key = reading.key or _key(record)
    return Reference(entry_type, key, reading.fields, origin) if reading.fields or key else None


_KEY = re.compile(r"(?!(?:mods|record|rec|id|dmd|item|oai)[-_:.]?\d*$)[A-Za-z][\w:.+/-]*", re.IGNORECASE)
_NAME_AND_YEAR = re.compile(r"[^\W\d_]{2,}[\w:.+-]*(?:1[5-9]|20)\d\d[\w:.+-]*")


def _key(record: xml.Element) -> str:
    """bibutils gives the key as the record's ID; a record's number in a catalogue is a key only if it is made of a name and a year."""
    own = record.attribute("ID")
    if _KEY.fullmatch(own):
        return own
    number = record.text("recordInfo/recordIdentifier")
    return number if len(number) < 80 and _NAME_AND_YEAR.fullmatch(number) else ""


def _dates(reading: Reading, record: xml.Element) -> None:
    """The date of issue of the work, else of the part of its journal or book, else of that, else another date of the work."""
    inside = [record, reading.host] if reading.host else [record]
    others = [record.all(f"originInfo/{name}") for name in ("copyrightDate", "dateCreated", "dateOther")]
    places = [
        record.all("originInfo/dateIssued"),
        [date for each in inside for date in each.all("part/date")],
        reading.host.all("originInfo/dateIssued") if reading.host else [],
        [date for written in others for date in written if date.attribute("keyDate") == "yes"],
        *others,
        reading.host.all("originInfo/copyrightDate") if reading.host else [],
    ]
    for written in places:
        fields, element = parts.issued(written)
        if element and "year" not in reading.fields:
            for name, value in fields.items():
                reading.put(name, value, element)
    for other in (*others[0], *others[1]):
        if parts.when(other.text()).year != reading.text("year"):
            reading.keep(other.name, other.text(), other)


def _type(reading: Reading, record: xml.Element) -> str:
    own = record.children("genre")
    if stated := next((each.text() for each in own if each.attribute("authority") == forms.OWN_TYPE), ""):
        return stated.lower()
    genres = tuple(text for each in own if (text := each.text()) and each.attribute("displayLabel") != "type")
    host = tuple(reading.host.texts("genre")) if reading.host else None
    serial = reading.host is not None and _is_serial(reading.host)
    found = forms.type_of(
        genres, host, resource=record.text("typeOfResource"), issuance=record.text("originInfo/issuance"), serial=serial
    )  # fmt: skip
    if found == "article" and (subtype := forms.subtype_of(genres, host or ())):
        reading.fields["entrysubtype"] = Field(subtype)
    return found


def _settle(reading: Reading, entry_type: str) -> None:
    if entry_type in ("phdthesis", "mastersthesis", "thesis"):
        reading.rename("publisher", "school")
    elif entry_type in ("techreport", "report"):
        reading.rename("publisher", "institution")
    elif entry_type == "patent" and (owner := reading.fields.get("publisher")) and "holder" not in reading.fields:
        reading.fields["holder"] = Field(
            Names((Person(str(reading.fields.pop("publisher").value), literal=True),)), owner.origin
        )


def _is_serial(host: xml.Element) -> bool:
    """Does what holds the work come out again and again?"""
    kinds = {detail.attribute("type") for detail in host.all("part/detail")}
    numbered = any(
        each.attribute("type").lower() in ("issn", "eissn", "issn-l") for each in host.children("identifier")
    )
    return numbered or "issue" in kinds or "continuing" in host.texts("originInfo/issuance")
