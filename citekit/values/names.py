"""Names of people and bodies."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Person:
    """One author or editor.

    `particle` is the lower- or upper-case *van*, *de la* that stands before the family name and goes with it.
    A body (*World Health Organization*) has `literal=True`, its whole name in `family` and nothing else.
    """

    family: str
    given: str = ""
    particle: str = ""
    suffix: str = ""
    literal: bool = False

    @property
    def inverted(self) -> str:
        """`van Royen-Kerkhoff, Annet`, `King, Martin Luther, Jr.` (BibTeX order: family, suffix, given)."""
        family = f"{self.particle} {self.family}".strip()
        if self.suffix:
            return f"{family}, {self.suffix}, {self.given}"
        return f"{family}, {self.given}" if self.given else family


@dataclass(frozen=True, slots=True)
class Names:
    """An ordered list of people; `others` says that the list was cut (*et al.*, *and others*)."""

    people: tuple[Person, ...] = ()
    others: bool = False

    def __iter__(self) -> Iterator[Person]:
        return iter(self.people)

    def __len__(self) -> int:
        return len(self.people)

    def __bool__(self) -> bool:
        return bool(self.people)
