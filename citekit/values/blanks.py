"""White space in values: one blank between words."""

from __future__ import annotations


def one_line(text: str) -> str:
    """On one line: ` a \\n b` → `a b`."""
    return " ".join(text.split())


def line_by_line(text: str) -> str:
    """Each line by itself, without the empty ones at both ends."""
    return "\n".join(map(one_line, text.strip().split("\n")))
