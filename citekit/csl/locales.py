"""Locales: the words, date formats and habits of a language (CSL 1.0.2, "Locale Files" and "Locale Fallback").

    load("de-AT", style.all("locale")).term("editor", "short", plural=True)        # "Hrsg."

A style's own cs:locale elements come first (those of the dialect, of the language, without xml:lang), then the locale files of
the dialect, of the primary dialect and of `en-US`. Each term, date format and option is taken where it is found first.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from citekit.csl import locale_files
from citekit.csl.element import Element
from citekit.csl.locale_layers import Key, Ordinal, Ordinals, Term, of_element, of_file, term_name

_NEXT_FORM = {"verb-short": "verb", "verb": "long", "symbol": "short", "short": "long"}
_QUOTES = ("open-quote", "close-quote", "open-inner-quote", "close-inner-quote")


@dataclass(frozen=True, slots=True, eq=False)
class Locale:
    """What one language calls things. Made by `load`. Its hash is its identity, so results can be cached by it."""

    language: str
    """`en-US`"""
    punctuation_in_quote: bool
    limit_day_ordinals: bool
    """Only the first of a month is written as an ordinal."""
    _terms: Mapping[Key, Term]
    _ordinals: Ordinals
    _dates: Mapping[str, Element]

    def term(self, name: str, form: str = "long", plural: bool = False) -> str | None:
        """A term as marked text, in the next longer form where this one is missing. None: no such term; `""`: it is defined as
        empty."""
        found = self._find(name, form)
        return None if found is None else found.multiple if plural else found.single

    def gender(self, term: str) -> str:
        """`feminine`, `masculine` or `""`: the gender of what the term names."""
        found = self._find(term, "long")
        return found.gender if found else ""

    def ordinal(self, number: int, gender: str = "") -> str:
        """`2nd`, as marked text (CSL 1.0.2, "Ordinal Suffixes"): the suffix for the number, then for its last two digits, then for its last, then
        for any number; each in this gender or, where that is missing, in none."""
        two, one = f"ordinal-{number % 100:02}", f"ordinal-0{number % 10}"
        whole = Ordinal(f"ordinal-{number:02}", "whole-number")
        for step in (whole, Ordinal(two, "last-two-digits"), Ordinal(one, "last-digit"), _ANY_NUMBER):
            suffixes = self._ordinals.get(step, {})
            suffix = suffixes.get(gender, suffixes.get(""))
            if suffix is not None:
                return f"{number}{suffix}"
        return str(number)

    def long_ordinal(self, number: int, gender: str = "") -> str:
        """`second`; `11th` where there is no word for it."""
        name = f"long-ordinal-{number:02}"
        found = self._terms.get(Key(name, "long", gender)) or self._terms.get(Key(name, "long"))
        return found.single if found else self.ordinal(number, gender)

    def date_format(self, form: str) -> Element | None:
        """The cs:date of the form `text` or `numeric`."""
        return self._dates.get(form)

    @property
    def quotes(self) -> tuple[str, str, str, str]:
        """Opening and closing quotation marks, then the inner ones."""
        outer, end, inner, inner_end = (self.term(name) or "" for name in _QUOTES)
        return outer, end, inner, inner_end

    @property
    def is_english(self) -> bool:
        return self.language.partition("-")[0] == "en"

    def _find(self, name: str, form: str) -> Term | None:
        name = term_name(name)
        step: str | None = form
        while step:
            found = self._terms.get(Key(name, step))
            if found is not None:
                return found
            step = _NEXT_FORM.get(step)
        return None


_ANY_NUMBER = Ordinal("ordinal", "last-digit")


def load(language: str, own: Sequence[Element] = ()) -> Locale:
    """The locale of a language (`de`, `de-AT`) in the light of a style's cs:locale elements. An unknown language has the words
    of `en-US`."""
    language = locale_files.canonical(language)
    layers = [of_element(element) for element in _fitting(own, language)]
    layers += map(of_file, locale_files.chain(language))
    options: dict[str, str] = {}
    terms: dict[Key, Term] = {}
    dates: dict[str, Element] = {}
    ordinals: Ordinals = {}
    for layer in reversed(layers):
        options |= layer.options
        terms |= layer.terms
        dates |= layer.dates
        ordinals = layer.ordinals or ordinals
    return Locale(
        language,
        options.get("punctuation-in-quote") == "true",
        options.get("limit-day-ordinals-to-day-1") == "true",
        terms,
        ordinals,
        dates,
    )


def _fitting(own: Sequence[Element], language: str) -> Iterator[Element]:
    """Those of a style's cs:locale elements that speak for this language, best first."""
    for wanted in (language.lower(), language.partition("-")[0].lower(), ""):
        for element in reversed(own):
            if element.get("xml:lang").replace("_", "-").lower() == wanted:
                yield element
