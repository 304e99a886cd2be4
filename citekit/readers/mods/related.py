"""Related items of a MODS record: what holds the work, its series, its original, and all others by their titles."""

from __future__ import annotations

from citekit.exchange.mods import words
from citekit.readers.mods import parts
from citekit.readers.mods.elements import ELEMENTS, Reading, identifier, named
from citekit.readers.xml import Element
from citekit.values.edtf import iso


def related(reading: Reading, item: Element) -> None:
    kind = item.attribute("type")
    if item is reading.host:
        _host(reading, item)
    elif kind == "series":
        _series(reading, item)
    elif kind == "original":
        _original(reading, item)
    else:
        info = parts.main_title(item)
        told = parts.title(info) if info else next(iter(item.texts("identifier")), "") or item.attribute("href")
        reading.keep(f"related-{kind}" if kind else "related", told or item.text(), item)


def _host(reading: Reading, host: Element) -> None:
    if info := parts.main_title(host):
        reading.put("container", parts.title(info), info)
    for element in host.children():
        name = element.name
        if name == "titleInfo":
            short = element.attribute("type") == "abbreviated"
            text = parts.title(element)
            if text != reading.text("container"):
                reading.put("container_short", text, element) if short else reading.keep(
                    "host-titleinfo", text, element
                )
        elif name == "name":
            role = (parts.roles(element) or ["author"])[0]
            named(reading, "bookauthor" if role == "author" else role, element)
        elif name == "identifier":
            kind = element.attribute("type").lower()
            known = words.IDENTIFIERS.get(kind) in ("isbn", "issn")
            identifier(reading, element) if known else reading.keep(f"host-identifier-{kind}", element.text(), element)
        elif name in ("part", "originInfo"):
            ELEMENTS[name](reading, element)
        elif name == "relatedItem":
            related(reading, element)
        elif name not in words.BOOKKEEPING and name != "genre":
            reading.keep(f"host-{name}", element.text(), element)


def _series(reading: Reading, item: Element) -> None:
    info = parts.main_title(item)
    number = item.text("titleInfo/partNumber") or item.text("part/detail/number")
    if info:
        whole = parts.title(info)
        reading.put("series", whole.removesuffix(f". {number}") if number else whole, info)
        reading.put("number", number, info)
    for name in item.children("name"):
        named(reading, "serieseditor", name)


def _original(reading: Reading, item: Element) -> None:
    """biblatex's fields for the original of a translation or a reprint (manual §2.2.2)."""
    if info := parts.main_title(item):
        reading.put("origtitle", parts.title(info), info)
    fields, element = parts.issued(item.all("originInfo/dateIssued"))
    if element:
        reading.put("origdate", iso(parts.when(element.text())) or fields.get("year", ""), element)
    for path, name in (("originInfo/publisher", "origpublisher"), ("originInfo/place/placeTerm", "origlocation")):
        reading.put(name, item.text(path), item)
