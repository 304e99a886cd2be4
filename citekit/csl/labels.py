"""Labels such as `Doe65` and `RoNo78`, for styles that cite by them (CSL 1.0.2, "citation-label")."""

from __future__ import annotations

from citekit.csl.citing import creators, year_number
from citekit.csl.rendering import Item

# How many letters of each of the first names, by how many names there are: Doe65, RoNo78, RoNS78, RNSA78.
_LETTERS = ((4,), (2, 2), (2, 1, 1), (1, 1, 1, 1))


def trigraph(item: Item) -> str:
    """The letters of the first four family names and the last two digits of the year."""
    families = creators(item)[:4]
    if not families:
        return year_number(item)[-2:]
    letters = zip(families, _LETTERS[len(families) - 1], strict=True)
    return "".join(_beginning(family, count) for family, count in letters) + year_number(item)[-2:]


def _beginning(family: str, count: int) -> str:
    letters = "".join(character for character in family if character.isalnum())[:count]
    return letters[:1].upper() + letters[1:]
