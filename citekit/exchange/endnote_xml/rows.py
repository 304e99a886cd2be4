"""The rows of EndNote's records, and what we call them.

https://docs.endnote.com/docs/endnote/2025/v1/windows/en/content/17reftypes/ref_types.htm
"""

from __future__ import annotations

from collections.abc import Mapping

FORMAT = "endnote-xml"
PREFIX = "endnote-"

# The rows of the Generic type in their order. A row that is not here is kept under its own name.
ROWS: Mapping[str, str] = {
    "authors": "author",
    "title": "title",
    "secondary-authors": "editor",
    "secondary-title": "container",
    "pub-location": "address",
    "publisher": "publisher",
    "volume": "volume",
    "num-vols": "volumes",
    "number": "number",
    "issue": "number",
    "pages": "pages",
    "tertiary-authors": "serieseditor",
    "tertiary-title": "series",
    "edition": "edition",
    "work-type": "type",
    "subsidiary-authors": "translator",
    "translated-authors": "translator",
    "short-title": "shorttitle",
    "call-num": "library",
    "abstract": "abstract",
    "notes": "note",
    "research-notes": "annotation",
    "language": "language",
}

# What is EndNote's own bookkeeping; it stays in the record's text.
BOOKKEEPING = frozenset(
    "database source-app rec-number foreign-keys ref-type modified-date added-date reprint-status rating read-status".split()
)

PEOPLE = ("authors", "secondary-authors", "tertiary-authors", "subsidiary-authors", "translated-authors")
