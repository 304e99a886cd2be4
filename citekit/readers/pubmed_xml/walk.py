"""From elements to what they say: a table names the tag of each element, or the table of what is in it, or a function."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TypeAlias

from citekit.exchange.pubmed.said import Said
from citekit.readers.xml import Element

Rule: TypeAlias = "str | Callable[[Element], Iterator[Said]] | Table"
Table: TypeAlias = Mapping[str, Rule]
"""Name of an element → its tag (`""` for what is PubMed's own bookkeeping), or how it is read."""


def walk(element: Element, table: Table) -> Iterator[Said]:
    """What the children of an element say, in their order. One that is not in the table keeps its name: `pubmed-<element>`."""
    for child in element.children():
        rule = table.get(child.name)
        if rule is None:
            yield say(f"pubmed-{child.name.lower()}", child)
        elif isinstance(rule, str):
            if rule:
                yield say(rule, child)
        elif isinstance(rule, Mapping):
            yield from walk(child, rule)
        else:
            yield from rule(child)


def say(tag: str, element: Element, value: str | None = None) -> Said:
    """The element under a tag, with its text if no other value is given."""
    return Said(tag, element.text() if value is None else value, element.line, element.name)
