from __future__ import annotations

from collections.abc import Iterator

from citekit.checking.bibliography import Bibliography
from citekit.checking.finding import Rule, Spot


def _look(bibliography: Bibliography) -> Iterator[Spot]:
    for entry in bibliography.entries:
        if len(entry.by_name) == len(entry.fields):
            continue
        for field in entry.fields:
            first = entry.by_name[field.name]
            if first is not field:
                same = "with the same value" if field.latex.split() == first.latex.split() else "and is ignored"
                yield Spot(field.at, f"{field.name} is given again, {same}; remove one", entry.key)


RULE = Rule("repeated-field", "warning", "A field that an entry has twice; BibTeX takes the first.", _look)
