"""A record as it lies in the index: what `parse_work` reads of it, as JSON, compressed.

Records are short and alike, so each is compressed against a text made of others (zlib's preset dictionary, RFC 1950 §2.2),
which halves its size.
"""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from citekit.sources.crossref_work import SELECT

_WINDOW = 32_768  # zlib looks back no further
_FROM_EACH = 600
_RAW = -15

_PERSON = ("given", "family", "name", "suffix")
_DATE = ("date-parts",)
# What is read of a field's objects; of all others everything. The DOI lies beside the record, the score is made by searching.
_PARTS = {
    "author": _PERSON,
    "editor": _PERSON,
    "issued": _DATE,
    "published": _DATE,
    "published-print": _DATE,
    "published-online": _DATE,
    "update-to": ("type", "DOI", "updated"),
    "updated-by": ("type", "DOI", "updated"),
}
_FIELDS = tuple(name for name in SELECT if name not in ("DOI", "score"))


def plain_json(record: Mapping[str, Any]) -> bytes:
    """The fields that are kept, without their DOI. Halves of characters, which JSON can hold and UTF-8 cannot, become `?`."""
    kept = {name: _kept(record[name], _PARTS.get(name, ())) for name in _FIELDS if record.get(name)}
    return json.dumps(kept, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")


def _kept(value: Any, parts: tuple[str, ...]) -> Any:
    if not parts:
        return value
    if isinstance(value, list):
        return [_kept(item, parts) for item in value]
    return {part: value[part] for part in parts if part in value} if isinstance(value, dict) else value


def sample(records: Sequence[bytes]) -> bytes:
    """A text to compress records like these against: pieces of some of them, spread evenly."""
    most = _WINDOW // _FROM_EACH
    step = max(1, len(records) // most)
    return b"\n".join(record[:_FROM_EACH] for record in records[::step][:most])[-_WINDOW:]


@dataclass(frozen=True, slots=True)
class Packing:
    """Compresses and reads records against one of up to 255 samples, whose number stands in front of each."""

    number: int
    text: bytes
    _fresh: Callable[[], Any] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        primed = zlib.compressobj(6, zlib.DEFLATED, _RAW, zdict=self.text)
        object.__setattr__(self, "_fresh", primed.copy)  # far cheaper than to read the sample again

    def pack(self, plain: bytes) -> bytes:
        compress = self._fresh()
        return b"".join((bytes((self.number,)), compress.compress(plain), compress.flush()))

    def unpack(self, packed: bytes) -> Any:
        """What `pack` was given, as read by `json`. Raises `sqlite3.DatabaseError`, as the database does, where it is damaged."""
        try:
            return json.loads(zlib.decompressobj(_RAW, zdict=self.text).decompress(memoryview(packed)[1:]))
        except (zlib.error, ValueError, RecursionError) as error:
            raise sqlite3.DatabaseError("a record is damaged") from error
