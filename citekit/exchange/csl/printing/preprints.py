"""Preprints, as Zotero describes them and styles expect them: the archive publishes, the number names the archive, and there is no container.

journal = {arXiv preprint arXiv:1706.03762}      "publisher": "arXiv", "number": "arXiv:1706.03762", "URL": "https://arxiv.org/abs/…"
"""

from __future__ import annotations

import re

from citekit.exchange.csl.markup import plain
from citekit.exchange.csl.printing.items import Item, text, without
from citekit.model import Reference
from citekit.values.preprints import arxiv_number, names_archive

_LOOSE = frozenset({"article", "document", "manuscript", "webpage"})
_ONLY_ARXIV = re.compile(
    r"(?:available (?:at|from|as|on) |see |also )?(?:e-?print|preprint)?[:, ]{0,2}arxiv(?: e-?prints?| preprint)?(?: arxiv)?[: ].{4,40}",
    re.IGNORECASE,
)
_COUNTS = re.compile(r"abs/\d{4}\.\d{4,5}", re.IGNORECASE)
"""dblp's volumes of CoRR."""


def as_preprint(item: Item, reference: Reference) -> Item:
    """A preprint with its archive. What has been published elsewhere, too, only gets arXiv's address, if it lacks one: styles take
    the `number` of an article for its article number."""
    number = _arxiv(item)
    is_numbered = text(item, "number").startswith("arXiv:")
    if item["type"] not in _LOOSE or (item["type"] != "article" and not _is_nowhere_else(item)):
        return _addressed(without(item, ("number",)), number) if is_numbered and "eprint" in reference.fields else item
    if number:
        named = item if is_numbered else {**item, "number": f"arXiv:{number}"}
        return _addressed({**_of_archive(named, "arXiv"), "type": "article"}, number)
    place = plain(text(item, "container-title") or text(item, "medium"))
    is_named = names_archive(place) and len(place.split()) < 3 and place.lower() not in ("preprint", "preprints")
    return _of_archive(item, place) if item["type"] == "article" and is_named else item


def _arxiv(item: Item) -> str:
    """arXiv's number, wherever it stands."""
    volume = text(item, "volume")
    if _COUNTS.fullmatch(volume) and text(item, "container-title").strip() == "CoRR":
        return volume[4:]
    for name in ("number", "container-title", "medium", "note", "publisher", "URL", "DOI"):
        said = plain(text(item, name))
        if (
            "arxiv" in said.lower()
            and (name != "note" or _ONLY_ARXIV.fullmatch(said))
            and (number := arxiv_number(said))
        ):
            return number
    return ""


def _is_nowhere_else(item: Item) -> bool:
    """Does nothing but arXiv keep it?"""
    places = (text(item, name) for name in ("container-title", "publisher", "medium"))
    return all(not place or names_archive(place) for place in places)


def _of_archive(item: Item, archive: str) -> Item:
    gone = {"container-title", "container-title-short"} | {
        name for name in ("medium", "publisher") if names_archive(text(item, name))
    }
    if _COUNTS.fullmatch(text(item, "volume")):
        gone |= {"volume"}
    if _ONLY_ARXIV.fullmatch(text(item, "note")):
        gone |= {"note"}
    return {**without(item, gone), "publisher": archive}


def _addressed(item: Item, number: str) -> Item:
    if item.get("URL") or item.get("DOI") or not number:
        return item
    return {**item, "URL": f"https://arxiv.org/abs/{number}"}
