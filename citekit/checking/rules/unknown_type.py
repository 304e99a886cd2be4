from __future__ import annotations

from collections.abc import Iterator

from citekit.checking.bibliography import Bibliography
from citekit.checking.finding import Rule, Spot
from citekit.checking.models import BIBLATEX
from citekit.values.suggestions import did_you_mean

# Entries that give a style its options: IEEEtran, REVTeX, achemso.
_OPTIONS = frozenset({"ieeetranbstctl", "control"})

_MOST_HINTS = 100


def _look(bibliography: Bibliography) -> Iterator[Spot]:
    model = bibliography.model
    hints: dict[str, str] = {}
    for entry in bibliography.entries:
        if model.knows_type(entry.type) or entry.type in _OPTIONS:
            continue
        if entry.type not in hints:
            hint = not BIBLATEX.knows_type(entry.type) and len(hints) < _MOST_HINTS
            hints[entry.type] = did_you_mean(entry.type, model.required) if hint else ""
        near = hints[entry.type]
        said = f"{model.title} knows no @{entry.type}" if model is BIBLATEX else f"{model.title} know no @{entry.type}"
        yield Spot(entry.at, f"{said} and print it as @misc{near}", entry.key)


RULE = Rule("unknown-type", "warning", "An entry type that the data model does not have.", _look)
