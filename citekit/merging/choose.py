"""Which of several values of one field to keep, as a table from field to chooser.

A chooser gets what the members of a group say of a field and returns one of their fields as it is, so that value and
origin travel together.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from citekit.model import Field, Reference
from citekit.values import identifiers, pages
from citekit.values.journals import is_abbreviated
from citekit.values.text import fold, squash
from citekit.values.titles import fold_title, is_capitals

Copy = tuple[Field, Reference]
"""One member's value of a field, and the member. Lists of them are never empty and in order of standing."""


def text_of(copy: Copy) -> str:
    """The value as text; people as `Family, Given and …`."""
    value = copy[0].value
    return value if isinstance(value, str) else " and ".join(person.inverted for person in value)


def most_said(copies: Sequence[Copy]) -> Field:
    """What most members say, then the longest of like values, then the one of best standing."""
    often = Counter(squash(text_of(copy)) for copy in copies)
    return max(copies, key=lambda copy: (often[squash(text_of(copy))], len(fold(text_of(copy)))))[0]


def _fullest(copies: Sequence[Copy]) -> Field:
    return max(copies, key=lambda copy: len(text_of(copy)))[0]


def _names(copies: Sequence[Copy]) -> Field:
    """The most people, the list not cut, the most given names in full, accents kept. A list kept as text comes last."""

    def fullness(copy: Copy) -> tuple[int, ...]:
        value = copy[0].value
        if isinstance(value, str):
            return (-1,)
        full = sum(any(len(squash(part)) > 1 for part in person.given.split()) for person in value)
        foreign = sum(not character.isascii() for character in text_of(copy))
        return len(value), not value.others, full, foreign, sum(len(p.given) for p in value)

    return max(copies, key=fullness)[0]


def _title(copies: Sequence[Copy]) -> Field:
    """Not in capitals; of those with about the most words the one most agree on; BibTeX's spelling, which keeps its
    protected words; with typographic dashes and accents; in sentence case."""
    spelt = [copy for copy in copies if not is_capitals(text_of(copy))] or list(copies)
    most = max(len(fold_title(text_of(copy)).split()) for copy in spelt)
    whole = [copy for copy in spelt if len(fold_title(text_of(copy)).split()) >= most - 1]
    often = Counter(squash(text_of(copy)) for copy in whole)

    def merit(copy: Copy) -> tuple[float, ...]:
        text = text_of(copy)
        foreign = sum(not character.isascii() for character in text)
        return often[squash(text)], len(squash(text)), _is_bibtex(copy), foreign, -_capital_share(text)

    return max(whole, key=merit)[0]


def _is_bibtex(copy: Copy) -> bool:
    field, member = copy
    origin = field.origin or member.origin
    return origin is not None and origin.format == "bibtex"


def _capital_share(text: str) -> float:
    """The share of longer words that begin with a capital."""
    words = [word for word in text.split() if len(word) > 3]
    return sum(word[0].isupper() for word in words) / len(words) if words else 0.0


def _container(copies: Sequence[Copy]) -> Field:
    """The whole name over an abbreviation, written With Capitals, without the subtitle that catalogues add, with *The*."""

    def merit(copy: Copy) -> tuple[float, ...]:
        text = text_of(copy)
        bare = " : " not in text and not is_capitals(text)
        return not is_abbreviated(text), bare, _capital_share(text), len(text), _is_bibtex(copy)

    return max(copies, key=merit)[0]


def _pages(copies: Sequence[Copy]) -> Field:
    """The first page that most give; the range over the lone page, written out over `2438-44`."""
    spans = {text_of(copy): pages.span(text_of(copy)) for copy in copies}
    firsts = Counter(span[0].lower() for copy in copies if (span := spans[text_of(copy)]))

    def merit(copy: Copy) -> tuple[int, ...]:
        text = text_of(copy)
        span = spans[text]
        if span is None:
            return (0,)
        return firsts[span[0].lower()], span[0] != span[1], pages.expand(text) == text

    return max(copies, key=merit)[0]


def _year(copies: Sequence[Copy]) -> Field:
    """The year of the issue over that of the first appearance online: the one that comes with volume and pages."""
    often = Counter(text_of(copy) for copy in copies)

    def merit(copy: Copy) -> tuple[int, int, str]:
        placed = sum(name in copy[1].fields for name in ("volume", "number", "pages"))
        return placed, often[text_of(copy)], text_of(copy)

    return max(copies, key=merit)[0]


def _doi(copies: Sequence[Copy]) -> Field:
    """A valid DOI, bare, that most give."""
    often = Counter(identifiers.doi(text_of(copy)).lower() for copy in copies)

    def merit(copy: Copy) -> tuple[int, int, bool]:
        bare = identifiers.doi(text_of(copy))
        return bool(bare), often[bare.lower()], bare == text_of(copy)

    return max(copies, key=merit)[0]


def _joined(separator: str) -> Callable[[Sequence[Copy]], Field]:
    """A chooser for free text, where no copy replaces another: everything said, once, in alphabetical order."""

    def join(copies: Sequence[Copy]) -> Field:
        parts: dict[str, str] = {}
        for copy in copies:
            for part in text_of(copy).split(separator):
                parts.setdefault(fold(part) or part, part.strip())
        whole = separator.join(sorted(parts.values(), key=lambda part: (fold(part), part)))
        told = {text_of(copy): copy[0] for copy in reversed(copies)}
        alone = [text for text in told if {fold(p) or p for p in text.split(separator)} == set(parts)]
        return told[min(alone)] if alone else Field(whole)

    return join


# A field that is not named here takes what most members say.
CHOOSERS: Mapping[str, Callable[[Sequence[Copy]], Field]] = {
    "author": _names,
    "editor": _names,
    "translator": _names,
    "title": _title,
    "container": _container,
    "pages": _pages,
    "year": _year,
    "date": _year,
    "month": _year,
    "doi": _doi,
    "abstract": _fullest,
    "note": _joined("; "),
    "annotation": _joined("; "),
    "addendum": _joined("; "),
    "keywords": _joined(", "),
    "file": _joined(";"),
    "ids": _joined(","),
}

# From what says least; all other types say more. `misc` is what remains when nothing is known.
LEAST_TYPE = "misc"
_TYPES = (LEAST_TYPE, "online", "unpublished", "techreport", "book")


def choose_type(members: Sequence[Reference]) -> str:
    """The type that says most of the work, and of those the one that most members have."""
    often = Counter(member.type for member in members)

    def merit(member: Reference) -> tuple[int, int]:
        place = _TYPES.index(member.type) if member.type in _TYPES else len(_TYPES)
        return place, often[member.type]

    return max(members, key=merit).type
