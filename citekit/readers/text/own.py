"""The page's own record: what a site's reader hands over."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from citekit.model import Value


@dataclass(frozen=True, slots=True)
class OwnRecord:
    """How a page describes itself. `fields` as in `Reference.fields` but bare values; `lines` are the 1-based numbers of
    the lines it was read from, so that nobody reads them again."""

    type: str
    fields: Mapping[str, Value]
    lines: frozenset[int] = field(default_factory=frozenset)


class Site(Protocol):
    """One kind of page. `NAME` is what the user is told; `own_record` gets the page's lines and returns `None` if the
    page lacks what it takes."""

    NAME: str

    def looks_like(self, text: str) -> bool: ...
    def own_record(self, lines: list[str]) -> OwnRecord | None: ...


def present(fields: Mapping[str, Value | None]) -> dict[str, Value]:
    """Drops what is empty."""
    return {name: value for name, value in fields.items() if value}


def first_lines(lines: list[str]) -> list[tuple[int, str]]:
    """The lines with something on them, each with its number from 1. Lines that no header has (a paragraph of 20,000
    characters) are left out."""
    return [(number, line.strip()) for number, line in enumerate(lines, 1) if line.strip() and len(line) < 20_000]
