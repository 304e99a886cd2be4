"""What many records together teach of titles and journals."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Known:
    """`recurring`: squashed titles that works of many years bear: a column, a yearly report. `same_container`: from the folded name of a
    journal or series to the one that stands for all of its names."""

    recurring: frozenset[str] = frozenset()
    same_container: Mapping[str, str] = field(default_factory=dict)


NOTHING = Known()
