"""Zotero's fields and ours, both ways.

A field of Zotero's that we have no field for is called `zotero-` and its name in lower case (`zotero-runningtime`).
"""

from __future__ import annotations

from functools import cache, lru_cache

from citekit.exchange.zotero.schema import ITEM_TYPES, ItemType, base_field
from citekit.values.blanks import one_line
from citekit.values.identifiers import doi as bare_doi
from citekit.values.markup import without_tags
from citekit.values.pages import expand

# Base field → our field, in the order in which https://api.zotero.org/schema brings them up. Dates, the key, Extra and what an archive
# of preprints says are read by rules of their own.
_FIELDS = {
    "title": "title",
    "abstractNote": "abstract",
    "medium": "howpublished",
    "eventPlace": "venue",
    "DOI": "doi",
    "url": "url",
    "accessDate": "urldate",
    "shortTitle": "shorttitle",
    "language": "language",
    "callNumber": "library",
    "rights": "copyright",
    "seriesTitle": "series",
    "volume": "volume",
    "numberOfVolumes": "volumes",
    "publisher": "publisher",
    "place": "address",
    "ISBN": "isbn",
    "number": "number",
    "code": "container",
    "pages": "pages",
    "authority": "organization",
    "publicationTitle": "container",
    "type": "type",
    "ISSN": "issn",
    "series": "series",
    "seriesNumber": "number",
    "edition": "edition",
    "originalDate": "origdate",
    "originalPublisher": "origpublisher",
    "originalPlace": "origlocation",
    "numPages": "pagetotal",
    "reporter": "container",
    "versionNumber": "version",
    "conferenceName": "eventtitle",
    "issue": "number",
    "partNumber": "part",
    "journalAbbreviation": "container_short",
    "PMID": "pmid",
    "PMCID": "pmcid",
    "assignee": "holder",
    "meetingName": "eventtitle",
    "status": "pubstate",
    "codeNumber": "volume",
}

# What is called otherwise in one type; `""` where the place is taken by another field.
_OF_TYPE = {
    "conferencePaper": {"issue": "issue"},
    "journalArticle": {"seriesTitle": ""},
    "manuscript": {"publisher": "institution"},
    "preprint": {"number": "eprint", "seriesNumber": ""},
    "presentation": {"place": "venue"},
    "report": {"publisher": "institution", "seriesNumber": ""},
    "thesis": {"publisher": "school"},
}

# Bookkeeping of the database, and what is read by rules of its own.
_NOT_FIELDS = frozenset(
    """
    key version itemType creators tags collections relations dateAdded dateModified parentItem deleted inPublications extra citationKey
    date accessDate lastRead note linkMode md5 mtime filename path charset contentType
    """.split()
)


def is_field(own: str) -> bool:
    """Is this property of an item a field like others? Bookkeeping is none, and dates and Extra are read by rules of their own."""
    return base_field(own) not in _NOT_FIELDS


@lru_cache(maxsize=5000)
def our_field(item_type: str, own: str) -> str:
    """Our field for a field of an item: `("bookSection", "bookTitle")` → `container`, `("film", "runningTime")` → `zotero-runningtime`."""
    base = base_field(own)
    return _OF_TYPE.get(item_type, {}).get(base, _FIELDS.get(base, "")) or f"zotero-{own.lower()}"


def zotero_field(item_type: str, kind: ItemType, name: str) -> str:
    """The field of this type for a field of ours, `""` where it has none. `kind` is what the server knows of the type."""
    own = _back(item_type).get(name, "")
    return own if own in kind.fields else ""


@cache
def _back(item_type: str) -> dict[str, str]:
    """Our field → the type's own. No two of its fields are one of ours."""
    return {our_field(item_type, own): own for own in ITEM_TYPES[item_type].fields if is_field(own)}


# ---------------------------------------------------------------- values

# What may have tags: https://www.zotero.org/support/kb/rich_text_bibliography
_MARKED = frozenset({"title", "shorttitle", "container", "container_short", "series", "eventtitle"})


def read_value(name: str, text: str) -> str:
    """The value of our field as Zotero's text says it: no markup, bare DOIs, page ranges written out."""
    text = text.strip() if name in ("abstract", "note") else one_line(text)
    if name in _MARKED and "<" in text:
        return one_line(without_tags(text))
    if name == "doi":
        return bare_doi(text) or text
    return expand(text) if name == "pages" else text


def write_value(name: str, text: str) -> str:
    """The text for Zotero: ranges with one hyphen (`354-357`), if they are read as the same range again."""
    shorter = text.replace("--", "-")
    return shorter if name == "pages" and expand(shorter) == text else text
