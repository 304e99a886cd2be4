"""How alike two strings are. The only importer of rapidfuzz."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


def ratio(a: str, b: str, least: float = 0.0) -> float:
    """Letters in common, from 0 to 100; 0 when under `least`."""
    return fuzz.ratio(a, b, score_cutoff=least)


def ratios(ones: Sequence[str], others: Sequence[str], least: float) -> NDArray[np.float32]:
    """`ratio` of many pairs at once."""
    return process.cpdist(ones, others, scorer=fuzz.ratio, score_cutoff=least, workers=-1)


def common_words(a: str, b: str) -> float:
    """`ratio` of the words of two names, in any order, those that only one has left out."""
    return fuzz.token_set_ratio(a, b)


def slips(a: str, b: str, most: int) -> int:
    """Letters to change, drop, add or exchange with their neighbours to make one of the other; `most` + 1 when more."""
    return OSA.distance(a, b, score_cutoff=most)
