"""Where each value of a merged entry came from, and which members' values it stands against."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from citekit.merging import Merged
from citekit.model import Field, Names, Reference


@dataclass(frozen=True, slots=True)
class Source:
    """A field of a member (named by its place in `Merged.members`) that gave a value to the merged entry."""

    member: int
    name: str


def sources(work: Merged) -> Mapping[str, tuple[Source, ...]]:
    """For each field of the merged entry the fields it came from, under whatever names these had.

    One for a value that was chosen, several where values were joined (notes, keywords, the best forms of names), none
    for a value that no member has: a DOI that was looked up, a list of old keys.
    """
    known: Mapping[Hashable, Source] | None = None
    found: dict[str, tuple[Source, ...]] = {}
    for name, field in work.reference.fields.items():
        numbers = (number for number, member in enumerate(work.members) if member.fields.get(name) is field)
        number = next(numbers, None)  # most values are one member's, untouched
        if number is not None:
            found[name] = (Source(number, name),)
        else:
            known = _known(work.members) if known is None else known
            found[name] = tuple(_sources(name, field, work.members, known))
    return found


def _known(members: Sequence[Reference]) -> Mapping[Hashable, Source]:
    known: dict[Hashable, Source] = {}
    for number, member in enumerate(members):
        for name, field in member.fields.items():
            for trace in (*_traces(name, field), (name, member.origin)):
                known.setdefault(trace, Source(number, name))
    return known


def _traces(name: str, field: Field) -> Iterator[Hashable]:
    """By what a field is known again, surest first."""
    origin = field.origin
    if origin is None:
        return
    yield name, field
    yield name, origin  # brought into another form
    yield field  # under another name: a journal's short name was once the journal
    if name in ("year", "month", "day"):
        yield "date", origin
    if origin.name:
        yield origin
    yield name, origin.file, origin.line, origin.number, origin.name  # a pointer whose target was renamed


def _sources(
    name: str, field: Field, members: Sequence[Reference], known: Mapping[Hashable, Source]
) -> Iterator[Source]:
    if field.origin is None:
        yield from (Source(number, name) for number, member in enumerate(members) if name in member.fields)
        return
    for source in islice((known[trace] for trace in _traces(name, field) if trace in known), 1):
        yield source
        yield from _more_people(source, field, members)


def _more_people(source: Source, field: Field, members: Sequence[Reference]) -> Iterator[Source]:
    """The other members that gave the best form of somebody in a list of names."""
    given = members[source.member].fields[source.name].value
    if not isinstance(field.value, Names) or not isinstance(given, Names):
        return
    missing = set(field.value) - set(given)
    for number, member in enumerate(members):
        if missing & set(member.names(source.name)):
            yield Source(number, source.name)
