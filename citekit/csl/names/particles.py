"""Particles and suffixes that a source wrote into the family or given name.

    "van der Vlist" → "van der ", "Vlist"        "Alexander von" → "Alexander", " von"        "John, III" → "John", "III"

The CSL test suite expects them to be found (name_ParseNames, name_ParticlesDemoteNonDroppingNever, magic_NameSuffixNoComma):
words in lower case are particles, non-dropping before the family name, dropping behind the given name.
"""

from __future__ import annotations

from typing import NamedTuple

APOSTROPHES = "'’ʼʻ‘"
_HYPHENS = "-‐‑"
_GLUE = APOSTROPHES + _HYPHENS


class Given(NamedTuple):
    """A given name apart from what stood behind it."""

    given: str
    dropping: str
    """With what parts it from the given name: `" von"`, `", abbé d’"`"""
    suffix: str
    comma_suffix: bool


def parted_family(family: str) -> tuple[str, str]:
    """The non-dropping particle with the space behind it, if there is one, and the rest: `al-`, `Hakim`."""
    start = 0
    while True:
        space = family.find(" ", start)
        if space < 0:
            break
        if not _is_particle(family[start:space]):
            return family[:start], family[start:]
        start = space + 1
    start += _glued(family[start:])
    return family[:start], family[start:]


def _glued(word: str) -> int:
    """How many letters of a word are a particle that is not set apart: `d’Aubignac`, `al-Hakim`."""
    for place, letter in enumerate(word):
        if letter in _GLUE and place:
            is_particle = (
                place < 5 and word[:place].islower() and word[place + 1 :].strip() and not word[place + 1 :].islower()
            )
            return place + 1 if is_particle else 0
    return 0


def parted_given(given: str) -> Given:
    """The given name, the dropping particle and the suffix behind it. A suffix after `,!` is set off by a comma."""
    name, comma, rest = given.partition(",")
    rest = rest.strip()
    if comma and rest and name.strip():
        if rest.startswith("!") and rest[1:].strip():
            return _dropping(name.rstrip())._replace(suffix=rest[1:].strip(), comma_suffix=True)
        if all(map(_is_particle, rest.split())):
            return Given(name.rstrip(), f", {rest}", "", False)
        return _dropping(name.rstrip())._replace(suffix=rest)
    return _dropping(given)


def _dropping(given: str) -> Given:
    end = len(given)
    while (space := given.rfind(" ", 0, end)) > 0 and _is_particle(given[space + 1 : end]):
        end = space
    return Given(given[:end].rstrip(), given[end:], "", False)


def _is_particle(word: str) -> bool:
    """Is it a word in lower case? Initials in lower case (`e.`) are none."""
    return word.islower() and not (len(word) == 2 and word[1] == "." and word != "v.")
