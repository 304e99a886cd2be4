"""Which of several values of one field to keep: the choosers that the policy in `choose` names.

A chooser gets what the members of a group say of a field and returns one of their fields as it is, so that value and
origin travel together. Where nothing else decides, the copy of best standing wins.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence

from citekit.merging.copies import Copy, foreign, is_bibtex, text_of
from citekit.model import Field
from citekit.values import identifiers, pages
from citekit.values.journals import is_abbreviated, same_journal
from citekit.values.preprints import archive_of_doi
from citekit.values.text import fold, squash
from citekit.values.titles import fold_title, is_capitals, without_note

Chooser = Callable[[Sequence[Copy]], Field]


def most_said(copies: Sequence[Copy]) -> Field:
    """What most members say, then the longest of like values, then the one of best standing."""
    often = Counter(squash(text_of(copy)) for copy in copies)
    return max(copies, key=lambda copy: (often[squash(text_of(copy))], len(fold(text_of(copy))))).field


def longest(copies: Sequence[Copy]) -> Field:
    return max(copies, key=lambda copy: len(text_of(copy))).field


# ---------------------------------------------------------------- title and container


def best_title(copies: Sequence[Copy]) -> Field:
    """Not in capitals; of those with about the most words, subtitle and all, the one most agree on; BibTeX's spelling,
    best with braces round its protected words; with typographic dashes and accents; in sentence case."""
    if all(copy.field.value == copies[0].field.value for copy in copies):
        return max(copies, key=_protects).field
    spelt = [copy for copy in copies if not is_capitals(text_of(copy))] or list(copies)
    words = [len(fold_title(_with_subtitle(copy)).split()) for copy in spelt]
    whole = [copy for copy, count in zip(spelt, words, strict=True) if count >= max(words) - 1]
    often = Counter(squash(_with_subtitle(copy)) for copy in whole)

    def merit(copy: Copy) -> tuple[float, ...]:
        text, told = text_of(copy), squash(_with_subtitle(copy))
        return often[told], len(told), _protects(copy), is_bibtex(copy), foreign(text), -_capital_share(text)

    return max(whole, key=merit).field


def _with_subtitle(copy: Copy) -> str:
    """The whole title, without a note that a catalogue put behind it."""
    return without_note(f"{text_of(copy)} {copy.member.get('subtitle')}".rstrip())


def _protects(copy: Copy) -> bool:
    """Does this title, as BibTeX has it, hold words in braces, whose capitals stay?"""
    origin = copy.field.origin
    return is_bibtex(copy) and origin is not None and "{" in origin.text.removeprefix("{")


def _capital_share(text: str) -> float:
    """The share of longer words that begin with a capital."""
    words = [word for word in text.split() if len(word) > 3]
    return sum(word[0].isupper() for word in words) / len(words) if words else 0.0


def best_container(copies: Sequence[Copy]) -> Field:
    """Of the journal that most name, the whole name over an abbreviation, written With Capitals, without the subtitle that
    catalogues add, with *The*."""
    names = Counter(text_of(copy) for copy in copies)
    votes = {name: sum(count for other, count in names.items() if _alike(name, other)) for name in names}

    def merit(copy: Copy) -> tuple[float, ...]:
        text = text_of(copy)
        bare = " : " not in text and not is_capitals(text)
        return votes[text], not is_abbreviated(text), bare, _capital_share(text), len(text), is_bibtex(copy)

    return max(copies, key=merit).field


def _alike(a: str, b: str) -> bool:
    return a == b or same_journal(a, b)


# ---------------------------------------------------------------- place and date


def best_pages(copies: Sequence[Copy]) -> Field:
    """The first page that most give; the range over the lone page, that most give, written out over `2438-44`."""
    spans = {text_of(copy): pages.span(text_of(copy)) for copy in copies}
    firsts = Counter(span[0].lower() for copy in copies if (span := spans[text_of(copy)]))
    often = Counter(spans[text_of(copy)] for copy in copies)

    def merit(copy: Copy) -> tuple[int, ...]:
        text = text_of(copy)
        span = spans[text]
        if span is None:
            return (0,)
        return firsts[span[0].lower()], span[0] != span[1], often[span], pages.expand(text) == text

    return max(copies, key=merit).field


def best_date(copies: Sequence[Copy]) -> Field:
    """The date of the issue over that of the first appearance online: the one that comes with volume and pages; a year in
    figures over *in press*; the later of two."""
    often = Counter(text_of(copy) for copy in copies)

    def merit(copy: Copy) -> tuple[bool, int, int, str]:
        text = text_of(copy)
        return text[:1].isdecimal(), placed(copy), often[text], text

    return max(copies, key=merit).field


def placed(copy: Copy) -> int:
    """How much of its place in print the member knows."""
    return sum(name in copy.member.fields for name in ("volume", "number", "pages"))


# ---------------------------------------------------------------- identifiers, addresses


def best_doi(copies: Sequence[Copy]) -> Field:
    """A valid DOI, of the published work rather than of a preprint, that most give, bare."""
    often = Counter(identifiers.fold_doi(text_of(copy)) for copy in copies)

    def merit(copy: Copy) -> tuple[bool, bool, int, bool]:
        bare = identifiers.doi(text_of(copy))
        return bool(bare), not archive_of_doi(bare), often[bare.lower()], bare == text_of(copy)

    return max(copies, key=merit).field


def best_isbn(copies: Sequence[Copy]) -> Field:
    """The number that most give, in its new form of 13 digits, hyphens kept."""
    often = Counter(core_of_isbn(text_of(copy)) for copy in copies)
    return max(copies, key=lambda copy: (often[core_of_isbn(text_of(copy))], len(text_of(copy)))).field


def core_of_isbn(text: str) -> str:
    """The nine digits that old and new form of an ISBN have in common (ISO 2108: only `978` and the check digit differ)."""
    figures = re.sub(r"[^0-9Xx]", "", text)
    return figures[3:12] if len(figures) == 13 and figures.startswith("978") else figures[:9] or text


def best_url(copies: Sequence[Copy]) -> Field:
    """The address that most give, by `https`; of others the shortest, which has no search words or sessions in it."""
    often = Counter(bare_url(text_of(copy)) for copy in copies)

    def merit(copy: Copy) -> tuple[int, bool, int]:
        text = text_of(copy)
        return often[bare_url(text)], text.startswith("https:"), -len(text)

    return max(copies, key=merit).field


def bare_url(text: str) -> str:
    """The address as we compare it: no scheme, no `www.`, no slash at its end."""
    return re.sub(r"^https?://(?:www\.)?|/$", "", text.strip(), flags=re.IGNORECASE)


# ---------------------------------------------------------------- free text


def joined(separator: str) -> Chooser:
    """A chooser for free text, where no copy replaces another: everything said, once, in alphabetical order."""

    def join(copies: Sequence[Copy]) -> Field:
        parts: dict[str, str] = {}
        for copy in copies:
            for part in text_of(copy).split(separator):
                parts.setdefault(fold(part) or part, part.strip())
        whole = separator.join(sorted(parts.values(), key=lambda part: (fold(part), part)))
        told = {text_of(copy): copy.field for copy in reversed(copies)}
        alone = [text for text in told if {fold(p) or p for p in text.split(separator)} == set(parts)]
        return told[min(alone)] if alone else Field(whole)

    return join
