"""Searching the styles there are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from citekit.csl.catalogue import Listed, all_styles
from citekit.csl.rendering import Tell
from citekit.values.text import fold, fold_all


def search(words: Sequence[str], tell: Tell | None = None) -> list[Listed]:
    """The styles that have all these words in stem, short names, title, short title, kind, ISSN or field, best first.

    Case, accents and punctuation do not count, and the beginning of a word, or its middle, will do. A style of exactly this name comes
    first, then those that have the words in their names as they stand, as beginnings, inside, and those that have them elsewhere; among
    equals those with a short name, those that begin so, independent ones, dependent ones.
    """
    sought = fold(" ".join(words))
    if not sought:
        return []
    styles = all_styles(tell)
    names = fold_all([" | ".join(_names(each)) for each in styles])
    rest = fold_all([" ".join((each.kind, *each.fields, *_issns(each))) for each in styles])
    wanted = sought.split()
    found = [
        (_rank(each, name, sought), each)
        for each, name, more in zip(styles, names, rest, strict=True)
        if all(word in name or word in more for word in wanted)
    ]
    return [each for _, each in sorted(found, key=lambda pair: pair[0])]


def _names(style: Listed) -> tuple[str, ...]:
    return (style.stem, *style.names, style.title, style.title_short)


def _issns(style: Listed) -> Iterator[str]:
    """Each ISSN with its hyphen and without."""
    for issn in style.issns:
        yield from (issn, issn.replace("-", ""))


def _rank(style: Listed, names: str, sought: str) -> tuple[bool, int, bool, bool, bool, str]:
    """Sorts first what fits best. `names` and `sought` are folded."""
    exact = any(fold(name) == sought for name in (*_names(style), *_issns(style)))
    distance = _distance(names, sought.split())
    return not exact, distance, not style.names, not names.startswith(sought), bool(style.parent), style.stem


def _distance(names: str, wanted: Sequence[str]) -> int:
    """How far the words are from those of the names: 0 they are these, 1 their beginnings, 2 within them, 3 not all are there."""
    padded = f" {names} "
    patterns = (" {} ", " {}", "{}")
    return next((n for n, each in enumerate(patterns) if all(each.format(word) in padded for word in wanted)), 3)
