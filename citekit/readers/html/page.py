"""A page as values: its lines, the elements around them, its metadata."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["region", "list", "item", "named item", "footer"]

COINS_MARK = "\ufdd0"  # no character, says Unicode: no text has it
"""Stands in a line's text where a COinS stood."""


@dataclass(frozen=True, slots=True)
class Line:
    """`text` is on one line but for `\\n` where a `<br>` stood. `level` is that of a heading, 0 for other text. `coins` are
    the OpenURLs behind the text's `COINS_MARK`s, `label` says that it is the short term before a definition (`[1]`)."""

    text: str
    number: int
    level: int = 0
    links: tuple[str, ...] = ()
    coins: tuple[str, ...] = ()
    label: bool = False


@dataclass(frozen=True, slots=True)
class Span:
    """An element that holds the lines from `start` up to, but not including, `stop`."""

    kind: Kind
    start: int
    stop: int


@dataclass(frozen=True, slots=True)
class Meta:
    """`<meta name=… content=…>` (or `property`); `name` is in lower case."""

    name: str
    content: str
    line: int


@dataclass(slots=True)
class Page:
    """A page as it was read. `spans` come in the order of their starts, the outer before the inner."""

    lines: list[Line] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    metas: list[Meta] = field(default_factory=list)
    json_ld: list[Meta] = field(default_factory=list)
