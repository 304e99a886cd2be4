"""What a writer has told of a reference."""

from __future__ import annotations

from citekit.model import Reference


class Told:
    """A reference, and which of its fields have been told."""

    def __init__(self, reference: Reference) -> None:
        self.reference = reference
        self.held: set[str] = set()

    def take(self, name: str) -> str:
        """The text of a field, which is written where it is taken."""
        self.held.add(name)
        return self.reference.get(name)

    def lines(self, name: str, between: str = "\n") -> list[str]:
        return [line for line in self.take(name).split(between) if line.strip()]

    def has(self, *names: str) -> bool:
        return any(name in self.reference.fields for name in names)
