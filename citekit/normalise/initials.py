"""Space out initials: `AA` → `A. A.`, which is what BibTeX styles take for two given names."""

from __future__ import annotations

import re
from dataclasses import replace

from citekit.model import Names, Person, Reference
from citekit.values.names import is_initials
from citekit.vocabulary import NAME_FIELDS

_BEFORE_NEXT = re.compile(r"(?<=[^\W\d_])\.?\s*(?=[^\W\d_-])")  # between A and B of AB, A.B., A B


def space_initials(reference: Reference) -> Reference:
    """Given names that are only initials get a point and a space each; `J-P` becomes `J.-P.`; full names stay."""
    for name in NAME_FIELDS:
        field = reference.fields.get(name)
        if field is not None and isinstance(field.value, Names):
            people = tuple(_spaced(person) for person in field.value)
            reference = reference.rewritten(name, Names(people, field.value.others))
    return reference


def _spaced(person: Person) -> Person:
    words = [_one(word) if is_initials(word) else word for word in person.given.split()]
    return replace(person, given=" ".join(words))


def _one(word: str) -> str:
    """`AB` → `A. B.`, `J.-P.` and `J-P` → `J.-P.`"""
    return "-".join(_BEFORE_NEXT.sub(". ", part.rstrip(".")) + "." for part in re.split(r"[-‐]", word) if part)
