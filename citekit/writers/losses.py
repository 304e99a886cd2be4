"""What a format has no place for, said once for each field, and in one sentence for all that only another format knows."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from citekit.model import Problem, Reference
from citekit.vocabulary import bibtex_name, field_place, format_of


def not_held(
    references: Iterable[Reference], held: Callable[[Reference, str], bool], title: str
) -> tuple[Problem, ...]:
    """A `not-held` problem for each field that some reference has and that `held(reference, name)` says is not written; one for all
    fields that are another format's own (`nbib-aid`, `nbib-gr`, …), which can be many.

    `title` is what people call the format.
    """
    lost: dict[str, _Lost] = {}
    for reference in references:
        named: dict[str, list[str]] = {}
        for name in reference.fields:
            if not held(reference, name):
                named.setdefault(format_of(name) or name, []).append(name)
        for group, names in named.items():
            lost.setdefault(group, _Lost(reference)).note(names)
    return tuple(lost[group].problem(title) for group in sorted(lost, key=field_place))


@dataclass(slots=True)
class _Lost:
    """Fields that go together, the first reference that has one of them, and how many have."""

    first: Reference
    names: set[str] = field(default_factory=set)
    times: int = 0

    def note(self, names: Iterable[str]) -> None:
        self.names.update(names)
        self.times += 1

    def problem(self, title: str) -> Problem:
        *most, last = (bibtex_name(name, self.first.type) for name in sorted(self.names))
        said = f"{', '.join(most)} and {last}, which are" if most else f"{last}, which is"
        often = "1 reference" if self.times == 1 else f"{self.times} references"
        return Problem.about("not-held", f"{title} has no place for {said} left out ({often})", self.first)
