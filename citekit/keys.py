"""Citation keys: made where there is none, kept where there is one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import count

from citekit.model import Problem, Reference
from citekit.values.text import fold, squash

_SMALL = frozenset(
    """
    a an and are as at by der die das des du ein eine el en et for from in is la las le les los of on or the to
    und un una une von with
    """.split()
)
_SAFE = re.compile(r"[^a-zA-Z0-9]+")


def make_key(reference: Reference) -> str:
    """First author's family name and year: `aksentijevich2009`; without an author the first words of the title:
    `firstClinicalDescription2013`. ASCII letters and digits only, so that every BibTeX takes it."""
    year = "".join(c for c in reference.year if c.isdigit())[:4]
    people = reference.author or reference.names("editor")
    if people:
        first = people.people[0]
        name = _camel(first.family, 3) if first.literal else squash(first.family)
    else:
        name = _camel(reference.title or reference.container, 3)
    return (_SAFE.sub("", name) or "ref") + year


def _camel(text: str, words: int) -> str:
    found = [word for word in fold(text).split() if word not in _SMALL][:words]
    return "".join(word if i == 0 else word.capitalize() for i, word in enumerate(found))


def assign_keys(references: Sequence[Reference]) -> tuple[list[Reference], list[Problem]]:
    """Gives every reference a key that no other has, in the order given (which the caller makes independent of input order).

    A key that came with a reference wins over made ones. Where two references came with one key, the first keeps it, the
    second gets a letter behind it and a `key-collision` problem. Made keys of one author and year get letters `a`, `b`, ….
    Keys are told apart without regard to case, as BibTeX does.
    """
    taken: set[str] = set()
    problems: list[Problem] = []
    keyed = list(references)
    for index, reference in enumerate(references):
        if reference.key:
            key = reference.key if reference.key.lower() not in taken else _lettered(reference.key, taken)
            if key != reference.key:
                problems.append(_collision(reference, key))
                keyed[index] = replace(reference, key=key)
            taken.add(key.lower())
    for index, key in _made(references, taken):
        keyed[index] = replace(references[index], key=key)
    return keyed, problems


def _made(references: Sequence[Reference], taken: set[str]) -> list[tuple[int, str]]:
    made: dict[str, list[int]] = {}
    for index, reference in enumerate(references):
        if not reference.key:
            made.setdefault(make_key(reference), []).append(index)
    result = []
    for stem, places in sorted(made.items()):
        for index in places:
            alone = len(places) == 1 and stem.lower() not in taken
            key = stem if alone else _lettered(stem, taken)
            taken.add(key.lower())
            result.append((index, key))
    return result


def _lettered(stem: str, taken: set[str]) -> str:
    """`smith2009` → `smith2009a`, … `z`, `aa`: the first that is free."""
    return next(key for number in count() if (key := stem + _letters(number)).lower() not in taken)


def _letters(number: int) -> str:
    return (_letters(number // 26 - 1) if number >= 26 else "") + chr(ord("a") + number % 26)


def _collision(reference: Reference, key: str) -> Problem:
    origin = reference.origin
    return Problem(
        "key-collision",
        f"another work has the key {reference.key}; this one is now {key}",
        origin.file if origin else "",
        origin.line if origin else 0,
        key,
    )
