"""Zotero's items as JSON (https://www.zotero.org/support/dev/web_api/v3/start) and `Reference`s, both ways.

    {"key": "ABCD2345", "version": 57, "library": {"type": "user", "id": 475425, …},
     "data": {"itemType": "journalArticle", "title": "…", "creators": [{"creatorType": "author", "firstName": "Ann", "lastName": "Roe"}],
              "date": "June 4, 2009", "tags": [{"tag": "fever"}], "extra": "Citation Key: roe2009", …}}

A reference remembers its item in two fields: `zotero-key` is `user/475425/ABCD2345` or `group/123/ABCD2345`, `zotero-version` the version
that was read (`57`; `57@` and the server's id where it counts for one Zotero only). `zotero-itemtype` is there where the entry type does not
tell the item's (`online`: `blogPost`).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from citekit.exchange.zotero.reading import BOOKKEEPING, Reading, text_of
from citekit.exchange.zotero.schema import NO_WORKS
from citekit.exchange.zotero.types import item_type
from citekit.exchange.zotero.writing import to_item
from citekit.model import Origin, Reference

__all__ = ["BOOKKEEPING", "from_item", "library_of", "to_item"]

Item = Mapping[str, Any]


def from_item(item: Item, file: str = "", number: int = 0, server: str = "") -> Reference | None:
    """The reference that an item describes; `None` for notes, attachments and annotations, and for what is no item.

    `item` is what the API gives, or its `data` alone. `file` names where it was read, `number` its place there; `server` is the id of
    the Zotero whose versions count for it alone. Collections, relations and the days of entry and change are the database's own and
    stay in `Origin.text`.
    """
    said = item.get("data", item)
    kind = said.get("itemType") if isinstance(said, Mapping) else None
    if not isinstance(said, Mapping) or not isinstance(kind, str) or kind in NO_WORKS:
        return None
    reading = Reading(said, kind, file)
    reading.read()
    key = text_of(said.get("key") or item.get("key"))
    verbatim = json.dumps(said, ensure_ascii=False)
    origin = Origin(file, "zotero", number=number, text=verbatim, name=key)
    reference = Reference(reading.entry_type(), reading.key, reading.fields, origin)
    if item_type(reference) != reading.kind:
        reference = reference.with_field("zotero-itemtype", reading.kind)
    if not key:
        return reference
    library = library_of(item)
    version = text_of(item.get("version") or said.get("version"))
    if version and server:
        version = f"{version}@{server}"
    return reference.with_fields({"zotero-key": f"{library}/{key}" if library else key, "zotero-version": version})


def library_of(item: Item) -> str:
    """`{"library": {"type": "group", "id": 123}}` → `group/123`; `""` where it is not said."""
    library = item.get("library")
    if not isinstance(library, Mapping) or library.get("type") not in ("user", "group"):
        return ""
    return f"{library['type']}/{text_of(library.get('id')) or '0'}"
