"""Work on many rows, spread over the machine's processors."""

from __future__ import annotations

import multiprocessing
import os
import warnings
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any, TypeVar

_Part = TypeVar("_Part")
_PARTS_EACH = 4  # for each processor, so that none waits long for the last

_work: Callable[[int, int], Any] | None = None


def spread(work: Callable[[int, int], _Part], count: int, worth: int = 20_000) -> Iterator[_Part]:
    """`work(start, stop)` for consecutive ranges of 0 … count, its results in order.

    With fewer than `worth` rows, on one processor, or where processes cannot be forked (Windows, macOS), the work is done
    here, in one part. Otherwise `work` runs in forked processes: it sees all there is now, changes nothing here, and its results
    must be picklable.
    """
    processors = _processors()
    if count < worth or processors < 2:
        yield work(0, count)
        return
    global _work
    _work = work
    bounds = [count * part // (processors * _PARTS_EACH) for part in range(processors * _PARTS_EACH + 1)]
    try:
        with _pool(processors) as pool:
            yield from pool.imap(_call, pairwise(bounds))
    finally:
        _work = None


def _pool(processors: int) -> Any:
    with warnings.catch_warnings():
        # From 3.12 on Python warns of forking beside threads. Those there are, numpy's, do nothing then, and ours start none.
        warnings.simplefilter("ignore", DeprecationWarning)
        return multiprocessing.get_context("fork").Pool(processors)


def _call(bounds: tuple[int, int]) -> Any:
    assert _work is not None
    return _work(*bounds)


def _processors() -> int:
    if not hasattr(os, "sched_getaffinity") or "fork" not in multiprocessing.get_all_start_methods():
        return 1
    return len(os.sched_getaffinity(0))
