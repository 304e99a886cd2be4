"""How somebody wants a `.bib` file to look."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

AFTER_LONGEST = 0
"""For `Layout.align`: the column behind the longest name of the entry."""


@dataclass(frozen=True, slots=True)
class Layout:
    """What is asked for. Without any wish entries look as citekit itself writes them.

    `align` is the column in which every `=` stands, counted from 1 (`AFTER_LONGEST`: chosen for each entry; None: one space behind
    the name). `sort` names what entries are sorted by, each `key`, `type` or a field, with `-` before it to turn it round; `()`
    leaves them in their order. `field_order` is the order of fields, `()` leaves it; fields not named in it follow as they
    stood. `wrap` breaks values at that column, 0 puts each on one line, None leaves lines broken where they are.
    """

    indent: str = "  "
    align: int | None = None
    delimiters: Literal["braces", "quotes", "keep"] = "braces"
    case: Literal["lower", "keep"] = "lower"
    numbers: Literal["bare", "enclosed", "keep"] = "keep"
    months: Literal["macro", "keep"] = "keep"
    wrap: int | None = None
    trailing_comma: bool = True
    blank_lines: int = 1
    remove_empty: bool = False
    field_order: tuple[str, ...] = ()
    sort: tuple[str, ...] = ()
