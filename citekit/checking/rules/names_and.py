from __future__ import annotations

from collections.abc import Iterator

from citekit.checking.bibliography import Bibliography
from citekit.checking.finding import Rule, Spot


def _look(bibliography: Bibliography) -> Iterator[Spot]:
    for entry, field, names in bibliography.people:
        empty = [number for number, name in enumerate(names) if not name.text]
        if not empty:
            continue
        first, last = empty[0] == 0, empty[-1] == len(names) - 1
        said = "begins with “and”" if first else "ends with “and”" if last else "has “and and” in it"
        yield Spot(field.at, f"{field.name} {said}: there is no name on one side", entry.key)


RULE = Rule("names-and", "error", "An “and” without a name on both sides.", _look)
