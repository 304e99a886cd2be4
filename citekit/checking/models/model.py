"""The shape of a data model."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Model:
    """`required` gives for each entry type the fields it cannot do without; `year/date` is either of two. `others` are types that are
    known and require nothing. `fields` are the names that mean something."""

    name: str
    title: str
    required: Mapping[str, tuple[str, ...]]
    others: frozenset[str]
    fields: frozenset[str]

    def knows_type(self, name: str) -> bool:
        return name in self.required or name in self.others


def table(text: str) -> dict[str, tuple[str, ...]]:
    """`article: author title year/date`, a line for each type."""
    rows = (line.partition(":") for line in text.strip().splitlines())
    return {name.strip(): tuple(fields.split()) for name, _, fields in rows}
