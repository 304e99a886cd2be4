"""The fields of one record of tags while they are put together."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from citekit.model import Field, Names, Origin, Value
from citekit.values.blanks import one_line
from citekit.values.text import squash

Said = Sequence[Origin]


@dataclass(slots=True)
class Collected:
    """The fields of one record while they are put together.

    `kind` is the format's own word for its type, `type` ours, `verbatim` how a tag is called in the name of the field that keeps
    it where that is not the tag itself.
    """

    form: str
    kind: str
    type: str
    verbatim: Mapping[str, str] = field(default_factory=dict)
    fields: dict[str, Field] = field(default_factory=dict)
    kept: dict[str, dict[str, Origin]] = field(default_factory=dict)

    def put(self, name: str, value: Value, said: Origin) -> None:
        """Sets a field. What is there already stays: the same said again is nothing new, something else is kept verbatim."""
        if not value:
            return
        there = self.fields.get(name)
        if there is None:
            self.fields[name] = Field(value, said)
        elif not _same(there.value, value):
            self.keep(said)

    def keep(self, said: Origin) -> None:
        """Keeps a tag under its own name, with others of that name."""
        if text := one_line(said.text):
            name = f"{self.form}-{self.verbatim.get(said.name, said.name.lower())}"
            self.kept.setdefault(name, {}).setdefault(text, said)

    def all(self) -> dict[str, Field]:
        """The fields, and what is kept."""
        kept = {name: Field("; ".join(texts), next(iter(texts.values()))) for name, texts in self.kept.items()}
        return {**self.fields, **kept}

    def get(self, name: str) -> str:
        there = self.fields.get(name)
        return there.value if there and isinstance(there.value, str) else ""


Handler = Callable[[Collected, str, Said], None]
"""Reads all tags of one meaning; the second argument is the meaning."""


def _same(one: Value, other: Value) -> bool:
    if isinstance(one, Names) or isinstance(other, Names):
        return one == other
    return one == other or (bool(squash(one)) and squash(one) == squash(other))
