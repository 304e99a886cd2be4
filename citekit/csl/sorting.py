"""The order of a bibliography (CSL 1.0.2, "Sorting")."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache

from citekit.csl import dates
from citekit.csl.compiling import Compiler
from citekit.csl.element import Element
from citekit.csl.marks import plain
from citekit.csl.numbers import is_numeric
from citekit.csl.rendering import EtAl, Item, Rendering
from citekit.csl.variables import DATES, NAMES, NUMBERS, text_of

Key = Callable[[Rendering], str]
"""What an entry is sorted by under one `cs:key`; `""` sorts last, up or down."""

_DIGITS = re.compile(r"\d+")


def order(
    sort: Element | None, inherited: Mapping[str, str], compiler: Compiler
) -> Callable[[Sequence[Item]], list[int]]:
    """Gives the places of the items in the order that a `cs:sort` asks for; without one they stay as they are."""
    keys = [
        (_key(each, inherited, compiler), each.get("sort") == "descending", _limits(each))
        for each in (sort.all("key") if sort else ())
    ]

    def places(items: Sequence[Item]) -> list[int]:
        made = list(range(len(items)))
        for key, down, limits in reversed(keys):
            values = [
                key(Rendering(item, sorting=True, number=number, et_al=limits)) for number, item in enumerate(items, 1)
            ]
            made.sort(key=lambda place: (bool(values[place]) == down, values[place]), reverse=down)
        return made

    return places


def _limits(key: Element) -> EtAl:
    def number(name: str) -> int | None:
        return int(key.get(name)) if key.get(name).isdigit() else None

    last = key.get("names-use-last")
    return EtAl(number("names-min"), number("names-use-first"), last == "true" if last else None)


def _key(key: Element, inherited: Mapping[str, str], compiler: Compiler) -> Key:
    if macro := key.get("macro"):
        said = compiler.macro(macro, inherited)
        return lambda rendering: collated(plain(said(rendering)))
    variable = key.get("variable")
    if variable == "citation-number":
        return lambda rendering: f"{rendering.number:08}"
    if variable in DATES:
        return lambda rendering: dates.sort_key(rendering.item.get(variable))
    if variable in NAMES:
        people = compiler.node(
            Element("names", {"variable": variable}, [Element("name", {"name-as-sort-order": "all"})]), inherited
        )
        return lambda rendering: collated(plain(people(rendering)))
    said = compiler.node(Element("text", {"variable": variable}), inherited)
    if variable in NUMBERS:
        return lambda rendering: _number(text_of(rendering.item, variable))
    return lambda rendering: collated(plain(said(rendering)))


def _number(text: str) -> str:
    """Numbers sort by their value: 9 before 10."""
    return _DIGITS.sub(lambda found: found[0].zfill(10), text) if is_numeric(text) else collated(text)


@lru_cache(maxsize=65_536)
def collated(text: str) -> str:
    """A text as it is compared: without case and accents, so that of works by `Ünal` and `Unal` the next key decides, as in the
    reference processor.

    A plain stand-in for the Unicode Collation Algorithm: https://unicode.org/reports/tr10/
    """
    if text.isascii():
        return _SIGNS.sub("", text).lower()
    decomposed = unicodedata.normalize("NFKD", text)
    bare = "".join(c for c in decomposed if not unicodedata.combining(c)).translate(_STROKED)
    return _SIGNS.sub("", bare).casefold()


_STROKED = str.maketrans(
    {"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ħ": "h", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE"}
)
"""Letters that decompose nowhere but in the collation table"""
_SIGNS = re.compile(r"[\"'“”‘’ʻʼ«»()\[\]{},]")  # commas as in CSL test suite, sort_Quotes
