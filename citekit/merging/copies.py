"""What the members of a group say of one field, and small questions about it that every rule asks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from citekit.doubts import DOUBTFUL
from citekit.model import Field, Reference, Value


class Copy(NamedTuple):
    """One member's value of a field, and the member. Sequences of them are never empty and in order of standing."""

    field: Field
    member: Reference


def plain(value: Value) -> str:
    """The value as text; people as `Family, Given and …`."""
    return value if isinstance(value, str) else " and ".join(person.inverted for person in value)


def text_of(copy: Copy) -> str:
    """What a copy says, as text."""
    return plain(copy.field.value)


def is_sure(field: Field) -> bool:
    """Was this value more probably read than misread? What nobody had to guess is sure."""
    return field.confidence is None or field.confidence >= DOUBTFUL


def sure(copies: Sequence[Copy]) -> Sequence[Copy]:
    """The copies that were read without doubt; all of them when none was."""
    return [copy for copy in copies if is_sure(copy.field)] or copies


def is_bibtex(copy: Copy) -> bool:
    """Does this value come from a BibTeX entry?"""
    origin = copy.field.origin or copy.member.origin
    return origin is not None and origin.format == "bibtex"


def foreign(text: str) -> int:
    """How many characters are not ASCII: accents and dashes that a poorer copy has lost."""
    return 0 if text.isascii() else sum(not character.isascii() for character in text)
