"""A reference → the rows of an EndNote record, each with its texts."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from citekit.exchange.endnote_xml.kinds import SUBTYPES, THESES, Kind, kind_for
from citekit.exchange.endnote_xml.rows import BOOKKEEPING, PEOPLE, PREFIX
from citekit.model import Reference
from citekit.values import pages
from citekit.values.names import Names, Person
from citekit.writers.endnote_xml.dates import dated

_PUBLISHERS = ("publisher", "school", "institution", "organization")
_MEETINGS = ("Conference Paper", "Conference Proceedings")
_ROW = re.compile(r"[a-z][a-z0-9-]*")
_STRUCTURE = BOOKKEEPING - {"ref-type"} | set(
    "xml records record style contributors titles urls dates keywords periodical alt-periodical".split()
)
_LIKE_ISSN = re.compile(r"[\d -]{8,}[\dXx]?")


@dataclass(slots=True)
class Rows:
    """The rows of one record: `texts` by their names, and which fields of the reference they hold."""

    kind: Kind
    texts: dict[str, list[str]] = field(default_factory=dict)
    held: set[str] = field(default_factory=set)

    def put(self, row: str, name: str, *texts: str) -> None:
        self.texts.setdefault(row, []).extend(texts)
        self.held.add(name)


def rows_of(reference: Reference) -> Rows:
    """Every field that EndNote has a row for in this type of reference, and what came from EndNote itself."""
    edited = (
        "editor" in reference.fields and "author" not in reference.fields and "serieseditor" not in reference.fields
    )
    rows = Rows(kind_for(reference.type, reference.get("entrysubtype"), edited))
    _titles(reference, rows)
    _container(reference, rows)
    _publisher(reference, rows)
    _dates(reference, rows)
    _pages(reference, rows)
    _numbers(reference, rows)
    _online(reference, rows)
    _type(reference, rows)
    for name in reference.fields:
        if name not in rows.held:
            _by_table(reference, name, rows)
    return rows


def _by_table(reference: Reference, name: str, rows: Rows) -> None:
    row = rows.kind.row(name)
    if name.startswith(PREFIX):
        row = name.removeprefix(PREFIX)
        if _ROW.fullmatch(row) and row not in _STRUCTURE:
            rows.put(row, name, *reference.get(name).split(" and " if row in PEOPLE else "\n"))
    elif row in PEOPLE:
        rows.put(row, name, *_people(reference, name))
    elif name == "keywords":
        rows.put("keywords", name, *(word.strip() for word in re.split(r"[,;]\s|\n", reference.get(name))))
    elif row and row not in rows.texts:
        rows.put(row, name, reference.get(name))


def _people(reference: Reference, name: str) -> list[str]:
    value = reference.fields[name].value
    if isinstance(value, str):
        return [value]
    return [_person(person) for person in value] + (["et al.,"] if value.others else [])


def _person(person: Person) -> str:
    """A body ends with a comma; one inside it is doubled: `University of California,, Berkeley`."""
    if person.literal:
        first, comma, rest = person.family.partition(",")
        return f"{first},,{rest}" if comma else f"{first},"
    family = f"{person.particle} {person.family}".strip()
    return ", ".join(part for part in (family, person.given, person.suffix) if part)


# ---------------------------------------------------------------- titles and places


def _titles(reference: Reference, rows: Rows) -> None:
    title, subtitle = reference.title, reference.get("subtitle")
    if subtitle:
        rows.held.add("subtitle")
        title = title if subtitle in title else f"{title}: {subtitle}" if title else subtitle
    if title:
        rows.put("title", "title", title)


def _container(reference: Reference, rows: Rows) -> None:
    """A conference's name is the second title, and its proceedings' custom 3, where both are known."""
    container, meeting = reference.container, reference.get("eventtitle")
    if rows.kind.name in _MEETINGS:
        if meeting:
            rows.put("secondary-title", "eventtitle", meeting)
        if container:
            rows.put("custom3" if meeting else "secondary-title", "container", container)
        address, venue = reference.get("address"), reference.get("venue")
        if venue:
            rows.put("pub-location", "venue", venue)
        if address:
            rows.put("custom1" if venue else "pub-location", "address", address)
    elif container and rows.kind.meaning("secondary-title") == "container":
        rows.put("secondary-title", "container", container)
        if rows.kind.type == "article":
            rows.put("periodical-full-title", "container", container)
    if "container" in rows.held and (short := reference.get("container_short")):
        rows.put("periodical-abbr-1", "container_short", short)


def _publisher(reference: Reference, rows: Rows) -> None:
    """One row for the publisher and those who take his place; the one whom the type means comes first."""
    if rows.kind.type == "patent" and (holder := reference.fields.get("holder")):
        people = holder.value if isinstance(holder.value, Names) else (Person(holder.value, literal=True),)
        rows.put("publisher", "holder", "; ".join(person.inverted for person in people))
        return
    meant = rows.kind.meaning("publisher")
    for name in (meant, *_PUBLISHERS):
        if text := reference.get(name):
            rows.put("publisher", name, text)
            return


# ---------------------------------------------------------------- dates and numbers


def _dates(reference: Reference, rows: Rows) -> None:
    year, date, held = dated(reference)
    rows.held |= held
    for row, text in (("year", year), ("pub-dates", date)):
        if text:
            rows.texts[row] = [text]


def _pages(reference: Reference, rows: Rows) -> None:
    """In books EndNote's row for pages is their number, but a range is taken for what it is."""
    text, total = reference.get("pages"), reference.get("pagetotal")
    span = pages.span(text)
    if rows.kind.meaning("pages") != "pagetotal" or (text and not total and span and span[0] != span[1]):
        if text:
            rows.put("pages", "pages", text.replace("--", "-"))
        return
    if total:
        rows.put("pages", "pagetotal", total)
    if text and rows.kind.meaning("section") == "pages":
        rows.put("section", "pages", text.replace("--", "-"))


def _numbers(reference: Reference, rows: Rows) -> None:
    isbn, issn, number = (reference.get(name) for name in ("isbn", "issn", "number"))
    if number and rows.kind.type == "techreport" and not (isbn or issn or _LIKE_ISSN.fullmatch(number)):
        rows.put("isbn", "number", number)
    elif rows.kind.type != "patent":
        for name, text in (("isbn", isbn), ("issn", issn)):
            if text:
                rows.put("isbn", name, *text.split(", "))


# ---------------------------------------------------------------- addresses and identifiers


def _online(reference: Reference, rows: Rows) -> None:
    for name, row in (
        ("doi", "electronic-resource-num"),
        ("url", "related-urls"),
        ("urldate", "access-date"),
        ("pmcid", "custom2"),
    ):
        if text := reference.get(name):
            rows.put(row, name, text)
    if files := reference.get("file"):
        rows.put("pdf-urls", "file", *files.split("; "))
    if pmid := reference.get("pmid"):
        rows.put("accession-num", "pmid", pmid)
        if f"{PREFIX}remote-database-name" not in reference.fields:
            rows.put("remote-database-name", "pmid", "PubMed")
    eprint, archive = reference.get("eprint"), reference.get("eprintclass")
    if eprint and reference.get("eprinttype").lower() == "arxiv":
        rows.put("accession-num", "eprint", f"arXiv:{eprint} [{archive}]" if archive else f"arXiv:{eprint}")
        rows.held |= {"eprinttype", "eprintclass"}


def _type(reference: Reference, rows: Rows) -> None:
    if rows.kind.name in SUBTYPES:
        rows.held.add("entrysubtype")
    if reference.type in THESES and not reference.get("type"):
        rows.put("work-type", "type", THESES[reference.type])
