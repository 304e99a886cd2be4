"""What one cs:locale says, of a style or a file: options, terms, ordinals and date formats."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple
from unicodedata import decomposition

from citekit.csl import locale_files
from citekit.csl.element import Element
from citekit.csl.marks import SUPERSCRIPT, clean, wrap

_RENAMED = {"editortranslator": "editor-translator"}
"""Terms that CSL 1.0.1 called otherwise; where it had spaces (`sub verbo`), 1.0.2 writes hyphens."""


class Term(NamedTuple):
    single: str
    multiple: str
    gender: str


class Key(NamedTuple):
    name: str
    form: str
    gender_form: str = ""


class Ordinal(NamedTuple):
    name: str
    """`ordinal-02`, or `ordinal` for all other numbers"""
    match: str
    """last-digit, last-two-digits, whole-number"""


Ordinals = Mapping[Ordinal, Mapping[str, str]]
"""The suffixes of ordinals by gender-form."""


@dataclass(frozen=True, slots=True)
class Layer:
    """What one cs:locale says."""

    options: Mapping[str, str]
    terms: Mapping[Key, Term]
    ordinals: Ordinals
    dates: Mapping[str, Element]


@cache
def of_file(code: str) -> Layer:
    """What a locale file says."""
    return of_element(locale_files.read(code))


def of_element(locale: Element) -> Layer:
    """What a cs:locale says; what CSL does not know is passed over."""
    options: dict[str, str] = {}
    terms: dict[Key, Term] = {}
    ordinals: dict[Ordinal, dict[str, str]] = {}
    for child in locale.children:
        if child.name == "style-options":
            options |= child.attributes
        elif child.name == "terms":
            for element in child.children:
                key, term = _term(element)
                if key.name.startswith("ordinal"):
                    ordinals.setdefault(_ordinal(key.name, element), {})[key.gender_form] = term.single
                else:
                    terms[key] = term
    return Layer(options, terms, ordinals, {date.get("form"): date for date in locale.all("date")})


def _term(element: Element) -> tuple[Key, Term]:
    get = element.attributes.get
    single, multiple = element.child("single"), element.child("multiple")
    one = _marked((single or element).text) if single or not multiple else ""
    term = Term(one, _marked(multiple.text) if multiple else one, get("gender", ""))
    return Key(term_name(get("name", "")), get("form", "long"), get("gender-form", "")), term


def _marked(text: str) -> str:
    """Apostrophes are curly. Letters that are superscripts by themselves (`1ᵉʳ`, `1ª`) become plain ones that are raised, one by one, as the reference
    processor has it: few fonts hold them."""
    text = text.replace("'", "’")
    return text if text.isascii() else "".join(map(_raised, clean(text)))


@cache
def _raised(letter: str) -> str:
    kind, _, codes = decomposition(letter).partition(" ")
    return wrap(SUPERSCRIPT, "".join(chr(int(code, 16)) for code in codes.split())) if kind == "<super>" else letter


def term_name(name: str) -> str:
    """The name that a term has here: `sub verbo` → `sub-verbo`."""
    return _RENAMED.get(name) or name.replace(" ", "-")


def _ordinal(name: str, element: Element) -> Ordinal:
    """The default of `match`: the last digit up to `ordinal-09`, two digits from `ordinal-10` on."""
    usual = "last-digit" if name == "ordinal" or name.startswith("ordinal-0") else "last-two-digits"
    return Ordinal(name, element.get("match") or usual)
