"""A library read from text that was made of something else, with the line numbers of that."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from citekit.model import Library, Origin, Reference


def relined(library: Library, numbers: Sequence[int]) -> Library:
    """The same library, where line n of the text is said to be line `numbers[n - 1]`."""

    def line(number: int) -> int:
        return numbers[number - 1] if 0 < number <= len(numbers) else number

    def origin(place: Origin | None) -> Origin | None:
        return replace(place, line=line(place.line)) if place else None

    def reference(each: Reference) -> Reference:
        fields = {name: replace(field, origin=origin(field.origin)) for name, field in each.fields.items()}
        return replace(each, fields=fields, origin=origin(each.origin))

    return replace(
        library,
        items=tuple(
            reference(item) if isinstance(item, Reference) else replace(item, line=line(item.line))
            for item in library.items
        ),
        problems=tuple(replace(problem, line=line(problem.line)) for problem in library.problems),
    )
