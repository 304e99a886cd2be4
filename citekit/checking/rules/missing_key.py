from __future__ import annotations

from collections.abc import Iterator

from citekit.checking.bibliography import Bibliography
from citekit.checking.finding import Rule, Spot


def _look(bibliography: Bibliography) -> Iterator[Spot]:
    for entry in bibliography.entries:
        if not entry.key:
            yield Spot(entry.at, f"this @{entry.type} has no citation key, so that nobody can cite it")


RULE = Rule("missing-key", "error", "An entry without a citation key.", _look)
