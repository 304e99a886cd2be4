"""Collections by their names or keys, and what is below them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from citekit.zotero.address import Address
from citekit.zotero.errors import NotThere
from citekit.zotero.server import Items
from citekit.zotero.ways import Place


@dataclass(frozen=True, slots=True)
class Collection:
    """`parent` is a key, `""` at the top."""

    key: str
    name: str
    parent: str = ""


Collections = Mapping[str, Collection]
"""By key."""


def collections(place: Place) -> Collections | None:
    """All collections of a library; `None` where there is no such library."""
    said = place.server.all(f"{place.prefix}/collections", {})
    return None if said is None else _read(said)


def _read(said: Items) -> Collections:
    found = {}
    for each in said:
        data = each.get("data") or {}
        key = str(each.get("key") or data.get("key") or "")
        if key and not data.get("deleted"):
            found[key] = Collection(key, str(data.get("name") or ""), str(data.get("parentCollection") or ""))
    return found


def collection_of(address: Address, known: Collections) -> Collection:
    """The collection that an address means: by its key, its name, or the names on the way to it. Raises `NotThere`."""
    if address.value in known:
        return known[address.value]
    found = [each for each in known.values() if each.name == address.value] or [
        each for each in known.values() if path(each, known) == address.value
    ]
    if len(found) == 1:
        return found[0]
    if found:
        ways = ", ".join(sorted(f"{path(each, known)} ({each.key})" for each in found))
        raise NotThere(address.text, f"{len(found)} collections have this name: {ways}; give the key")
    names = ", ".join(sorted(each.name for each in known.values() if not each.parent)[:20]) or "none"
    raise NotThere(address.text, f"no such collection; there are: {names}")


def path(collection: Collection, known: Collections) -> str:
    """The names on the way: `Thesis/Chapter 1`."""
    names, seen, at = [collection.name], {collection.key}, known.get(collection.parent)
    while at and at.key not in seen:
        names.append(at.name)
        seen.add(at.key)
        at = known.get(at.parent)
    return "/".join(reversed(names))


def with_those_below(collection: Collection, known: Collections) -> list[Collection]:
    """A collection, then all below it, each once."""
    children: dict[str, list[Collection]] = {}
    for each in known.values():
        children.setdefault(each.parent, []).append(each)
    found, waiting = {collection.key: collection}, [collection]
    for each in waiting:
        fresh = [child for child in children.get(each.key, ()) if child.key not in found]
        found |= {child.key: child for child in fresh}
        waiting += fresh
    return list(found.values())
