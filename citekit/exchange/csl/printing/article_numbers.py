"""Article numbers (`eid`), which journals have instead of pages."""

from __future__ import annotations

from citekit.exchange.csl.markup import escaped
from citekit.exchange.csl.printing.items import Item
from citekit.model import Reference


def with_article_number(item: Item, reference: Reference) -> Item:
    """The article number as pages, where there are none, and nowhere else: some styles would print it twice."""
    number = reference.get("eid")
    if not number or item.get("page"):
        return item
    return {name: value for name, value in item.items() if name != "number"} | {"page": escaped(number)}
