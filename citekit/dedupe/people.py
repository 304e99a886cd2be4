"""Authors as we compare them."""

from __future__ import annotations

from citekit.values.name_exports import parse_exported
from citekit.values.names import Names, fold_family
from citekit.values.text import fold, squash

MOST = 40
"""People of a list that are compared."""
_NOBODY = frozenset({"", "unknown", "na", "n a", "none", "null", "not available", "in press", "anonymous", "anon"})


def people(author: Names | str) -> tuple[tuple[str, ...], tuple[str, ...], bool]:
    """Families and given names, folded, in order, and whether the list was cut (*et al.*)."""
    names = parse_exported(author) if isinstance(author, str) else author
    found = [person for person in names if fold(person.family) not in _NOBODY]
    kept = found[:MOST]
    families, given = tuple(map(fold_family, kept)), tuple(squash(person.given) for person in kept)
    return families, given, names.others or len(found) > MOST
