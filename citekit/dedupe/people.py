"""Authors as we compare them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from citekit.values.name_exports import exported_person, parse_exported, split_exported
from citekit.values.names import Names, Person, fold_family
from citekit.values.text import squash

MOST = 40
"""People of a list that are compared."""
NOT_SAID = frozenset({"", "unknown", "na", "n a", "none", "null", "not available", "in press", "anonymous", "anon"})
"""What databases write, folded, where they have nothing to say."""
_NOBODY = frozenset(text.replace(" ", "") for text in NOT_SAID)

Folds = Iterable[tuple[str, str]]


def first_person(author: Names | str) -> Person | None:
    """The first of the authors; no more of a list of names is read than that takes."""
    if not isinstance(author, str):
        return author.people[0] if author else None
    names, _ = split_exported(author)
    if names is None:
        return next(iter(parse_exported(author)), None)
    return exported_person(names[0]) if names else None


def people(author: Names | str) -> tuple[tuple[str, ...], tuple[str, ...], bool]:
    """Families and given names, folded, in order, and whether the list was cut (*et al.*)."""
    folds, others = _exported(author) if isinstance(author, str) else (map(_folded_person, author), author.others)
    found = [fold for fold in folds if fold[0] not in _NOBODY]
    if not found:
        return (), (), others
    families, given = zip(*found[:MOST], strict=True)
    return families, given, others or len(found) > MOST


def _exported(text: str) -> tuple[Folds, bool]:
    names, others = split_exported(text)
    if names is not None:
        return map(_folded_name, names), others
    people = parse_exported(text)
    return map(_folded_person, people), people.others


@lru_cache(maxsize=100_000)
def _folded_name(name: str) -> tuple[str, str]:
    person = exported_person(name)
    return squash(f"{person.particle} {person.family}" if person.particle else person.family), squash(person.given)


@lru_cache(maxsize=100_000)
def _folded_person(person: Person) -> tuple[str, str]:
    return fold_family(person), squash(person.given)
