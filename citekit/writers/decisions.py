"""Pairs that a person decides, or has decided: JSON lines, and a table for those who work in a spreadsheet."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from citekit.model import Reference


@dataclass(frozen=True, slots=True)
class Doubt:
    """Two records, each with its id, of which nobody knows whether they are one work, and what speaks for and against it."""

    left_id: str
    left: Reference
    right_id: str
    right: Reference
    reasons: tuple[str, ...]


_SHOWN = ("author", "title", "year", "container", "volume", "number", "pages", "doi")
_NONE: Mapping[str, str] = {}


def decision_line(
    left: str,
    right: str,
    verdict: Literal["same", "different", "unsure"],
    note: str = "",
    more: Mapping[str, str] = _NONE,
) -> str:
    """One line of a decisions file, its line end included. `left` and `right` are ids as `citekit.ids` makes them; `more` are
    words for whoever reads the file."""
    said = {"verdict": verdict, "left": left, "right": right, **({"note": note} if note else {}), **more}
    return json.dumps(said, ensure_ascii=False) + "\n"


def write(doubts: Iterable[Doubt]) -> str:
    """JSON lines, each with the word `unsure` for a person to replace and with what both records say, side by side."""
    return "".join(decision_line(each.left_id, each.right_id, "unsure", more=_said(each)) for each in doubts)


def write_table(doubts: Iterable[Doubt], delimiter: str = ",") -> str:
    """The same as a table with a line of headings (RFC 4180). Every cell is what the records say, unchanged."""
    names = [f"{side}_{name}" for name in _SHOWN for side in ("left", "right")]
    text = io.StringIO()
    table = csv.writer(text, delimiter=delimiter)
    table.writerow(["verdict", "left", "right", "reasons", *names])
    for each in doubts:
        said = _said(each)
        table.writerow(
            ["unsure", each.left_id, each.right_id, said["reasons"], *(said.get(name, "") for name in names)]
        )
    return text.getvalue()


def _said(doubt: Doubt) -> dict[str, str]:
    sides = {"left": doubt.left, "right": doubt.right}
    said = {f"{side}_{name}": _text(sides[side], name) for name in _SHOWN for side in sides}
    return {"reasons": "; ".join(doubt.reasons), **{name: text for name, text in said.items() if text}}


def _text(reference: Reference, name: str) -> str:
    return reference.year if name == "year" else reference.get(name)
