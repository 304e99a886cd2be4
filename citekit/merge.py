"""One reference out of several that describe the same work: each field chosen on its own merits.

What wins is copied whole, value and origin together. Nothing here depends on the order of the members.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from citekit.model import Field, Names, Origin, Problem, Reference, Value
from citekit.values import dates, identifiers, names, pages
from citekit.values.journals import is_abbreviated, same_journal
from citekit.values.text import fold, squash
from citekit.values.titles import fold_title, is_capitals
from citekit.vocabulary import IN_A_BOOK


@dataclass(frozen=True, slots=True)
class Merged:
    """A work: the reference that stands for it, those it was made from, and where those contradict each other."""

    reference: Reference
    members: tuple[Reference, ...]
    problems: tuple[Problem, ...] = ()


def merge_group(members: Sequence[Reference]) -> Merged:
    """Makes one reference of one or more that describe the same work.

    The result has every field that a member has. Its key and origin are those of the most complete BibTeX member, or of
    the most complete member where none is BibTeX; other keys go into `ids`. A value that is dropped and says something
    else is a problem of kind `conflict`. Where one member already says it all, that very member comes back.

    `members` of the result are in order of standing. Raises `ValueError` when there are none.
    """
    if not members:
        raise ValueError("nothing to merge")
    ordered = tuple(sorted(members, key=_standing))
    if len(ordered) == 1:
        return Merged(ordered[0], ordered)
    winner = ordered[0]
    fields = _one_date(_choose_all(ordered), winner)
    entry_type = _choose_type(ordered)
    fields = _with_short_name(fields, entry_type, ordered)
    key = next((member.key for member in ordered if member.key), "")
    fields = _with_ids(fields, key, ordered)
    merged = Reference(entry_type, key, fields, winner.origin)
    reference = next((member for member in ordered if _says(member) == _says(merged)), merged)
    return Merged(reference, ordered, _conflicts(reference, ordered))


def _says(reference: Reference) -> tuple[str, str, dict[str, Value]]:
    return reference.type, reference.key, {name: field.value for name, field in reference.fields.items()}


def _standing(member: Reference) -> tuple[object, ...]:
    """BibTeX first, then those with more fields, then with more text; ties by content, last by where it stood."""
    said = sorted((name, member.get(name), repr(field.value)) for name, field in member.fields.items())
    origin = member.origin or Origin("", "")
    size = sum(len(text) for _, text, _ in said)
    place = (origin.file, origin.line, origin.number, origin.text)
    return origin.format != "bibtex", -len(said), -size, said, member.type, member.key, place


# ---------------------------------------------------------------- choosing

_Copy = tuple[Field, Reference]
"""One member's value of a field, and the member. Lists of them are never empty and in order of standing."""


def _choose_all(members: Sequence[Reference]) -> dict[str, Field]:
    chosen: dict[str, Field] = {}
    # The year comes first, because month and day must come from a member that agrees with it.
    every = {name for member in members for name in member.fields}
    for name in sorted(every, key=lambda n: (n not in ("year", "month"), n == "month", n)):
        copies = [(member.fields[name], member) for member in members if name in member.fields]
        if name in ("month", "day"):
            copies = _of_that_date(copies, chosen)
        if copies:
            chosen[name] = CHOOSERS.get(name, _most_said)(copies)
    return chosen


def _text(copy: _Copy) -> str:
    value = copy[0].value
    return value if isinstance(value, str) else " and ".join(person.inverted for person in value)


def _most_said(copies: Sequence[_Copy]) -> Field:
    """What most members say, then the longest of like values, then the one of best standing."""
    often = Counter(squash(_text(copy)) for copy in copies)
    return max(copies, key=lambda copy: (often[squash(_text(copy))], len(fold(_text(copy)))))[0]


def _fullest(copies: Sequence[_Copy]) -> Field:
    return max(copies, key=lambda copy: len(_text(copy)))[0]


def _names(copies: Sequence[_Copy]) -> Field:
    """The most people, the list not cut, the most given names in full, accents kept. A list kept as text comes last."""

    def fullness(copy: _Copy) -> tuple[int, ...]:
        value = copy[0].value
        if isinstance(value, str):
            return (-1,)
        full = sum(any(len(squash(part)) > 1 for part in person.given.split()) for person in value)
        foreign = sum(not character.isascii() for character in _text(copy))
        return len(value) + value.others, not value.others, full, foreign, sum(len(p.given) for p in value)

    return max(copies, key=fullness)[0]


def _title(copies: Sequence[_Copy]) -> Field:
    """Not in capitals; of those with about the most words the one most agree on; BibTeX's spelling, which keeps its
    protected words; with typographic dashes and accents; in sentence case."""
    spelt = [copy for copy in copies if not is_capitals(_text(copy))] or list(copies)
    most = max(len(fold_title(_text(copy)).split()) for copy in spelt)
    whole = [copy for copy in spelt if len(fold_title(_text(copy)).split()) >= most - 1]
    often = Counter(squash(_text(copy)) for copy in whole)

    def merit(copy: _Copy) -> tuple[float, ...]:
        text = _text(copy)
        foreign = sum(not character.isascii() for character in text)
        return often[squash(text)], len(squash(text)), _is_bibtex(copy), foreign, -_capital_share(text)

    return max(whole, key=merit)[0]


def _is_bibtex(copy: _Copy) -> bool:
    field, member = copy
    origin = field.origin or member.origin
    return origin is not None and origin.format == "bibtex"


def _capital_share(text: str) -> float:
    """The share of longer words that begin with a capital."""
    words = [word for word in text.split() if len(word) > 3]
    return sum(word[0].isupper() for word in words) / len(words) if words else 0.0


def _container(copies: Sequence[_Copy]) -> Field:
    """The whole name over an abbreviation, written With Capitals, without the subtitle that catalogues add, with *The*."""

    def merit(copy: _Copy) -> tuple[float, ...]:
        text = _text(copy)
        bare = " : " not in text and not is_capitals(text)
        return not is_abbreviated(text), bare, _capital_share(text), len(text), _is_bibtex(copy)

    return max(copies, key=merit)[0]


def _pages(copies: Sequence[_Copy]) -> Field:
    """The first page that most give; the range over the lone page, written out over `2438-44`."""
    spans = {_text(copy): pages.span(_text(copy)) for copy in copies}
    firsts = Counter(span[0].lower() for copy in copies if (span := spans[_text(copy)]))

    def merit(copy: _Copy) -> tuple[int, ...]:
        text = _text(copy)
        span = spans[text]
        if span is None:
            return (0,)
        return firsts[span[0].lower()], span[0] != span[1], pages.expand(text) == text

    return max(copies, key=merit)[0]


def _year(copies: Sequence[_Copy]) -> Field:
    """The year of the issue over that of the first appearance online: the one that comes with volume and pages."""
    often = Counter(_text(copy) for copy in copies)

    def merit(copy: _Copy) -> tuple[int, int, str]:
        placed = sum(name in copy[1].fields for name in ("volume", "number", "pages"))
        return placed, often[_text(copy)], _text(copy)

    return max(copies, key=merit)[0]


def _doi(copies: Sequence[_Copy]) -> Field:
    """A valid DOI, bare, that most give."""
    often = Counter(identifiers.doi(_text(copy)).lower() for copy in copies)

    def merit(copy: _Copy) -> tuple[int, int, bool]:
        bare = identifiers.doi(_text(copy))
        return bool(bare), often[bare.lower()], bare == _text(copy)

    return max(copies, key=merit)[0]


def _joined(separator: str) -> Callable[[Sequence[_Copy]], Field]:
    """A chooser for free text, where no copy replaces another: everything said, once, in alphabetical order."""

    def join(copies: Sequence[_Copy]) -> Field:
        parts: dict[str, str] = {}
        for copy in copies:
            for part in _text(copy).split(separator):
                parts.setdefault(fold(part) or part, part.strip())
        whole = separator.join(sorted(parts.values(), key=lambda part: (fold(part), part)))
        told = {_text(copy): copy[0] for copy in reversed(copies)}
        alone = [text for text in told if {fold(p) or p for p in text.split(separator)} == set(parts)]
        return told[min(alone)] if alone else Field(whole)

    return join


# A field that is not named here takes what most members say.
CHOOSERS: Mapping[str, Callable[[Sequence[_Copy]], Field]] = {
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

# The more a type says. `misc` is what remains when nothing is known.
_TYPES = ("misc", "online", "unpublished", "techreport", "book")


def _choose_type(members: Sequence[Reference]) -> str:
    often = Counter(member.type for member in members)

    def merit(member: Reference) -> tuple[int, int]:
        kind = member.type
        return _TYPES.index(kind) if kind in _TYPES else len(_TYPES), often[kind]

    return max(members, key=merit).type
