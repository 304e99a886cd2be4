"""Editions: a number where it is one, since styles print `3rd ed.` by themselves."""

from __future__ import annotations

import re

from citekit.exchange.csl.printing.items import Item, text
from citekit.model import Reference

_ORDINALS = (
    "first 1st erste premiere première primera primeira prima",
    "second zweite deuxième seconde segunda seconda",
    "third dritte troisième tercera terceira terza",
    "fourth vierte quatrième cuarta quarta",
    "fifth fünfte cinquième quinta",
    "sixth sechste sixième sexta sesta",
    "seventh siebte septième séptima sétima settima",
    "eighth achte huitième octava oitava ottava",
    "ninth neunte neuvième novena nona",
    "tenth zehnte dixième décima decima",
    "eleventh",
    "twelfth",
)
_NUMBERS = {word: str(number) for number, words in enumerate(_ORDINALS, 1) for word in words.split()}
_WORD = r"(?:edition|edn|ed|auflage|aufl|édition|éd|edición|edição|edizione)\b\.?"
_NUMBERED = re.compile(
    rf"(?:(\d{{1,4}})\s?(?:st|nd|rd|th|ème|eme|er|re|e|ª|º|a|\.)?|([^\W\d_]+))\.?(?:\s+{_WORD})?", re.IGNORECASE
)
_NAMED = re.compile(rf"(?<!\w){_WORD}", re.IGNORECASE)


def with_edition(item: Item, reference: Reference) -> Item:
    said = text(item, "edition")
    return {**item, "edition": edition(said)} if said else item


def edition(said: str) -> str:
    """`Third`, `3rd`, `3rd ed.`, `3. Aufl.` → `3`; other text names itself an edition: `Silver` → `Silver ed.`, `Rev. ed.` stays."""
    found = _NUMBERED.fullmatch(said.strip())
    number = (found[1] or _NUMBERS.get(found[2].lower(), "")) if found else ""
    if number:
        return number
    is_words = any(letter.isalpha() for letter in said) and not re.search(
        r"\b(?:print|edit|aufl|éd|ediç|edici)", said, re.IGNORECASE
    )
    return f"{said} ed." if is_words and not _NAMED.search(said) else said
