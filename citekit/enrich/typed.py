"""A record as an entry of ours: its type, and its fields under our names.

Records and their types are described in https://api.crossref.org/types and
https://github.com/CrossRef/rest-api-doc/blob/master/api_format.md.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from citekit.enrich.record_values import (
    archive,
    arxiv,
    authors,
    container,
    container_short,
    day,
    editors,
    eid,
    isbn,
    issn,
    month,
    pages,
    publisher,
    series,
    subtitle,
    title,
    verbatim,
    year,
)
from citekit.model import Reference, Value
from citekit.normalise import normalise
from citekit.sources.work import Work

# In Crossref's order. What BibTeX has no type for is `misc`.
TYPES: Mapping[str, str] = {
    "book-section": "incollection",
    "monograph": "book",
    "report-component": "techreport",
    "report": "techreport",
    "peer-review": "misc",
    "book-track": "incollection",
    "journal-article": "article",
    "book-part": "incollection",
    "other": "misc",
    "book": "book",
    "journal-volume": "misc",
    "book-set": "book",
    "reference-entry": "incollection",
    "proceedings-article": "inproceedings",
    "journal": "misc",
    "component": "misc",
    "book-chapter": "incollection",
    "proceedings-series": "proceedings",
    "report-series": "techreport",
    "proceedings": "proceedings",
    "database": "misc",
    "standard": "manual",
    "standard-series": "manual",
    "reference-book": "book",
    "posted-content": "misc",
    "journal-issue": "misc",
    "dissertation": "phdthesis",
    "grant": "misc",
    "dataset": "misc",
    "book-series": "book",
    "edited-book": "book",
}


def entry_type(work: Work) -> str:
    """The type of an entry made from this record. A record of no type, of Crossref's `other` or of a type that is new goes by
    whether it names what it stands in."""
    known = TYPES.get(work.type, "misc")
    if not work.containers or (work.type in TYPES and work.type != "other"):
        return known
    return "incollection" if work.type else "article"


@dataclass(frozen=True, slots=True)
class Room:
    """What an entry of one type has room for.

    `container` and `publisher` are the fields that hold what the work appeared in and who brought it out, `""` where there
    is none; `besides` are others that not every type has.
    """

    container: str = ""
    publisher: str = ""
    besides: frozenset[str] = frozenset()

    def called(self, field: str) -> str:
        """The name of a field of ours in such an entry; `""` where it has no room for it."""
        if field in ("container", "publisher"):
            return self.container if field == "container" else self.publisher
        return field if field in self.besides or field not in _NOT_EVERYWHERE else ""


_NOT_EVERYWHERE = frozenset("editor container_short series volume number pages eid issn isbn howpublished".split())


def _room(container: str, publisher: str, besides: str) -> Room:
    return Room(container, publisher, frozenset(besides.split()))


# After "BibTeXing" (Patashnik 1988), §3.1. The editors that records of articles name are the journal's, and have no place there.
_CHAPTER = _room("container", "publisher", "editor series volume number pages isbn")
_BOOK = _room("series", "publisher", "editor volume isbn")
_THESIS = _room("", "school", "isbn")
_REPORT = _room("series", "institution", "number isbn")
ROOMS: Mapping[str, Room] = {
    "article": _room("container", "", "container_short volume number pages eid issn"),
    **dict.fromkeys(("incollection", "inproceedings", "conference", "inbook", "suppbook", "inreference"), _CHAPTER),
    **dict.fromkeys(("book", "collection", "proceedings"), _BOOK),
    **dict.fromkeys(("phdthesis", "mastersthesis", "thesis"), _THESIS),
    **dict.fromkeys(("techreport", "report"), _REPORT),
    "manual": _room("", "organization", "isbn"),
    "misc": _room("", "", "howpublished"),
}
EITHER = frozenset({"book", "inbook", "collection", "proceedings"})
"""Types that have authors or editors, and not both."""


class _Row(NamedTuple):
    """One field: what it is called here and in a record, where a `Work` holds it, and how it is read from there."""

    ours: str
    theirs: str
    kept_in: str
    read: Callable[[Work], Value]


FIELDS: tuple[_Row, ...] = (
    _Row("author", "author", "authors", authors),
    _Row("editor", "editor", "editors", editors),
    _Row("title", "title", "title", title),
    _Row("subtitle", "subtitle", "subtitle", subtitle),
    _Row("container", "container-title", "containers", container),
    _Row("container_short", "short-container-title", "short_containers", container_short),
    _Row("series", "container-title", "containers", series),
    _Row("year", "issued", "issued", year),
    _Row("month", "issued", "issued", month),
    _Row("day", "issued", "issued", day),
    _Row("volume", "volume", "volume", lambda work: work.volume),
    _Row("number", "issue", "issue", lambda work: work.issue),
    _Row("pages", "page", "pages", pages),
    _Row("eid", "article-number", "article_number", eid),
    _Row("publisher", "publisher", "publisher", publisher),
    _Row("howpublished", "publisher", "publisher", archive),
    _Row("doi", "DOI", "doi", lambda work: work.doi),
    _Row("pmid", "PMID", "pmid", lambda work: work.pmid),
    _Row("pmcid", "PMCID", "pmcid", lambda work: work.pmcid),
    _Row("eprint", "arXiv", "arxiv", arxiv),
    _Row("eprinttype", "arXiv", "arxiv", lambda work: "arxiv" if arxiv(work) else ""),
    _Row("isbn", "ISBN", "isbn", isbn),
    _Row("issn", "ISSN", "issn", issn),
    _Row("url", "URL", "url", lambda work: "" if work.doi else work.url),
)


@dataclass(frozen=True, slots=True)
class Said:
    """What a record says: the value as ours, the record's name for it, and its text there."""

    value: Value
    name: str
    text: str


def fields_as(work: Work, entry_type: str) -> dict[str, Said]:
    """What a record says of the fields that an entry of this type has room for; names and pages in the form citekit keeps."""
    room = ROOMS.get(entry_type, Room())
    found: dict[str, Said] = {}
    for row in FIELDS:
        name = room.called(row.ours)
        if name and name not in found and (value := row.read(work)):
            found[name] = Said(value, row.theirs, verbatim(work, row.kept_in) or _text(value))
    if entry_type in EITHER and "author" in found:
        found.pop("editor", None)
    shaped = normalise(Reference(entry_type).with_fields({name: told.value for name, told in found.items()}))
    return {name: Said(shaped.fields[name].value, told.name, told.text) for name, told in found.items()}


def _text(value: Value) -> str:
    return value if isinstance(value, str) else " and ".join(person.inverted for person in value)
