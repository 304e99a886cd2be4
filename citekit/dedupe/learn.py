"""Learns from all records what no pair shows: which titles recur, and which names are one journal's."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from citekit.dedupe.block import Pairs
from citekit.dedupe.known import Known
from citekit.dedupe.sift import agree
from citekit.dedupe.table import Table

_YEARS = 5
_MOST_OF_A_YEAR = 0.4  # of a title's records: where more are of one year, the others are slips
_CALENDAR = np.int64(10_000)
_OFTEN = 5
_SHARE = 0.6
_LONG_TITLE = 25


def learn(table: Table, pairs: Pairs) -> Known:
    """A title recurs that stands in `_YEARS` years or more. A name is another name of a journal or series where works with one title, first author
    and year (or none on either side) stand under the one and the other, `_OFTEN` times or more, and so does most of what else is found
    twice under the name: *International Conference on Management of Data* for *SIGMOD Conference*."""
    return Known(_recurring(table), _same_container(table, pairs))


def _recurring(table: Table) -> frozenset[str]:
    said = np.flatnonzero((table.title != 0) & (table.year != 0))
    if not len(said):
        return frozenset()
    _, first, titles = np.unique(table.title[said], return_index=True, return_inverse=True)
    dated, often = np.unique(titles * _CALENDAR + table.year[said] % _CALENDAR, return_counts=True)
    bearers = dated // _CALENDAR
    years, records = np.bincount(bearers), np.bincount(bearers, weights=often)
    most = np.zeros(len(years))
    np.maximum.at(most, bearers, often)
    recurring = (years >= _YEARS) & (most <= _MOST_OF_A_YEAR * records)
    return frozenset(table.squashed[said[first[title]]] for title in np.flatnonzero(recurring))


def _same_container(table: Table, pairs: Pairs) -> dict[str, str]:
    left, right = pairs
    sure = agree(table.title, left, right) & (table.year[left] == table.year[right])
    sure &= table.author[left] == table.author[right]
    sure &= (table.container[left] != 0) & (table.container[right] != 0)
    sure[sure] &= np.array([len(table.squashed[row]) >= _LONG_TITLE for row in left[sure]], dtype=np.bool_)
    ones, others = table.container[left[sure]], table.container[right[sure]]
    low, high = np.minimum(ones, others), np.maximum(ones, others)
    together, times = np.unique(np.stack([low, high], axis=1), axis=0, return_counts=True)
    names, in_all = np.unique(np.concatenate([low, high[low != high]]), return_counts=True)
    total = dict(zip(names.tolist(), in_all.tolist(), strict=True))
    found: dict[str, str] = {}
    for (one, other), often in zip(together.tolist(), times.tolist(), strict=True):
        rare, common = sorted((one, other), key=lambda number: (total[number], table.containers[number]))
        if one != other and often >= _OFTEN and often >= _SHARE * total[rare]:
            found[table.containers[rare]] = table.containers[common]
    return {name: _last(found, name) for name in (*found, *found.values())}


def _last(found: Mapping[str, str], name: str) -> str:
    while name in found:
        name = found[name]
    return name
