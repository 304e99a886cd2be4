"""Out of Zotero: the items of a library, a collection, a search → `Library`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import unquote, urlsplit

from citekit.exchange.zotero import from_item
from citekit.exchange.zotero.schema import NO_WORKS
from citekit.model import Library, Origin, Problem, Progress, Reference
from citekit.zotero.address import Address, read_address
from citekit.zotero.collections import collection_of, collections, with_those_below
from citekit.zotero.errors import NotThere
from citekit.zotero.server import Items
from citekit.zotero.ways import Place, Ways, place_of

_ORDER = {"include": "data", "sort": "dateAdded", "direction": "asc"}


def pull(address: str, tell: Progress, sleep: Callable[[float], None]) -> Library:
    """What stands at an address in Zotero (see `citekit.zotero.address`), oldest first.

    Items in the trash are left out, and so are notes and annotations, which stay in Zotero. Files that Zotero only links to, or
    keeps on this computer, are in `file`. What stands alone and is no work (a note, a file) is counted in a problem. Raises
    `InputError` for an address that is none or leads nowhere, and the errors of `citekit.zotero.errors`.
    """
    wanted = read_address(address)
    ways = Ways.of(sleep=sleep)
    place = place_of(wanted, ways.for_reading(wanted), ways)
    paths = _paths(wanted, place)
    items = _items(wanted, place, paths, tell)
    files = _files(wanted, place, paths, items)
    references = tuple(
        _with_files(reference, files)
        for number, item in enumerate(items, 1)
        if (reference := from_item(item, address, number, place.server.server_id))
    )
    return Library(references, _left_out(items, address), address, "zotero")


def _paths(address: Address, place: Place) -> list[str]:
    """Where the items are: in one collection or several, or in the library."""
    if address.kind != "collection":
        return [place.prefix]
    known = collections(place)
    if known is None:
        raise _no_library(address, place)
    collection = collection_of(address, known)
    wanted = with_those_below(collection, known) if address.below else [collection]
    return [f"{place.prefix}/collections/{each.key}" for each in wanted]


def _items(address: Address, place: Place, paths: list[str], tell: Progress) -> Items:
    if address.kind == "item":
        item = (
            place.server.get(f"{place.prefix}/items/{address.value}", {"include": "data"})
            if address.value.isalnum()
            else None
        )
        if not isinstance(item, dict):
            raise NotThere(address.text, "no such item in this library")
        return [item]
    narrowed = {
        "tag": {"tag": _quoted(address.value)},
        "search": {"q": address.value, "qmode": "titleCreatorYear"},
    }.get(address.kind, {})
    found: dict[str, dict[str, Any]] = {}
    for path in paths:
        items = place.server.all(f"{path}/items/top", {**_ORDER, **narrowed}, tell)
        if items is None:
            raise _no_library(address, place)
        for item in items:
            found.setdefault(str(item.get("key")), item)
    return list(found.values())


def _quoted(tag: str) -> str:
    """A leading minus would mean *without*."""
    return f"\\{tag}" if tag.startswith("-") else tag


def _no_library(address: Address, place: Place) -> NotThere:
    if not address.group:
        return NotThere(address.text, f"{place.server.name} knows no such library")
    if place.server.local:
        return NotThere(
            address.text, "Zotero knows no such group; join it on zotero.org and sync, or set CITEKIT_ZOTERO=web"
        )
    return NotThere(address.text, "zotero.org knows no such group")


def _left_out(items: Items, address: str) -> tuple[Problem, ...]:
    alone = [kind for item in items if (kind := _data(item).get("itemType")) in NO_WORKS]
    if not alone:
        return ()
    notes, files = alone.count("note"), len(alone) - alone.count("note")
    said = " and ".join(
        f"{many} {name}{'s' if many > 1 else ''}" for many, name in ((notes, "note"), (files, "file")) if many
    )
    stand = "stands" if len(alone) == 1 else "stand"
    return (Problem("unread", f"{said} {stand} alone in Zotero, for no work; left out", address),)


# ---------------------------------------------------------------- files


def _files(address: Address, place: Place, paths: list[str], items: Items) -> dict[str, list[str]]:
    """The paths of files by the keys of the items they belong to. Only a Zotero on this computer knows them for a search."""
    if not any(_has_children(item) for item in items):
        return {}
    if address.kind == "item":
        asked = [f"{place.prefix}/items/{address.value}/children"]
    elif address.kind in ("library", "collection") or place.server.local:
        asked = [f"{path}/items" for path in paths]
    else:
        return {}
    files: dict[str, list[str]] = {}
    for path in asked:
        for child in place.server.all(path, {**_ORDER, "itemType": "attachment"}) or ():
            parent, file = str(_data(child).get("parentItem") or ""), _path(child)
            if file and file not in files.setdefault(parent, []):
                files[parent].append(file)
    return files


def _has_children(item: Mapping[str, Any]) -> bool:
    meta = item.get("meta")
    return bool(isinstance(meta, Mapping) and meta.get("numChildren"))


def _path(attachment: Mapping[str, Any]) -> str:
    """Where a linked file lies, or one that Zotero keeps: `{"enclosure": {"href": "file:///home/ann/Zotero/storage/…/Roe.pdf"}}`."""
    data = _data(attachment)
    if data.get("deleted") or data.get("itemType") != "attachment":
        return ""
    if data.get("linkMode") == "linked_file":
        return str(data.get("path") or "")
    links = attachment.get("links")
    enclosure = links.get("enclosure") if isinstance(links, Mapping) else None
    address = str(enclosure.get("href") or "") if isinstance(enclosure, Mapping) else ""
    if not address.startswith("file:///"):
        return ""
    path = unquote(urlsplit(address).path)
    return path[1:] if path[2:3] == ":" else path  # /C:/Users/…


def _with_files(reference: Reference, files: Mapping[str, list[str]]) -> Reference:
    origin = reference.origin or Origin("", "zotero")
    paths = files.get(origin.name)
    if not paths:
        return reference
    return reference.with_field("file", ";".join(paths), Origin(origin.file, "zotero", name="attachments"))


def _data(item: Mapping[str, Any]) -> Mapping[str, Any]:
    data = item.get("data")
    return data if isinstance(data, Mapping) else {}
