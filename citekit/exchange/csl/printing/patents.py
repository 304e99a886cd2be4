"""Patents: their number and kind, from where authors put them: `note = {US Patent 223,898}`, `number = {US7347809B2}`."""

from __future__ import annotations

import re

from citekit.exchange.csl.markup import plain
from citekit.exchange.csl.printing.items import Item, text, without
from citekit.model import Reference

_OFFICES = {
    "us": "U.S.", "usa": "U.S.", "united states": "U.S.", "ep": "European", "european": "European", "gb": "British", "uk": "British",
    "british": "British", "german": "German", "de": "German", "french": "French", "fr": "French", "japanese": "Japanese", "jp": "Japanese",
    "australian": "Australian", "canadian": "Canadian", "chinese": "Chinese", "wo": "International", "international": "International",
}  # fmt: skip
_SAID = re.compile(
    r"(?P<office>[A-Za-z. ]{2,16}?)\s?patents?(?P<asked>\s(?:application|request|app\.))?,?\s?(?:number|no\.?|nr\.?|n°|#)?:?\s?"
    r"(?P<number>[A-Z]{0,2}\s?\d[\d,./ ]{2,20}(?:\s?[A-Z]\d?)?)\.?",
    re.IGNORECASE,
)

_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")


def as_patent(item: Item, reference: Reference) -> Item:
    """A patent with its number and kind (`U.S. patent`). A `@misc` whose note is nothing but a number of a patent is one. The
    number goes without commas (`7,347,809`), for styles take it for several numbers."""
    if item["type"] not in ("patent", "document"):
        return item
    item = _of_note(item)
    number = text(item, "number")
    return {**item, "number": _THOUSANDS.sub("", number)} if item["type"] == "patent" and number else item


def _of_note(item: Item) -> Item:
    for name in ("note", "medium", "container-title"):
        found = _SAID.fullmatch(plain(text(item, name)))
        office = _OFFICES.get(found["office"].replace(".", "").strip().lower(), "") if found else ""
        if found and office and not item.get("number"):
            kind = f"{office} patent{' application' if found['asked'] else ''}"
            told = {**without(item, (name,)), "type": "patent", "number": found["number"].strip(" .,")}
            return {**told, "genre": item.get("genre", kind)}
    return item
