"""The door to XML: arXiv's Atom feed → plain values.

Entities are not resolved, no other file is opened, nothing is fetched, and what is nested too deep or too large is refused by
the parser, so a hostile feed does nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

_ATOM = "{http://www.w3.org/2005/Atom}"
_ARXIV = "{http://arxiv.org/schemas/atom}"
# In the order of the manual (https://info.arxiv.org/help/api/user-manual.html#_entry_metadata).
_TEXTS = {
    "title": f"{_ATOM}title",
    "id": f"{_ATOM}id",
    "published": f"{_ATOM}published",
    "updated": f"{_ATOM}updated",
    "summary": f"{_ATOM}summary",
    "comment": f"{_ARXIV}comment",
    "journal_ref": f"{_ARXIV}journal_ref",
    "doi": f"{_ARXIV}doi",
}
_LONGEST = 500  # characters of a summary that are kept

Entry = dict[str, Any]


def entries(feed: str) -> list[Entry]:
    """The entries of a feed, each text under its name, `authors` as a list of names, `class` the primary category.

    Raises `ValueError` for what is no Atom feed.
    """
    from lxml import etree

    parser = etree.XMLParser(
        encoding="utf-8", resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, huge_tree=False,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip
    try:
        root = etree.fromstring(feed.encode("utf-8", "replace"), parser)
    except etree.LxmlError as error:
        raise ValueError("no XML") from error
    if root is None or root.tag != f"{_ATOM}feed":
        raise ValueError("no Atom feed")
    return list(_entries(root))


def _entries(root: Any) -> Iterator[Entry]:
    for entry in root.iterchildren(f"{_ATOM}entry"):
        found: Entry = {name: _text(entry.find(tag)) for name, tag in _TEXTS.items()}
        found["summary"] = found["summary"][:_LONGEST]
        found["authors"] = [_text(name) for name in entry.iterfind(f"{_ATOM}author/{_ATOM}name")]
        category = entry.find(f"{_ARXIV}primary_category")
        found["class"] = "" if category is None else category.get("term", "")
        yield found


def _text(element: Any) -> str:
    return "" if element is None else " ".join("".join(element.xpath("descendant-or-self::text()")).split())
