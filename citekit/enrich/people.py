"""Lists of people, completed person by person: given names for initials, the rest of a list that was cut."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from itertools import zip_longest

from citekit.merging.copies import foreign
from citekit.model import Names, Person
from citekit.values.name_words import is_initial
from citekit.values.names import same_person
from citekit.values.text import fold, squash


def fuller(ours: Names, theirs: Names) -> Names:
    """Our list, with what a record knows better of the same people.

    Given names stand in for initials where they begin alike; a name that says something else stays, and so does every family
    name. A list that ends in *et al.* gets its rest when all people it has are the record's. Where the lists do not agree,
    only people whose family name is nobody else's are taken for the same.
    """
    agree = len(ours) <= len(theirs) and all(map(same_person, ours.people, theirs.people))
    if not agree:
        known = _by_family(theirs)
        alone = Counter(_family(person) for person in ours)
        pairs = ((our, known.get(_family(our)) if alone[_family(our)] == 1 else None) for our in ours)
        return Names(_all(pairs), ours.others)
    people = _all(zip_longest(ours.people, theirs.people[: len(ours)]))
    if ours.others and len(theirs) > len(ours):
        return Names((*people, *theirs.people[len(ours) :]), theirs.others)
    return Names(people, ours.others)


def _all(pairs: Iterable[tuple[Person, Person | None]]) -> tuple[Person, ...]:
    return tuple(_completed(our, their) if their and same_person(our, their) else our for our, their in pairs)


def _by_family(names: Names) -> dict[str, Person]:
    often = Counter(map(_family, names))
    return {_family(person): person for person in names if often[_family(person)] == 1}


def _family(person: Person) -> str:
    return squash(person.family)


def _completed(ours: Person, theirs: Person) -> Person:
    if ours.literal or theirs.literal:
        return ours
    given = theirs.given if _is_fuller(ours.given, theirs.given) else ours.given
    return replace(ours, given=given, suffix=ours.suffix or theirs.suffix)


def _is_fuller(ours: str, theirs: str) -> bool:
    """Does the other form say all that ours says, and more? `Seth L.` for `S. L.` or `SL`, not `S. L.` for `Seth`, nor
    `Stephen L.` for `Seth L.`; and never a form that has lost an accent or a hyphen: `Jean Paul` for `J.-P.`"""
    mine, other = _words(ours), _words(theirs)
    if len(other) < len(mine) or ("-" in ours and "-" not in theirs):
        return False
    if not all(map(_begins, mine, other)):
        return False
    return len(other) > len(mine) or any(len(a) < len(b) for a, b in zip(mine, other, strict=False))


def _words(given: str) -> list[str]:
    """`Jean-Luc A.` → `Jean`, `Luc`, `A`; initials that stand together one by one."""
    words: list[str] = []
    for word in given.split():
        for part in re.split(r"[-‐]", word):
            letters = re.findall(r"[^\W\d_]+", part)
            words += "".join(letters) if is_initial(part) and "".join(letters).isupper() else letters
    return words


def _begins(ours: str, theirs: str) -> bool:
    if foreign(ours) > foreign(theirs[: len(ours)]):
        return False
    return fold(theirs).startswith(fold(ours)) if len(ours) == 1 else fold(ours) == fold(theirs)
