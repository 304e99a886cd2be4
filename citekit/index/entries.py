"""A record as it goes into the index."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from citekit.index.json_items import Bad
from citekit.index.packing import plain_json
from citekit.index.terms import Terms, of_work
from citekit.sources.crossref_work import parse_work


@dataclass(frozen=True, slots=True)
class Entry:
    """`doi` is in lower case, `stamp` when Crossref last touched the record (20240131235959; 0 where it does not say)."""

    doi: str
    stamp: int
    plain: bytes
    terms: Terms

    def replaces(self, stamp: int) -> bool:
        """Is this to stand in place of a record with that stamp, which was read before? Of two records the newer stays; where
        either does not say how old it is, the later."""
        return not stamp or not self.stamp or self.stamp >= stamp


_LARGEST = 1_000_000  # what is kept of a paper with five thousand authors is a third of that


def entry(item: object) -> Entry | Bad:
    """Reads one record, whatever it is."""
    if isinstance(item, Bad):
        return item
    work = parse_work(item)
    if work is None or not isinstance(item, Mapping):
        return Bad("no record with a DOI")
    try:
        plain = plain_json(item)
    except RecursionError:
        return Bad(f"{work.doi[:100]} is nested deeper than any record of a work")
    if len(plain) > _LARGEST:
        return Bad(f"{work.doi[:100]} is larger than any record of a work")
    return Entry(usual(work.doi), stamp(item), plain, of_work(work))


def usual(doi: str) -> str:
    """A DOI as we look it up."""
    return doi.strip().lower().encode("utf-8", "replace").decode()


_MOMENT = re.compile(r"(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)")


def stamp(record: Mapping[str, Any]) -> int:
    """`{"indexed": {"date-time": "2024-01-31T23:59:59Z"}}` → 20240131235959."""
    for name in ("indexed", "deposited"):
        date = record.get(name)
        said = date.get("date-time") if isinstance(date, Mapping) else None
        found = _MOMENT.match(said) if isinstance(said, str) else None
        if found:
            return int("".join(found.groups()))
    return 0
