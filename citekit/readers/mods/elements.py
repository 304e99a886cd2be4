"""The elements of a MODS record, each read by itself into the fields of a reference."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from citekit.exchange.mods import forms, words
from citekit.exchange.mods.roles import BODIES
from citekit.readers.mods import parts
from citekit.readers.xml import Element
from citekit.readers.xml.foreign_fields import ForeignFields
from citekit.values import identifiers, numbers
from citekit.values.edtf import iso


@dataclass(slots=True)
class Reading(ForeignFields):
    """What has been read of a record. `host` is what holds the work."""

    key: str = ""
    host: Element | None = None


def add(reading: Reading, element: Element) -> None:
    """One element right inside the record, related items apart."""
    name = element.name
    if name in words.BOOKKEEPING or name == "relatedItem":
        return
    if name in ELEMENTS:
        ELEMENTS[name](reading, element)
    elif name in words.SIMPLE:
        reading.also(words.SIMPLE[name], element.text(), element, "\n")
    else:
        reading.keep(name, element.text(), element)


def title(reading: Reading, info: Element) -> None:
    kind, text = info.attribute("type"), parts.title(info)
    if text == reading.text("title"):
        return
    if kind == "abbreviated":
        reading.put("shorttitle", text, info)
    else:
        reading.keep(f"titleinfo-{kind}" if kind else "titleinfo", text, info)


def name(reading: Reading, element: Element) -> None:
    if element.attribute("type") == "conference":
        reading.put("eventtitle", parts.body(element), element)
        reading.put("eventdate", parts.name_date(element), element)
    else:
        named(reading, (parts.roles(element) or ["author"])[0], element)


def named(reading: Reading, role: str, element: Element) -> None:
    names = parts.people(element)
    if role in BODIES:
        reading.put(role, "; ".join(person.inverted for person in names), element)
    elif names:
        reading.put(role, names, element)
    elif names.others:
        reading.others(role)


def origin_info(reading: Reading, element: Element) -> None:
    reading.put("publisher", parts.joined(element.texts("publisher"), "; "), element)
    terms = element.all("place/placeTerm")
    named = [term.text() for term in terms if term.attribute("type") != "code"]
    if named:
        reading.put("address", parts.joined(named, "; "), element)
    reading.put("edition", element.text("edition"), element)
    for child in element.children():
        if child.name in ("dateModified", "dateValid", "dateOther", "frequency"):
            reading.keep(" ".join(filter(None, (child.name, child.attribute("type")))), child.text(), child)
        elif child.name == "dateCaptured":
            day = iso(parts.when(child.text()))
            reading.put("urldate", day, child) if len(day) == 10 else reading.keep(child.name, child.text(), child)


def part(reading: Reading, element: Element) -> None:
    for detail in element.children("detail"):
        kind = detail.attribute("type").lower()
        text = detail.text("number") or detail.text("title") or detail.text("caption") or detail.text()
        ours = words.DETAILS.get(kind, "")
        text = numbers.volume(text) if ours == "volume" else numbers.issue(text) or text if ours == "number" else text
        reading.put(ours, text, detail) if ours else reading.keep(f"detail-{kind}", text, detail)
    for extent in element.children("extent"):
        pages, total = parts.page_range(extent)
        reading.put("pages", pages, extent)
        reading.put("pagetotal", total, extent)
        if not pages and not total:
            reading.keep(f"extent {extent.attribute('unit')}", extent.text(), extent)
    for words_of_it in element.children("text"):
        reading.keep("part-text", words_of_it.text(), words_of_it)


def description(reading: Reading, element: Element) -> None:
    for child in element.children():
        if child.name != "extent":
            if child.name not in words.BOOKKEEPING:
                reading.keep(f"physicaldescription-{child.name}", child.text(), child)
            continue
        said, more = parts.totals(child.text("total") or child.text())
        for name, value in said.items():
            reading.put(name, value, child)
        if more:
            reading.keep("extent", child.text(), child)


def language(reading: Reading, element: Element) -> None:
    terms = element.children("languageTerm")
    told = [term.text() for term in terms if term.attribute("type") == "text"] or [term.text() for term in terms[:1]]
    reading.also("language", parts.joined(told) or element.text(), element)


def genre(reading: Reading, element: Element) -> None:
    if element.attribute("displayLabel") == "type":
        reading.put("type", element.text(), element)
    elif element.attribute("authority") != forms.OWN_TYPE and not forms.known_genre(element.text()):
        reading.keep("genre", element.text(), element)


def note(reading: Reading, element: Element) -> None:
    kind = element.attribute("type").lower()
    ours = words.NOTES.get(kind, "")
    if ours:
        reading.also(ours, element.text(), element, "\n")
    else:
        reading.keep(f"note-{kind}", element.text(), element)


def subject(reading: Reading, element: Element) -> None:
    told: list[str] = []
    for child in element.children():
        if child.name == "cartographics":
            reading.keep("cartographics", " ".join(each.text() for each in child.children()), child)
        elif child.name == "name":
            told.append(parts.joined(each.inverted for each in parts.people(child)))
        elif child.name == "titleInfo":
            told.append(parts.title(child))
        elif child.name not in words.BOOKKEEPING:
            told += [each.text() for each in child.children()] or [child.text()]
    for text in told if element.children() else [element.text()]:
        reading.also("keywords", text, element)


def location(reading: Reading, element: Element) -> None:
    urls = [url for url in element.children("url") if url.text()]
    files = [url for url in urls if url.attribute("access") == "raw object"]
    shown = [url for url in urls if url not in files and url.attribute("access") != "preview"]
    chosen = next((url for url in shown if url.attribute("usage").startswith("primary")), next(iter(shown), None))
    for url in urls:
        if url is chosen:
            reading.put("url", url.text(), url)
            reading.put("urldate", iso(parts.when(url.attribute("dateLastAccessed"))), url)
        elif url in files:
            reading.also("file", url.text(), url, "; ")
        else:
            reading.keep(" ".join(filter(None, ("url", url.attribute("access")))), url.text(), url)
    for child in element.children():
        if child.name == "shelfLocator":
            reading.put("library", child.text(), child)
        elif child.name != "url":
            reading.keep(child.name, child.text(), child)


def identifier(reading: Reading, element: Element) -> None:
    kind, text = element.attribute("type").lower(), element.text()
    ours = words.IDENTIFIERS.get(kind, "")
    doi = identifiers.doi(text) if ours in ("doi", "url") or not kind else ""
    if element.attribute("invalid") == "yes":
        reading.keep(f"identifier-{kind}-invalid", text, element)
    elif doi:
        reading.put("doi", doi, element)
    elif ours in ("isbn", "issn"):
        reading.also(ours, text.partition(" (")[0], element)
    elif ours == "key":
        reading.key = text
    elif ours == "eprint":
        _eprint(reading, kind, text, element)
    elif ours == "url":
        if text != reading.text("url"):
            reading.put("url", text, element, f"identifier-{kind}")
    elif ours and ours != "doi":
        reading.put(ours, identifiers.pmcid(text) or text if ours == "pmcid" else text, element)
    else:
        reading.keep(f"identifier-{kind}", text, element)


def _eprint(reading: Reading, kind: str, text: str, element: Element) -> None:
    number, archive = identifiers.arxiv(text) if kind == "arxiv" else ("", "")
    for name, value in (("eprint", number or text), ("eprinttype", kind), ("eprintclass", archive)):
        reading.put(name, value, element)


ELEMENTS: Mapping[str, Callable[[Reading, Element], None]] = {
    "titleInfo": title,
    "name": name,
    "genre": genre,
    "originInfo": origin_info,
    "language": language,
    "physicalDescription": description,
    "note": note,
    "subject": subject,
    "location": location,
    "identifier": identifier,
    "part": part,
}
