from __future__ import annotations

from collections.abc import Iterator, Mapping

from citekit.checking.bibliography import Bibliography, Entry
from citekit.checking.finding import Rule, Spot
from citekit.checking.inheritance import by_key, has_unknown_parent, inherited
from citekit.checking.models import BIBLATEX, Model
from citekit.checking.wording import listed

# Fields in which people put what another type calls otherwise: the message tells.
_MISPLACED = {
    "journal": ("booktitle", "journaltitle"), "journaltitle/journal": ("booktitle",), "booktitle": ("journal", "journaltitle"),
    "school": ("institution", "organization", "publisher"), "institution": ("school", "organization", "publisher"),
    "institution/school": ("organization", "publisher"), "publisher": ("organization", "institution"),
    "year": ("date",), "author": ("editor", "organization"), "editor": ("author",),
}  # fmt: skip


def _look(bibliography: Bibliography) -> Iterator[Spot]:
    known = by_key(bibliography.entries)
    for entry in bibliography.entries:
        missing = list(_missing(entry, bibliography.model, known))
        if not missing or has_unknown_parent(entry, known):
            continue
        yield Spot(entry.at, f"@{entry.type} needs {listed([_said(names, entry) for names in missing])}", entry.key)


def _said(names: str, entry: Entry) -> str:
    """`author or editor`, `booktitle (it has journal)`"""
    instead = next((name for name in _MISPLACED.get(names, ()) if entry.get(name)), "")
    return names.replace("/", " or ") + (f" (it has {instead})" if instead else "")


def _missing(entry: Entry, model: Model, known: Mapping[str, Entry]) -> Iterator[str]:
    required = model.required.get(entry.type, ())
    if all(any(entry.get(name) for name in names.split("/")) for names in required):
        return
    others = inherited(entry, known, titles=model is BIBLATEX)
    for names in required:
        if not any(entry.get(name) or name in others for name in names.split("/")):
            yield names


RULE = Rule("missing-field", "warning", "A field that the entry type requires and that no parent gives.", _look)
