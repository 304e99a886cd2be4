"""The variables of CSL and the fields of citekit, as tables.

Order and names: CSL 1.0.2, Appendix IV (https://docs.citationstyles.org/en/stable/specification.html#appendix-iv-variables) and the
schema of CSL-JSON (https://github.com/citation-style-language/schema, csl-data.json). A variable without a field of ours is
kept under `csl-<name>`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

PREFIX = "csl-"

# Standard variables, the numbers among them. "" where citekit has no field; `*`: which one depends on the type (csl_places).
TEXTS: Mapping[str, str] = {
    "abstract": "abstract",
    "annote": "annotation",
    "archive": "",
    "archive_collection": "",
    "archive_location": "",
    "archive-place": "",
    "authority": "*",
    "call-number": "library",
    "citation-key": "",
    "citation-label": "label",
    "collection-title": "series",
    "container-title": "container",
    "container-title-short": "container_short",
    "dimensions": "",
    "division": "",
    "DOI": "doi",
    "event-title": "eventtitle",
    "event-place": "venue",
    "genre": "type",
    "ISBN": "isbn",
    "ISSN": "issn",
    "jurisdiction": "",
    "keyword": "keywords",
    "language": "language",
    "license": "copyright",
    "medium": "howpublished",
    "note": "note",
    "original-publisher": "origpublisher",
    "original-publisher-place": "origlocation",
    "original-title": "origtitle",
    "part-title": "",
    "PMCID": "pmcid",
    "PMID": "pmid",
    "publisher": "*",
    "publisher-place": "address",
    "references": "",
    "reviewed-genre": "",
    "reviewed-title": "",
    "scale": "",
    "source": "",
    "status": "pubstate",
    "title": "title",
    "title-short": "shorttitle",
    "URL": "url",
    "volume-title": "*",
    "volume-title-short": "",
    "year-suffix": "",
    # number variables
    "chapter-number": "chapter",
    "citation-number": "",
    "collection-number": "*",
    "edition": "edition",
    "first-reference-note-number": "",
    "issue": "*",
    "locator": "",
    "number": "*",
    "number-of-pages": "pagetotal",
    "number-of-volumes": "volumes",
    "page": "pages",
    "page-first": "",
    "part-number": "part",
    "printing-number": "",
    "section": "",
    "supplement-number": "",
    "version": "version",
    "volume": "volume",
}

DATES: Mapping[str, str] = {
    "accessed": "urldate",
    "available-date": "",
    "event-date": "eventdate",
    "issued": "date",
    "original-date": "origdate",
    "submitted": "",
}

NAMES: Mapping[str, str] = {
    "author": "author",
    "chair": "",
    "collection-editor": "serieseditor",
    "compiler": "",
    "composer": "composer",
    "container-author": "bookauthor",
    "contributor": "contributor",
    "curator": "",
    "director": "director",
    "editor": "editor",
    "editorial-director": "",
    "editor-translator": "",
    "executive-producer": "",
    "guest": "",
    "host": "",
    "illustrator": "illustrator",
    "interviewer": "interviewer",
    "narrator": "",
    "organizer": "",
    "original-author": "",
    "performer": "",
    "producer": "",
    "recipient": "recipient",
    "reviewed-author": "reviewedauthor",
    "script-writer": "",
    "series-creator": "",
    "translator": "translator",
}

# Older names, and those of the CSL-JSON schema that differ from the specification's.
ALIASES: Mapping[str, str] = {
    "event": "event-title",
    "journalAbbreviation": "container-title-short",
    "shortTitle": "title-short",
    "part": "part-number",
    "printing": "printing-number",
    "supplement": "supplement-number",
    "archive-location": "archive_location",
    "archive-collection": "archive_collection",
}

VARIABLES = frozenset({*TEXTS, *DATES, *NAMES})
# Pandoc's metadata have `url` and `doi`.
_BY_FOLD = {name.lower(): name for name in VARIABLES} | {name.lower(): name for name in ALIASES}

# What Crossref's and Zotero's exports say of their own records, and what is read apart: none of it describes the work.
BOOKKEEPING = frozenset(
    """
    id type citation-key categories
    indexed reference-count references-count content-domain created deposited score resource member prefix is-referenced-by-count
    reference link relation subject published published-print published-online update-policy assertion funder alternative-id
    clinical-trial-number update-to isbn-type issn-type journal-issue institution
    """.split()
)
_NOT_OF_A_FIELD = re.compile(r"[^a-z0-9]+")


def variable(name: str) -> str:
    """The variable that a name in an item means, in the specification's spelling; a name of none stays as it is."""
    if name in VARIABLES:
        return name
    found = _BY_FOLD.get(name.lower(), name)
    return ALIASES.get(found, found)


def kept_as(variable: str) -> str:
    """The field for what citekit has none for: `archive_location` → `csl-archive-location`."""
    return PREFIX + (_NOT_OF_A_FIELD.sub("-", variable.lower()).strip("-") or "unnamed")


_KEPT = {kept_as(name): name for name in (*ALIASES, *VARIABLES)}


def kept_variable(field: str) -> str:
    """The variable of a field that `kept_as` made; one that is not CSL's comes back in lower case."""
    return _KEPT.get(field, field.removeprefix(PREFIX))
