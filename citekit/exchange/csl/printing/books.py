"""BibTeX's `@inbook`: a part of a book, whose `title` is the book's (*BibTeXing* §3.1); biblatex's has a `booktitle` and is a chapter."""

from __future__ import annotations

import re

from citekit.exchange.csl.printing.items import Item, text, without
from citekit.model import Reference

_HAS_NO_NAME = re.compile(
    r"(?i:chap(?:ter|\.)?|ch\.|kap(?:itel|\.)?|chapitre|sections?|sec\.|appendix|parts?|[ivxlc]{1,7}\b|[\W\d]|and\b|[a-z]\b)*"
)


def as_book(item: Item, reference: Reference) -> Item:
    """The book with the chapter's number and pages. A chapter that has a name becomes the work, and the book what it stands in."""
    if reference.type != "inbook" or item["type"] != "chapter" or item.get("container-title") or not item.get("title"):
        return item
    chapter = text(item, "chapter-number")
    if _HAS_NO_NAME.fullmatch(chapter):
        return {**item, "type": "book"}
    return {**without(item, ("chapter-number", "title-short")), "title": chapter, "container-title": item["title"]}
