from __future__ import annotations

from collections.abc import Iterator

from citekit.checking.bibliography import Bibliography
from citekit.checking.finding import Rule, Spot
from citekit.checking.wording import listed


def _look(bibliography: Bibliography) -> Iterator[Spot]:
    for entry in bibliography.entries:
        empty = [field for field in entry.fields if not field.latex.strip(" \t\n{}") and not _is_aside(field.name)]
        if empty:
            names = listed([field.name for field in empty])
            way = "is empty; remove it" if len(empty) == 1 else "are empty; remove them"
            yield Spot(empty[0].at, f"{names} {way} (citekit fmt --remove-empty)", entry.key)


def _is_aside(name: str) -> bool:
    """Emacs writes `OPTnote = {}` and `ALTeditor = {}` for people to fill in."""
    return name.startswith(("opt", "alt"))


RULE = Rule("empty-field", "warning", "A field that says nothing.", _look)
