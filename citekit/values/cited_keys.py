"""Which entry a cited key means."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import Generic, TypeVar

from citekit.values.near_keys import NearKeys

Entry = TypeVar("Entry")


class CitedKeys(Generic[Entry]):
    """Entries by what papers call them: their key, their key in other case, which is the same to BibTeX, and the other keys they have
    (`ids`), which biber and `citekit latex` know. Of entries with one key the first counts, and a key counts before `ids`."""

    def __init__(self, entries: Iterable[tuple[Entry, str, Iterable[str]]]) -> None:
        """Each entry comes with its key, and with its `ids`."""
        listed = [(entry, key, tuple(ids)) for entry, key, ids in entries]
        self._keys: dict[str, Entry] = {}
        self._folded: dict[str, Entry] = {}
        self._ids: dict[str, Entry] = {}
        self._folded_ids: dict[str, Entry] = {}
        for entry, key, ids in listed:
            self._keys.setdefault(key, entry)
            self._folded.setdefault(key.lower(), entry)
            for name in ids:
                self._ids.setdefault(name, entry)
                self._folded_ids.setdefault(name.lower(), entry)

    def get(self, key: str, *, cased: bool = False) -> Entry | None:
        """The entry that is meant; `cased`: capitals count, as for biber."""
        if cased:
            return self._keys.get(key, self._ids.get(key))
        return self.by_key(key) or self._ids.get(key) or self._folded_ids.get(key.lower())

    def by_key(self, key: str) -> Entry | None:
        """The entry that BibTeX finds: it does not know `ids`, nor capitals."""
        return self._keys.get(key) or self._folded.get(key.lower())

    def hint(self, key: str) -> str:
        """What a message says behind a key that no entry has: `; did you mean smith2009?`, or `""`."""
        return self._near.hint(key)

    @cached_property
    def _near(self) -> NearKeys:
        return NearKeys([*self._keys, *self._ids])
