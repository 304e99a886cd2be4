"""References through a style of pybtex's kind."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from citekit.model import Problem, Reference
from citekit.render.entries import entry
from citekit.render.keys import keys
from citekit.render.marking import Marking
from citekit.render.outputs import Entry, Layout
from citekit.render.required import missing
from citekit.render.written import written


def write(references: Sequence[Reference], style: Any, to: str) -> tuple[bytes, tuple[Problem, ...]]:
    """The bibliography as one of the outputs, and what a person should know, in the order of the references."""
    unique = keys([reference.key for reference in references])
    backend = Marking("utf-8")
    formatted = style.format_entries([entry(r, key) for r, key in zip(references, unique, strict=True)])
    entries = [Entry(one.key, str(one.label), one.text.render(backend) if one.text else one.key) for one in formatted]
    places = {key: reference for reference, key in zip(references, unique, strict=True)}
    data, unprintable = written(entries, Layout(), to)
    problems = [
        problem
        for key, reference in places.items()
        for problem in (
            _incomplete(reference),
            Problem.about("unprintable", unprintable[key], reference) if key in unprintable else None,
        )
        if problem
    ]
    return data, tuple(problems)


def _incomplete(reference: Reference) -> Problem | None:
    lacks = missing(reference)
    if not lacks:
        return None
    return Problem.about("incomplete", f"incomplete {reference.type}: no {', no '.join(lacks)}", reference)
