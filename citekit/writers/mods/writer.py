"""`Library` → MODS 3.7, for catalogues, Zotero and bibutils."""

from __future__ import annotations

import re

from citekit.exchange.mods import forms, words
from citekit.exchange.mods.forms import Form
from citekit.exchange.mods.words import PREFIX
from citekit.formats import Library, Writer, Written
from citekit.vocabulary import NAME_FIELDS
from citekit.writers.losses import not_held
from citekit.writers.mods import elements as parts
from citekit.writers.mods.dates import issued
from citekit.writers.told import Told
from citekit.writers.xml import Element, Inside, document, element, unwritable

_NCNAME = re.compile(r"[^\W\d][\w.-]*")
_ROOT = {
    "xmlns": words.NAMESPACE,
    "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
    "xsi:schemaLocation": f"{words.NAMESPACE} http://www.loc.gov/standards/mods/v3/mods-3-7.xsd",
    "version": "3.7",
}
_THESES = ("phdthesis", "mastersthesis", "thesis")
_REPORTS = ("techreport", "report")


def write(library: Library) -> Written:
    """The references in order; what MODS has no element for is said once for each field."""
    told = [Told(reference) for reference in library.references]
    seen: set[str] = set()
    records = tuple(_record(each, seen) for each in told)
    held = {id(each.reference): each.held for each in told}
    lost = not_held(library.references, lambda reference, name: name in held[id(reference)], WRITER.title)
    problems = lost + unwritable(library.references, WRITER.title)
    return Written.of_text(document(Element("modsCollection", records, _ROOT)), problems)


WRITER = Writer(words.FORMAT, "MODS", (".mods", ".xml"), write)


def _record(told: Told, seen: set[str]) -> Element:
    """The ID, which bibutils takes for the citation key, must be a name of XML's and stand once in a file."""
    reference = told.reference
    form = forms.form_of(reference.type, reference.get("entrysubtype"))
    if form in forms.SUBTYPES.values():
        told.held.add("entrysubtype")
    own = reference.key if _NCNAME.fullmatch(reference.key) and reference.key not in seen else ""
    seen.add(own)
    host = _host(told, form)
    inside: list[Inside] = [
        *_titles(told),
        *_names(told, form),
        element("typeOfResource", form.resource),
        *_genres(told, form, host),
        _origin_info(told, form),
        *(parts.language(text) for text in told.lines("language", ", ")),
        _description(told),
        *(element("abstract", line) for line in told.lines("abstract")),
        *(parts.typed("note", kind, line) for kind, ours in words.NOTES.items() for line in told.lines(ours)),
        *parts.subjects(told),
        host,
        _series(told),
        _original(told),
        *parts.identifiers(told),
        *(() if host else parts.standard_numbers(told)),
        parts.location(told),
        None if host else parts.part(told, "" if told.has("series") else "number"),
        *parts.verbatim(told),
    ]
    return Element("mods", tuple(part for part in inside if isinstance(part, Element)), {"ID": own} if own else {})


def _titles(told: Told) -> list[Element | None]:
    title, subtitle = told.take("title"), told.take("subtitle")
    more = element("subTitle", subtitle if subtitle not in title else "")
    return [parts.title_info(title, "", more), parts.title_info(told.take("shorttitle"), "abbreviated")]


def _names(told: Told, form: Form) -> list[Element | None]:
    """The people of the work itself, and the bodies that are no publisher of it."""
    elsewhere = {"bookauthor", "serieseditor" if told.has("series") else ""} | (
        {"editor"} if _in_a_book(form) else set()
    )
    written = [name for each in NAME_FIELDS if each not in elsewhere for name in parts.names(told, each)]
    bodies = [each for each in ("school", "institution", "organization") if each != _publisher_field(told)]
    return [*written, parts.meeting(told), *(name for each in bodies for name in parts.names(told, each))]


def _in_a_book(form: Form) -> bool:
    return bool(form.host) and form.issuance == "monographic"


def _publisher_field(told: Told) -> str:
    """A thesis' school and a report's institution are its publisher."""
    reference = told.reference
    own = "school" if reference.type in _THESES else "institution" if reference.type in _REPORTS else "publisher"
    return own if told.has(own) and not told.has("publisher") else "publisher"


def _genres(told: Told, form: Form, host: Element | None) -> list[Element | None]:
    terms = list(form.genres)
    read = forms.type_of(
        tuple(term for _, term in form.genres),
        tuple(term for _, term in form.host) if host else None,
        resource=form.resource, issuance=form.issuance, serial=host is not None and not _in_a_book(form) and bool(form.host),
    )  # fmt: skip
    if read != told.reference.type:
        terms.append((forms.OWN_TYPE, told.reference.type))
    written = [element("genre", term, attributes={"authority": authority}) for authority, term in terms]
    return [*written, element("genre", told.take("type"), attributes={"displayLabel": "type"})]


def _origin_info(told: Told, form: Form) -> Element | None:
    accessed = told.take("urldate") if not told.has("url") else ""
    return element(
        "originInfo",
        element("place", parts.typed("placeTerm", "text", told.take("address"))),
        element("publisher", told.take(_publisher_field(told))),
        *issued(told),
        element("dateCaptured", accessed, attributes={"encoding": "w3cdtf"}),
        *(element(tag, line) for tag in _OTHER_DATES for line in told.lines(PREFIX + tag.lower())),
        element("edition", told.take("edition")),
        element("issuance", form.issuance),
    )


_OTHER_DATES = ("copyrightDate", "dateCreated", "dateModified", "dateValid", "dateOther", "dateCaptured", "frequency")


def _description(told: Told) -> Element | None:
    """An extent that came from MODS says all that the numbers made of it say."""
    extents = told.lines(f"{PREFIX}extent")
    total, volumes = told.take("pagetotal"), told.take("volumes")
    if not extents:
        extents = [f"{total} p." if total.isdecimal() else total, f"{volumes} v." if volumes.isdecimal() else volumes]
    return element("physicalDescription", *(element("extent", text) for text in extents))


def _host(told: Told, form: Form) -> Element | None:
    """What holds the work; None for a work that stands by itself."""
    if not told.has("container") and not (form.host and told.has("volume", "number", "pages", "issn", "bookauthor")):
        return None
    number = "issue" if not _in_a_book(form) else "" if told.has("series") else "number"
    return element(
        "relatedItem",
        parts.title_info(told.take("container")),
        parts.title_info(told.take("container_short"), "abbreviated"),
        *parts.names(told, "bookauthor"),
        *(parts.names(told, "editor") if _in_a_book(form) else ()),
        element(
            "originInfo", element("issuance", "monographic" if _in_a_book(form) else "continuing" if form.host else "")
        ),
        *(element("genre", term, attributes={"authority": authority}) for authority, term in form.host),
        *parts.standard_numbers(told),
        parts.part(told, number),
        attributes={"type": "host"},
    )


def _series(told: Told) -> Element | None:
    if not told.has("series"):
        return None
    article = forms.form_of(told.reference.type).host[:1] == forms.FORMS["article"].host[:1]
    number = "" if article else told.take("number")
    return element(
        "relatedItem",
        parts.title_info(told.take("series"), "", element("partNumber", number)),
        *parts.names(told, "serieseditor"),
        attributes={"type": "series"},
    )


def _original(told: Told) -> Element | None:
    return element(
        "relatedItem",
        parts.title_info(told.take("origtitle")),
        element(
            "originInfo",
            element("place", parts.typed("placeTerm", "text", told.take("origlocation"))),
            element("publisher", told.take("origpublisher")),
            element("dateIssued", told.take("origdate")),
        ),
        attributes={"type": "original"},
    )
