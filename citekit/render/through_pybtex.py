"""References through a style of pybtex's kind."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from citekit.model import Problem, Reference
from citekit.render.bbl.labels import is_numeric
from citekit.render.entries import entry
from citekit.render.keys import keys
from citekit.render.marking import Marking
from citekit.render.outputs import Entry, Layout
from citekit.render.required import incomplete
from citekit.render.written import written


def write(references: Sequence[Reference], style: Any, to: str) -> tuple[bytes, tuple[Problem, ...]]:
    """The bibliography as one of the outputs, and what a person should know, in the order of the references."""
    unique = keys([reference.key for reference in references])
    entries = listed(references, unique, style)
    if to == "latex":
        entries = citable(entries, references, unique)
    data, unprintable = written(entries, Layout(numeric=is_numeric(entries)), to)
    problems: list[Problem | None] = []
    for key, reference in zip(unique, references, strict=True):
        problems.append(incomplete(reference))
        if key in unprintable:
            problems.append(Problem.about("unprintable", unprintable[key], reference))
    return data, tuple(filter(None, problems))


def listed(references: Sequence[Reference], names: Sequence[str], style: Any) -> list[Entry]:
    """The entries in the order of the style, under these keys."""
    backend = Marking("utf-8")
    made = style.format_entries([entry(each, name) for each, name in zip(references, names, strict=True)])
    return [Entry(one.key, str(one.label), one.text.render(backend) if one.text else one.key) for one in made]


def citable(
    entries: Sequence[Entry], references: Sequence[Reference], names: Sequence[str], language: str = ""
) -> list[Entry]:
    """The entries with what LaTeX cites them by."""
    from citekit.csl.locales import load
    from citekit.exchange.csl import to_item
    from citekit.render import cited

    items = {name: to_item(reference) for name, reference in zip(names, references, strict=True)}
    locale = load(language or "en-US", [])
    return [cited.citable(each, items[each.key], locale) for each in entries]
