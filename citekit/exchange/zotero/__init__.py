"""Zotero's items as JSON and references, in both directions; see `citekit.exchange.zotero.items`."""

from citekit.exchange.zotero.items import BOOKKEEPING, from_item, library_of
from citekit.exchange.zotero.writing import to_item

__all__ = ["BOOKKEEPING", "from_item", "library_of", "to_item"]
