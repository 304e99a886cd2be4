"""What the pieces of an entry are called, and where entries that point at each other point now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from citekit.keys import assign_keys
from citekit.model import Problem, Reference
from citekit.pointers import POINTERS, repointed
from citekit.report import Story
from citekit.values.key_lists import keys_in


def keyed(
    pieces: Sequence[Reference], others: Iterable[Reference], key: str
) -> tuple[list[Reference], tuple[Problem, ...]]:
    """The pieces with keys that nobody else has. The merged entry's key goes to the first that has none of its own, so
    that what cites it still finds something."""
    names = (name.lower() for other in others for name in (other.key, *keys_in(other.get("ids"))))
    # Keys go by what references say; these say nothing, come first and so keep theirs.
    taken = [Reference(type="", key=name) for name in dict.fromkeys(names) if name]
    heir = None
    if all(piece.key.lower() != key.lower() for piece in pieces):
        heir = next((number for number, piece in enumerate(pieces) if not piece.key), None)
    named = [replace(piece, key=key) if number == heir else piece for number, piece in enumerate(pieces)]
    found, problems = assign_keys([*taken, *named])
    return found[len(taken) :], tuple(problems)


def pointers_led(pieces: Sequence[Reference], others: Iterable[Reference], story: Story) -> list[Reference]:
    """The pieces with their `crossref` and the like led to where their targets are now.

    A target that was merged into another entry goes by that entry's key, unless it has been split off again.
    """
    if not any(name in piece.fields for piece in pieces for name in POINTERS):
        return list(pieces)
    present = {other.key.lower() for other in others}
    key_of = {
        (file, old): new
        for (file, old), new in story.homes().items()
        if new.lower() in present and (old not in present or old in story.works)
    }
    return [repointed(piece, key_of) for piece in pieces]


def pointing_here(others: Iterable[Reference], key: str, pieces: Sequence[Reference]) -> Iterator[Problem]:
    """What is to be said of entries that point at the entry `key` in whose place the pieces are."""
    keys = " and ".join(piece.key for piece in pieces)
    for other in others:
        for name in POINTERS:
            if key.lower() in map(str.lower, keys_in(other.get(name))):
                said = f"points at {key} in {name}, which is now {keys}; see that it points at the right one"
                yield Problem.about("pointer", said, other)
