"""What the connector calls libraries and collections: `L1`, `C12`.

They come as a list in which what is below something follows it, a level deeper:

    [{"id": "L1", "name": "My Library", "level": 0}, {"id": "C12", "name": "Thesis", "level": 1}, {"id": "L2", "name": "My lab", "level": 0}]
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from citekit.zotero.address import Address
from citekit.zotero.collections import collection_of, collections, path
from citekit.zotero.errors import NotThere, ReadOnly
from citekit.zotero.ways import Place

_OWN = "L1"  # the own library has the first number in Zotero's database


def target_of(address: Address, place: Place | None, targets: Sequence[Mapping[str, Any]]) -> str:
    """The id of the library or collection that an address means. Raises `NotThere`, and `ReadOnly` for a library that is not listed."""
    library = _library(address, place, targets)
    if address.kind == "library":
        return str(targets[library].get("id"))
    names = _names_of(address, place)
    way: list[str] = []
    found = []
    for each in targets[library + 1 :]:
        level = each.get("level")
        if not isinstance(level, int) or level < 1:
            break
        way[level - 1 :] = [str(each.get("name"))]
        if "/".join(way) == names or (place is None and way[-1] == names):
            found.append(str(each.get("id")))
    if len(found) != 1:
        raise NotThere(
            address.text, "no such collection in Zotero" if not found else "several collections have this name"
        )
    return found[0]


def _library(address: Address, place: Place | None, targets: Sequence[Mapping[str, Any]]) -> int:
    """The place of the library in the list; only those that may be written to are there."""
    wanted = _group(address, place) if address.group else ""
    for at, each in enumerate(targets):
        if each.get("level") == 0 and (each.get("name") == wanted if address.group else each.get("id") == _OWN):
            return at
    raise ReadOnly(f"{address.text}: Zotero lists no such library among those that may be written to")


def _group(address: Address, place: Place | None) -> str:
    if not address.owner.isdecimal():
        return address.owner
    said = place.server.get(place.prefix) if place else None
    data = said.get("data") if isinstance(said, dict) else None
    if not isinstance(data, dict) or not data.get("name"):
        raise NotThere(
            address.text, "Zotero does not tell the name of this group; give the name in place of the number"
        )
    return str(data["name"])


def _names_of(address: Address, place: Place | None) -> str:
    """The names on the way to a collection. Its key is known to the local API only."""
    known = collections(place) if place else None
    return path(collection_of(address, known), known) if known is not None else address.value
