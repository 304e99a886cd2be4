"""How the references of a numbered style are numbered in plain text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from pybtex.style.labels import BaseLabelStyle


class Brackets(BaseLabelStyle):  # type: ignore[misc]
    """`[1]`, `[2]`, …"""

    def format_labels(self, sorted_entries: Sequence[Any]) -> Iterator[str]:
        return (f"[{number}]" for number, _ in enumerate(sorted_entries, 1))
