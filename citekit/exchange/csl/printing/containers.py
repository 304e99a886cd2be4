"""What a work stands in: nothing that is the work itself, and by its full name where there is one."""

from __future__ import annotations

from citekit.exchange.csl.printing.items import Item, without
from citekit.model import Reference
from citekit.values.text import fold

_WHOLE = frozenset({"book", "collection", "periodical", "report"})


def well_contained(item: Item, reference: Reference) -> Item:
    """Without a container of the same title: parents for BibTeX's `crossref` have a `booktitle`, too. An abbreviated name of the
    container stands for one that is missing."""
    if item["type"] in _WHOLE and reference.container and fold(reference.container) == fold(reference.title):
        return without(item, ("container-title", "container-title-short"))
    if item.get("container-title-short") and not item.get("container-title"):
        return {**item, "container-title": item["container-title-short"]}
    return item
