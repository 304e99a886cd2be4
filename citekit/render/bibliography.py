"""References through a pybtex style and a pybtex backend."""

from __future__ import annotations

from collections.abc import Sequence
from io import StringIO
from typing import Any

from pybtex.richtext import Text
from pybtex.style import FormattedBibliography

from citekit.model import Problem, Reference
from citekit.render.entries import entry, keys
from citekit.render.required import missing


def write(references: Sequence[Reference], style: Any, backend: Any) -> tuple[str, tuple[Problem, ...]]:
    """The bibliography as the backend writes it, and what a person should know, in the order of the references."""
    unique = keys(references)
    formatted = list(style.format_entries([entry(r, key) for r, key in zip(references, unique, strict=True)]))
    for one in formatted:
        one.text = one.text or Text(one.key)  # nothing to print: the key shows that something stands here
    stream = StringIO()
    backend.write_to_stream(FormattedBibliography(formatted, style), stream)
    texts = {one.key: str(one.text) for one in formatted}
    problems = [
        problem
        for reference, key in zip(references, unique, strict=True)
        for problem in (_incomplete(reference), _unprintable(reference, backend.unprintable(texts[key])))
        if problem
    ]
    return stream.getvalue(), tuple(problems)


def _incomplete(reference: Reference) -> Problem | None:
    lacks = missing(reference)
    if not lacks:
        return None
    return Problem.about("incomplete", f"incomplete {reference.type}: no {', no '.join(lacks)}", reference)


def _unprintable(reference: Reference, characters: str) -> Problem | None:
    if not characters:
        return None
    message = f"pdfLaTeX cannot print {' '.join(characters)}; XeLaTeX and LuaLaTeX can, with a font that has them"
    return Problem.about("unprintable", message, reference)
