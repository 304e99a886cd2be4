"""What came of a push."""

from __future__ import annotations

from dataclasses import dataclass, field

from citekit.model import Problem, Reference


@dataclass(frozen=True, slots=True)
class Refused:
    """A reference that was not taken, and why, in one plain sentence."""

    reference: Reference
    reason: str


@dataclass(frozen=True, slots=True)
class Pushed:
    """The references by what became of them, in their order. Those created and updated carry their `zotero-key` and `zotero-version`
    as they are now, where Zotero told them. `problems` are about the whole, and what the form in which it was sent could not hold."""

    created: tuple[Reference, ...] = ()
    updated: tuple[Reference, ...] = ()
    unchanged: tuple[Reference, ...] = ()
    refused: tuple[Refused, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass
class Outcome:
    """A `Pushed` in the making, by the places of the references."""

    created: dict[int, Reference] = field(default_factory=dict)
    updated: dict[int, Reference] = field(default_factory=dict)
    unchanged: dict[int, Reference] = field(default_factory=dict)
    refused: dict[int, Refused] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    @property
    def has_written(self) -> bool:
        return bool(self.created or self.updated)

    def refuse(self, place: int, reference: Reference, reason: str) -> None:
        self.refused[place] = Refused(reference, reason)

    def closed(self) -> Pushed:
        created, updated, unchanged = (
            tuple(part[place] for place in sorted(part)) for part in (self.created, self.updated, self.unchanged)
        )
        refused = tuple(self.refused[place] for place in sorted(self.refused))
        return Pushed(created, updated, unchanged, refused, tuple(self.problems))
