"""The names in an item made those of the specification, and its note searched for variables."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from citekit.exchange.csl import note as csl_note
from citekit.exchange.csl.variables import variable


def unfolded(item: Mapping[Any, Any]) -> dict[str, Any]:
    """The item under the names of the specification, with the variables that stand in its note. An alias that says something else
    than the variable stays under its own name."""
    said: dict[str, Any] = {}
    for name, value in item.items():
        if value is not None and value not in ("", [], {}):
            meant = variable(str(name))
            said[meant if meant not in said or said[meant] == value else str(name)] = value
    note = said.get("note")
    if isinstance(note, str):
        left, found = csl_note.unfolded(note, said)
        said |= {"note": left, **found}
    return said
