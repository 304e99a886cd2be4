"""References through a style → the `.bbl` of a paper."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, replace

from citekit.exchange.csl import to_print
from citekit.model import Problem, Reference
from citekit.plugins import blaming
from citekit.render import of_pybtex
from citekit.render.bbl import bbl
from citekit.render.bbl.labels import is_numeric
from citekit.render.outputs import Entry
from citekit.render.required import incomplete
from citekit.render.written import unprintable

OtherKeys = Mapping[str, tuple[str, ...]]
"""Citation key → the other keys by which a paper cites the same entry."""


@dataclass(frozen=True, slots=True)
class Typeset:
    """`text` is the `.bbl`; `problems` are what a person should know of the entries."""

    text: str
    problems: tuple[Problem, ...] = ()


def typeset(
    references: Sequence[Reference], style: str, language: str = "", other_keys: OtherKeys | None = None
) -> Typeset:
    """The `.bbl` of references that have a key each, in a style of `citekit.render.render` and in its order.

    Raises `CitekitError` where there is no such style, and where a style of another package fails.
    """
    through = _through_pybtex if of_pybtex(style) else _through_csl
    listed, numeric = through(references, style, language)
    others = other_keys or {}
    entries = [replace(each, other_keys=others.get(each.key, ())) for each in listed]
    problems: list[Problem | None] = []
    said = unprintable(entries)
    for each in references:
        problems.append(incomplete(each))
        if each.key in said:
            problems.append(Problem.about("unprintable", said[each.key], each))
    return Typeset(bbl(entries, numeric), tuple(filter(None, problems)))


def _through_csl(references: Sequence[Reference], name: str, language: str) -> tuple[list[Entry], bool]:
    from citekit.render.through_csl import listed, opened

    style = opened(name, language)
    items = [to_print(reference) for reference in references]
    return listed(style, items, [each.key for each in references], citable=True), style.numeric


def _through_pybtex(references: Sequence[Reference], name: str, language: str) -> tuple[list[Entry], bool]:
    from citekit.render.through_pybtex import citable, listed

    found = of_pybtex(name)
    assert found is not None
    plugin, style = found
    keys = [each.key for each in references]
    with blaming(plugin) if plugin else nullcontext():
        entries = listed(references, keys, style.make())
    return citable(entries, references, keys, language), is_numeric(entries)
