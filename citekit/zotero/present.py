"""What is there already of what the references say they are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from citekit.exchange.zotero import library_of
from citekit.model import Reference
from citekit.zotero.http import Params
from citekit.zotero.planning import Plan, key_of
from citekit.zotero.ways import Place

Item = Mapping[str, Any]
Found = Mapping[str, Item]
"""Items by key."""

_MOST = 50  # keys in one request


def existing(references: Sequence[Reference], place: Place) -> tuple[Found, str]:
    """The items that the references have the keys of, those in the trash among them, and the name of the library as these say it."""
    keys = list(dict.fromkeys(key for reference in references if (key := key_of(reference, place.name))))
    found: dict[str, Item] = {}
    for at in range(0, len(keys), _MOST):
        asked: Params = {"itemKey": ",".join(keys[at : at + _MOST]), "includeTrashed": 1, "include": "data"}
        for item in place.server.all(f"{place.prefix}/items", asked) or ():
            found[str(item.get("key"))] = item
    return found, _library_named(found.values(), place.name)


def _library_named(items: Iterable[Item], name: str) -> str:
    """A Zotero on this computer is asked for `user/0` and answers with the real number."""
    return next((said for item in items if (said := library_of(item))), name) if name == "user/0" else name


def not_to_be_changed(key: str, found: Found, plans: Sequence[Plan]) -> str:
    """Why the item with this key cannot be changed; `""` if it can."""
    if key not in found:
        return f"{key} is no longer in Zotero; take out zotero-key to add it anew"
    data = found[key].get("data")
    if isinstance(data, Mapping) and data.get("deleted"):
        return f"{key} is in Zotero's trash; put it back, or take out zotero-key to add it anew"
    if any(plan.key == key for plan in plans):
        return f"another reference has the same zotero-key, {key}"
    return ""
