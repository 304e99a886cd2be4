"""Dismisses, many at once, the pairs that cannot be one work, so that few are left to be looked at one by one."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from citekit.dedupe.block import Pairs, Rows
from citekit.dedupe.decide import FINDINGS, UNSURE
from citekit.dedupe.table import Column, Table
from citekit.dedupe.wording import LEAST_ALIKE
from citekit.values.likeness import ratios

_AT_ONCE = 1_000_000
Mask = NDArray[np.bool_]


def sift(table: Table, candidates: Iterable[Pairs]) -> Pairs:
    """Of pairs that may come several times, those that `verdict` might not call *different*, once each and in order.

    None is dismissed that it would call otherwise.
    """
    count = len(table)
    codes = [left * count + right for left, right in (_possible(table, pairs) for pairs in candidates)]
    every = np.sort(np.concatenate([np.empty(0, np.int64), *codes]))
    every = every[np.diff(every, prepend=-1) != 0]
    kept = [_alike(table, every[at : at + _AT_ONCE]) for at in range(0, len(every), _AT_ONCE)]
    codes_kept = np.concatenate([np.empty(0, np.int64), *kept])
    return np.divmod(codes_kept, count) if count else (codes_kept, codes_kept)


def _possible(table: Table, pairs: Pairs) -> Pairs:
    """The pairs that have enough in common beside what takes a closer look."""
    left, right = pairs
    versions = table.preprint[left] != table.preprint[right]
    possible = versions | (_most(table, left, right) >= UNSURE)
    return left[possible], right[possible]


def _alike(table: Table, codes: Rows) -> Rows:
    """The pairs with like titles, or with reasons to look at them all the same."""
    left, right = np.divmod(codes, len(table))
    alike = _linked(table, left, right)
    rest = np.flatnonzero(~alike)
    squashed = table.squashed
    scores = ratios([squashed[i] for i in left[rest]], [squashed[i] for i in right[rest]], LEAST_ALIKE)
    alike[rest] = scores >= LEAST_ALIKE
    for at in rest[(scores < LEAST_ALIKE) & (table.begins[left[rest]] == table.begins[right[rest]])]:
        one, other = squashed[left[at]], squashed[right[at]]
        alike[at] = one.startswith(other) or other.startswith(one)
    return codes[alike]


def _linked(table: Table, left: Rows, right: Rows) -> Mask:
    """Pairs that need no like titles: one lacks a title, or number or place are the same."""
    untitled = (table.title[left] == 0) | (table.title[right] == 0)
    place = agree(table.first_page, left, right) & agree(table.last_page, left, right)
    linked: Mask = untitled | place | agree(table.doi, left, right) | agree(table.pmid, left, right)
    return linked


def agree(column: Column, left: Rows, right: Rows) -> Mask:
    """Do both sides say the same?"""
    one = column[left]
    both: Mask = (one == column[right]) & (one != 0)
    return both


def _both_said(column: Column, left: Rows, right: Rows) -> Mask:
    said: Mask = (column[left] != 0) & (column[right] != 0)
    return said


def _most(table: Table, left: Rows, right: Rows) -> NDArray[np.float64]:
    """The most that could speak for one work: what these columns say, and the best of what they do not.

    A pair in which nothing is said to contradict is always given enough (see `verdict`).
    """
    most = np.full(len(left), _BEST_UNSEEN)
    most += np.where(agree(table.title, left, right), _worth("title", "equal"), _worth("title", "spelled"))
    for name, column in (("doi", table.doi), ("pmid", table.pmid)):
        most += _plain(name, column, left, right)
    apart = np.abs(table.year[left] - table.year[right])
    said = np.choose(
        np.minimum(apart, 4), [_worth("year", word) for word in ("agree", "near", "off", "off", "contradict")]
    )
    most += np.where(_both_said(table.year, left, right), said, 0)
    most += _volumes(table, left, right) + _pages(table, left, right)
    return most


def _worth(field: str, finding: str) -> float:
    return FINDINGS[field][finding][0]


def _plain(name: str, column: Column, left: Rows, right: Rows) -> NDArray[np.float64]:
    said = np.where(column[left] == column[right], _worth(name, "agree"), _worth(name, "contradict"))
    return np.where(_both_said(column, left, right), said, 0.0)


def _volumes(table: Table, left: Rows, right: Rows) -> NDArray[np.float64]:
    """A contradiction only of two plain numbers, since `88 Suppl 1` may agree with `1`."""
    against = _both_said(table.lone_volume, left, right) & (table.lone_volume[left] != table.lone_volume[right])
    silent = ~_both_said(table.volume, left, right)
    return np.where(against, _worth("volume", "contradict"), np.where(silent, 0.0, _worth("volume", "agree")))


def _pages(table: Table, left: Rows, right: Rows) -> NDArray[np.float64]:
    """A contradiction only of two pages that could be the first of a range, neither inside the other's range."""
    one, other = table.first_digits[left], table.first_digits[right]
    against = (one > 1) & (other > 1) & (one != other) & ((one >= 10_000) == (other >= 10_000))
    against &= ~((one < other) & (other <= table.last_digits[left]))
    against &= ~((other < one) & (one <= table.last_digits[right]))
    same = agree(table.first_page, left, right)
    best = _worth("page", "agree") + _worth("last_page", "agree") + _worth("place", "agree")
    return np.where(same, best, np.where(against, _worth("page", "contradict"), 0.0))


_BEST_UNSEEN = sum(_worth(field, "agree") for field in ("author", "container", "number"))
