"""Lists of citation keys in one field: biblatex's `ids`, `related`, `entryset` (manual §2.2.3)."""

from __future__ import annotations


def keys_in(text: str) -> list[str]:
    """The keys in a list with commas between: `reddy2009, pre` → `reddy2009`, `pre`."""
    return [key for part in text.split(",") if (key := part.strip())]
