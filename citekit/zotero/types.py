"""Which item types, fields and creators a server knows: it is asked once for each type that is wanted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from citekit.errors import RefusedError
from citekit.exchange.zotero.schema import ITEM_TYPES, ItemType
from citekit.zotero.server import Server


class KnownTypes(Mapping[str, ItemType]):
    """The `Known` of a server (https://www.zotero.org/support/dev/web_api/v3/types_and_fields)."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._known: dict[str, ItemType | None] = {}

    def __getitem__(self, name: str) -> ItemType:
        if name not in self._known:
            self._known[name] = self._asked(name)
        found = self._known[name]
        if found is None:
            raise KeyError(name)
        return found

    def __iter__(self) -> Iterator[str]:
        return (name for name in ITEM_TYPES if name in self)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and self.get(name) is not None

    def _asked(self, name: str) -> ItemType | None:
        """`[{"field": "title", "localized": "Title"}, …]`, `[{"creatorType": "author", …}, …]`; HTTP 400 for a type it does not know."""
        if name not in ITEM_TYPES:
            return None
        try:
            fields = self._server.get("/itemTypeFields", {"itemType": name})
            creators = self._server.get("/itemTypeCreatorTypes", {"itemType": name})
        except RefusedError:
            return None
        return ITEM_TYPES[name].among(_named(fields, "field"), _named(creators, "creatorType"))


def _named(said: object, what: str) -> frozenset[str]:
    return (
        frozenset(str(each.get(what)) for each in said if isinstance(each, dict))
        if isinstance(said, list)
        else frozenset()
    )
