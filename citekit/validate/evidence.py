"""What one field says for or against a record."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Says = Literal["agree", "contradict", "missing"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """What one field says: `missing` when either side is silent, or when their difference proves nothing.

    `ours` and `theirs` are the values as they stand, `weight` is what an agreement counts.
    """

    field: str
    verdict: Says
    ours: str = ""
    theirs: str = ""
    weight: int = 0
