"""Which pairs are worth comparing: those that share a key."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Sequence
from itertools import combinations

from citekit.dedupe.folded import Folded

LARGEST_BLOCK = 16
"""In a larger block a reference meets only its neighbours, `WINDOW` on either side."""
WINDOW = 6
_TITLE_END = 14
_RARE_WORDS = 3


def candidates(folds: Sequence[Folded]) -> list[tuple[int, int]]:
    """Pairs of indexes, left < right, in order, each once. At most some dozens per reference, whatever the input.

    `folds` must be sorted: neighbours in a block too large to compare in full are those that stand near each other.
    """
    blocks: defaultdict[Hashable, list[int]] = defaultdict(list)
    often = Counter(word for fold in folds for word in set(fold.title.split()))
    for index, fold in enumerate(folds):
        for key in set(_keys(fold, often)):
            blocks[key].append(index)
    pairs: set[tuple[int, int]] = set()
    for block in blocks.values():
        if len(block) <= LARGEST_BLOCK:
            pairs.update(combinations(block, 2))
        else:
            for place, left in enumerate(block):
                pairs.update((left, right) for right in block[place + 1 : place + 1 + WINDOW])
    return sorted(pairs)


def _keys(fold: Folded, often: Counter[str]) -> Iterator[Hashable]:
    if fold.doi:
        yield "doi", fold.doi
    if fold.pmid:
        yield "pmid", fold.pmid
    if fold.squashed:
        yield "begins", fold.squashed[:_TITLE_END]
        yield "ends", fold.squashed[-_TITLE_END:]
        yield "title", fold.heads[0] if fold.heads else fold.squashed
        shared = [word for word in fold.title.split() if often[word] > 1]
        for word in sorted(set(shared), key=lambda word: (often[word], word))[:_RARE_WORDS]:
            yield "word", word
    if fold.first_page and fold.volume:
        yield "volume, page", fold.volume[0], fold.first_page
    if fold.first_page and fold.year:
        yield "year, page", fold.year, fold.first_page
    if fold.families:
        yield "author, year", fold.families[0], fold.year
        yield "author, title", fold.families[0], fold.squashed[:4]
