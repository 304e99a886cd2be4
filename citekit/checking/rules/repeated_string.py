from __future__ import annotations

from collections.abc import Iterator

from citekit.checking.bibliography import Bibliography
from citekit.checking.finding import Rule, Spot


def _look(bibliography: Bibliography) -> Iterator[Spot]:
    known: dict[str, str] = {}
    for definition in bibliography.definitions:
        before = known.get(definition.name)
        if before is not None:
            same = "the same" if before.split() == definition.latex.split() else "something else"
            yield Spot(definition.at, f"the @string {definition.name} is defined before as {same}; remove one")
        known[definition.name] = definition.latex


RULE = Rule("repeated-string", "warning", "An @string that is defined twice.", _look)
