"""Which pairs are worth comparing: those that share a key."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from citekit.dedupe.table import Column, Table, both, numbered

LARGEST_BLOCK = 16
"""In a larger block a row meets only its neighbours, `WINDOW` on either side."""
WINDOW = 6
Rows = NDArray[np.int64]
Pairs = tuple[Rows, Rows]
"""Rows on the left and on the right, left < right."""


def candidates(table: Table) -> Iterator[Pairs]:
    """The pairs that each key brings together, key by key; a pair may come again. At most some dozens for a row, whatever the input.

    The rows must be in order of title: neighbours in a block too large to compare in full are those that stand near each
    other.
    """
    return (_pairs(key) for key in _keys(table))


def _pairs(key: Column) -> Pairs:
    """The pairs of rows with the same key other than 0."""
    rows = np.argsort(key, kind="stable")
    rows = rows[key[rows] != 0]
    keys = key[rows]
    starts = np.flatnonzero(np.diff(keys, prepend=0) != 0)
    sizes = np.diff(np.append(starts, len(keys)))
    reach = np.repeat(np.where(sizes > LARGEST_BLOCK, WINDOW, LARGEST_BLOCK), sizes)
    lefts, rights = [np.empty(0, np.int64)], [np.empty(0, np.int64)]
    for distance in range(1, LARGEST_BLOCK):
        near = np.flatnonzero((keys[distance:] == keys[:-distance]) & (distance <= reach[distance:]))
        lefts.append(rows[near])
        rights.append(rows[near + distance])
    return np.concatenate(lefts), np.concatenate(rights)


def _keys(table: Table) -> Iterator[Column]:
    """Each key is enough for two descriptions to meet. Rows that do not say have 0."""
    yield table.doi
    yield table.pmid
    yield table.head
    yield table.begins
    yield numbered(title[-_ENDING:] for title in table.squashed)
    yield table.longest
    yield table.acronym
    yield both(table.volume, table.first_page)
    yield both(table.year, table.first_page)
    yield both(table.author, table.year)
    yield both(table.author, numbered(title[:_OPENING] for title in table.squashed))


_ENDING = 14
_OPENING = 4
