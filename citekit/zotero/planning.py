"""What has to be written so that Zotero says what the references say.

A reference with the key of an item that is there changes this item: what it says otherwise is written, what it does not say stays. All
others become new items.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from citekit.exchange.zotero import BOOKKEEPING, from_item, to_item
from citekit.exchange.zotero.schema import Known
from citekit.exchange.zotero.types import item_type
from citekit.model import Names, Person, Reference, Value
from citekit.values import pages

Item = Mapping[str, Any]

_NOT_SENT = (*BOOKKEEPING[:2], "file")  # files are Zotero's to take care of


@dataclass(frozen=True, slots=True)
class Plan:
    """What to write for the reference at `place`. With `key` an item is changed that had this `version`; `whole`: all of it is
    written anew, since its type changes. Without a `body` there is nothing to write."""

    place: int
    reference: Reference
    body: dict[str, Any]
    key: str = ""
    version: int = 0
    whole: bool = False


def key_of(reference: Reference, library: str) -> str:
    """The key of the item that a reference is in this library (`group/123`), `""` where it is of another or has none.

    A key without its library counts as one of this. `user/0` is the own library in a Zotero that has no account.
    """
    owner, _, key = reference.get("zotero-key").rpartition("/")
    if (
        not owner
        or owner == library
        or (library.startswith("user/") and owner.startswith("user/") and "user/0" in (owner, library))
    ):
        return key if key.isalnum() else ""
    return ""


def new(place: int, reference: Reference, collection: str, known: Known) -> Plan:
    """An item that is not there yet, in a collection or, with `""`, in none."""
    body = to_item(reference.without(*_NOT_SENT), known)
    return Plan(place, reference, {**body, "collections": [collection]} if collection else body)


def change(place: int, reference: Reference, item: Item, server: str, collection: str, known: Known) -> Plan:
    """What turns an item that is there into what the reference says. Nothing is ever taken out of it."""
    data: Item = item.get("data") or {}
    said = from_item(item)
    key, version = str(item.get("key")), int(item.get("version") or 0)
    if said is None:
        return Plan(place, reference, {}, key, version)
    before, after = to_item(said, known), to_item(_overlaid(said, reference), known)
    patch = {name: value for name, value in after.items() if value != before.get(name)}
    if "extra" in before and "extra" not in after:
        patch["extra"] = ""
    if "extra" in patch:  # what stood there as a line may have a field of its own now
        patch |= {name: value for name, value in after.items() if name not in patch and _is_new(name, value, data)}
    if "tags" in patch:
        patch["tags"] = tags(patch["tags"], data.get("tags") or [])
    kept = _keys(data.get("collections"))
    if collection and collection not in kept:
        patch["collections"] = [*kept, collection]
    whole = "itemType" in patch or (
        bool(patch.keys() - {"collections", "tags"}) and after["itemType"] != data.get("itemType")
    )
    if whole:
        patch = {
            **_bookkeeping(data),
            **after,
            "tags": tags(after.get("tags", []), data.get("tags") or []),
            **_only(patch, "collections"),
        }
    return Plan(place, reference, patch, key, _known_version(reference, version, server), whole)


def _overlaid(said: Reference, reference: Reference) -> Reference:
    """The item as read, with all that the reference says."""
    merged = replace(said.with_fields(_told(said, reference)), key=reference.key or said.key)
    other = replace(merged, type=reference.type)
    if reference.type in ("misc", said.type) or item_type(other.without("zotero-itemtype")) == item_type(said):
        return merged
    return other.without("zotero-itemtype").with_field("zotero-itemtype", reference.get("zotero-itemtype"))


def _told(said: Reference, reference: Reference) -> dict[str, Value]:
    """What the reference says of the work. Line breaks, which BibTeX does not keep, are no difference; biblatex has an institution where
    a thesis has a school."""
    told = {
        name: field.value for name, field in reference.fields.items() if name not in (*_NOT_SENT, "zotero-itemtype")
    }
    if "school" in said.fields and "school" not in told and "institution" in told:
        told["school"] = told.pop("institution")
    return {name: value for name, value in told.items() if not _says_the_same(name, value, said)}


def _says_the_same(name: str, value: Value, said: Reference) -> bool:
    """Is this what the item says, in other blanks? Initials with points, which a merge puts there, are no difference either, nor are
    the last pages it writes out."""
    if isinstance(value, Names):
        there = said.names(name)
        return value.others == there.others and list(map(_letters, value)) == list(map(_letters, there))
    other = said.get(name)
    return value.split() == other.split() or (name == "pages" and pages.expand(other) == pages.expand(value))


def _letters(person: Person) -> Person:
    return replace(person, given="".join(letter for letter in person.given if letter.isalpha() or letter == "-"))


def _is_new(name: str, value: Any, data: Item) -> bool:
    if name == "creators":
        return len(value) != len(data.get("creators") or [])
    return name not in ("itemType", "tags", "collections") and not data.get(name)


def _known_version(reference: Reference, version: int, server: str) -> int:
    """The version that the reference was read from, if this server gave it; else the one that is there now."""
    number, _, gave = reference.get("zotero-version").partition("@")
    return int(number) if number.isdecimal() and len(number) < 12 and gave == server else version


def tags(wanted: Sequence[Item], there: Sequence[Item]) -> list[Item]:
    """The tags wanted, as they are in Zotero where they are there: automatic ones stay so, and `a, b` is one tag if it was one."""
    names = [str(tag.get("tag")) for tag in wanted]
    known = {str(tag.get("tag")): tag for tag in there if isinstance(tag, Mapping)}
    parts = {tuple(part.strip() for part in name.split(",")): name for name in known if "," in name}
    found: list[Item] = []
    at = 0
    while at < len(names):
        run = next((run for run in parts if tuple(names[at : at + len(run)]) == run), ())
        name = parts[run] if run else names[at]
        found.append(known.get(name, {"tag": name}))
        at += len(run) or 1
    return found


def _bookkeeping(data: Item) -> dict[str, Any]:
    """What an item that is written anew has to bring along."""
    kept = {"collections": _keys(data.get("collections")), "relations": data.get("relations") or {}}
    return kept | _only(data, "dateAdded", "inPublications")


def _only(said: Item, *names: str) -> dict[str, Any]:
    return {name: said[name] for name in names if name in said}


def _keys(value: object) -> list[str]:
    return [str(each) for each in value] if isinstance(value, list) else []
