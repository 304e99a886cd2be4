"""EndNote XML (`<xml><records><record>`) → `Library`, from EndNote and from the many programs that write like it."""

from __future__ import annotations

import re

from citekit.exchange.endnote_xml.kinds import GENERIC, THESES, Kind, kind_of
from citekit.exchange.endnote_xml.rows import FORMAT, PREFIX
from citekit.formats import Input, Reader
from citekit.model import Library, Origin, Reference
from citekit.readers import xml
from citekit.readers.endnote_xml.record import Reading
from citekit.readers.endnote_xml.settling import settle

_BEGINS = re.compile(r"<xml\b[^<>]*>\s*<records\b|<ref-type\b|<(?:contributors|titles)>\s*<(?:authors|title)\b")


def recognise(given: Input) -> bool:
    """`<xml>` with `<records>` in it, or `<records>` of which the first says what EndNote says."""
    return xml.root(given) in ("xml", "records") and _BEGINS.search(given.head) is not None


def read(given: Input) -> Library:
    """Reads EndNote XML; see `xml.library` for what becomes of bad records."""
    return xml.library(given, {"record"}, FORMAT, _reference)


READER = Reader(FORMAT, "EndNote XML", (".xml",), recognise, read)


def _reference(record: xml.Element, origin: Origin) -> Reference | None:
    ref_type = record.first("ref-type")
    name, number = (ref_type.attribute("name"), ref_type.text()) if ref_type else ("", "")
    kind = kind_of(name, number) or kind_of(number, "")
    reading = Reading(origin, PREFIX, kind=kind or GENERIC)
    for element in record.children():
        reading.add(element)
    if kind is None and ref_type is not None:
        reading.keep("ref-type", name or number, ref_type)
    reading.gather()
    settle(reading, record)
    reading.gather()
    if not reading.fields:
        return None
    return Reference(_type(reading, kind), reading.key, reading.fields, origin)


def _type(reading: Reading, kind: Kind | None) -> str:
    fields = reading.fields
    if kind is None:
        return "article" if "container" in fields and "volume" in fields else "misc"
    if kind.type == "thesis":
        said = fields["type"].value if "type" in fields else ""
        found = next((ours for ours, words in _DEGREES if words.search(str(said))), "thesis")
        if said == THESES.get(found):
            del fields["type"]
        return found
    if kind.type == "inproceedings" and "author" not in fields and "pages" not in fields:
        return "proceedings"
    return kind.type


_DEGREES = (
    ("phdthesis", re.compile(r"\bph\.?\s?d\b|doctor|\bdissertation\b|\bd\.?phil\b", re.IGNORECASE)),
    ("mastersthesis", re.compile(r"\bmaster|\bm\.?(?:sc?|a|phil|eng)\b|diplom", re.IGNORECASE)),
)
