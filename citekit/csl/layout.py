"""What a style says of its bibliography as a whole."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Layout:
    """How a style wants its bibliography laid out (CSL 1.0.2, "Whitespace")."""

    hanging_indent: bool = False
    second_field_align: str = ""
    """`flush`, `margin` or nothing"""
    line_spacing: int = 1
    entry_spacing: int = 1
