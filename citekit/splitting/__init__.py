"""A merge undone: in place of one entry of a bibliography stand the records again that it was made from.

`citekit.report.story` reads the report that tells of them:

    story = citekit.report.story(text, "report.json")
    citekit.splitting.split(library, story, "reddy2009").library
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, product

from citekit.errors import InputError
from citekit.merging import merge_group
from citekit.model import Library, Problem, Reference
from citekit.report import Story, Told
from citekit.splitting.changes import check_unchanged
from citekit.splitting.keyed import keyed, pointers_led, pointing_here
from citekit.values.suggestions import did_you_mean


@dataclass(frozen=True, slots=True)
class Split:
    """What a split came to.

    `library` is what to write. `pieces` are the entries that stand in place of the one, each with the members it is made
    of. `apart` are the ids (`citekit.ids`) of each two records that were one and are not any more: those they had in the
    merge and those they have in `library`, so that either can be merged again. `problems` say what a person should know.
    """

    library: Library
    pieces: tuple[tuple[Reference, tuple[Reference, ...]], ...]
    apart: tuple[tuple[str, str], ...]
    problems: tuple[Problem, ...]


def split(library: Library, story: Story, key: str, *, members: Sequence[str] = (), force: bool = False) -> Split:
    """Puts the members of the entry `key` back in its place; an old key that led to it will do.

    With `members` (their numbers in the report from 1, their record ids or the keys they had) only these are taken out,
    and the rest is merged again. Every piece has the key it had; where another entry has that key it gets a letter, and
    a piece that never had one gets the merged entry's key or a made one. All else stays.

    Raises `InputError`: no such entry or member, nothing to split, or an entry that was changed since the merge, whose
    changes would be lost; that last one not with `force`.
    """
    work = story.work(key)
    place = _place(library, work.reference.key)
    entry = library.items[place]
    assert isinstance(entry, Reference)
    if len(work.members) < 2:
        raise InputError(story.file, f"{work.reference.key} was made from one record; there is nothing to split")
    if not force:
        check_unchanged(library.file, entry, work)
    taken = _chosen(story.file, work, members)
    rest = [number for number in range(len(work.members)) if number not in taken]
    parts = [*([rest] if rest else []), *([number] for number in taken)]
    remade = [merge_group([work.members[number] for number in part]) for part in parts]
    others = [item for item in library.references if item is not entry]
    pieces = pointers_led([each.reference for each in remade], others, story)
    pieces, collisions = keyed(pieces, others, entry.key)
    return Split(
        replace(library, items=(*library.items[:place], *pieces, *library.items[place + 1 :])),
        tuple((reference, each.members) for reference, each in zip(pieces, remade, strict=True)),
        tuple(dict.fromkeys((*_apart(work.ids, parts), *_apart([piece.key for piece in pieces])))),
        (
            *(replace(conflict.problem(pieces[0]), file="", line=0) for conflict in remade[0].conflicts),
            *collisions,
            *_lost(work),
            *pointing_here(others, entry.key, pieces),
        ),
    )


# ---------------------------------------------------------------- finding what to split


def _place(library: Library, key: str) -> int:
    for number, item in enumerate(library.items):
        if isinstance(item, Reference) and item.key.lower() == key.lower():
            return number
    raise InputError(library.file, f"has no entry {key}{did_you_mean(key, (each.key for each in library))}")


def _chosen(file: str, work: Told, names: Sequence[str]) -> list[int]:
    """The places of the members to take out; all of them when none is named or none would be left."""
    every = list(range(len(work.members)))
    known = {str(number + 1): number for number in every}
    known.update(
        (member.key.lower(), number) for number, member in reversed(list(enumerate(work.members))) if member.key
    )
    known.update((each, number) for number, each in enumerate(work.ids))
    for name in names:
        if name.lower() not in known:
            raise InputError(
                file, f"{work.reference.key} has no member {name}; its members are numbered from 1 to {len(every)}"
            )
    return sorted({known[name.lower()] for name in names}) or every


# ---------------------------------------------------------------- what is said


def _lost(work: Told) -> Iterator[Problem]:
    """Values that the merged entry got from elsewhere, as a DOI that was looked up."""
    for name, field in work.reference.fields.items():
        if field.origin is not None:
            said = f"{name} {work.reference.get(name)} (from {field.origin.file}) is in no member and is left out"
            yield Problem("left-out", said, key=work.reference.key)


def _apart(ids: Sequence[str], parts: Sequence[Sequence[int]] = ()) -> Iterator[tuple[str, str]]:
    """Each two of the ids that are in different parts; every id is a part by itself where none are given."""
    for one, two in combinations(parts or [[number] for number in range(len(ids))], 2):
        for left, right in product(one, two):
            if ids[left] != ids[right]:
                yield min(ids[left], ids[right]), max(ids[left], ids[right])
