"""What a format has no place for, said once for each field."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from citekit.model import Problem, Reference
from citekit.vocabulary import bibtex_name, field_place


def not_held(
    references: Iterable[Reference], held: Callable[[Reference, str], bool], title: str
) -> tuple[Problem, ...]:
    """A `not-held` problem for each field that some reference has and that `held(reference, name)` says is not written.

    `title` is what people call the format.
    """
    first: dict[str, Reference] = {}
    times: dict[str, int] = {}
    for reference in references:
        for name in reference.fields:
            if not held(reference, name):
                first.setdefault(name, reference)
                times[name] = times.get(name, 0) + 1
    return tuple(_problem(name, first[name], times[name], title) for name in sorted(first, key=field_place))


def _problem(name: str, reference: Reference, times: int, title: str) -> Problem:
    said = bibtex_name(name, reference.type)
    often = "1 reference" if times == 1 else f"{times} references"
    return Problem.about("not-held", f"{title} has no place for {said}, which is left out ({often})", reference)
