"""What the steps work on."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from citekit.model import Reference

Item = dict[str, Any]
"""An item of CSL. Steps make a new one of it."""

Step = Callable[[Item, Reference], Item]


def without(item: Item, names: Iterable[str]) -> Item:
    gone = frozenset(names)
    return {name: value for name, value in item.items() if name not in gone}


def text(item: Item, name: str) -> str:
    """A variable that is a string; `""` where it is missing."""
    value = item.get(name, "")
    return value if isinstance(value, str) else str(value)
