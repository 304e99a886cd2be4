"""Work on many rows, spread over the machine's processors."""

from __future__ import annotations

import os
import pickle
import signal
import warnings
from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import pairwise
from typing import Any, BinaryIO, TypeVar

_Part = TypeVar("_Part")
_OWN_PARTS = 4  # in which this process does its share, so that progress shows


def spread(work: Callable[[int, int], _Part], count: int, worth: int = 20_000) -> Iterator[_Part]:
    """`work(start, stop)` for consecutive ranges of 0 … count, its results in order.

    With fewer than `worth` rows, on one processor, or where processes cannot be forked (Windows, macOS), the work is done
    here, in one part. Otherwise forked processes share it: in them `work` sees all there is now, changes nothing here, and its results
    must be picklable. Raises what `work` raises.
    """
    processors = _processors()
    if count < worth or processors < 2:
        yield work(0, count)
        return
    shares = [count * share // processors for share in range(processors + 1)]
    helpers = [_forked(work, start, stop) for start, stop in pairwise(shares[1:])]
    try:
        own = [shares[1] * part // _OWN_PARTS for part in range(_OWN_PARTS + 1)]
        for start, stop in pairwise(own):
            yield work(start, stop)
        for _, results in helpers:
            yield _received(results)
    finally:
        for process, results in helpers:
            results.close()
            with suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)
            os.waitpid(process, 0)


def _forked(work: Callable[[int, int], object], start: int, stop: int) -> tuple[int, BinaryIO]:
    """A process that does this share, and where its result will come."""
    reading, writing = os.pipe()
    with warnings.catch_warnings():
        # From 3.12 on Python warns of forking beside threads. Those there are, numpy's, do nothing then, and ours start none.
        warnings.simplefilter("ignore", DeprecationWarning)
        process = os.fork()
    if process:
        os.close(writing)
        return process, os.fdopen(reading, "rb")
    try:  # never comes back from here
        os.close(reading)
        with os.fdopen(writing, "wb") as results:
            pickle.dump(_done(work, start, stop), results, pickle.HIGHEST_PROTOCOL)
    finally:
        os._exit(0)


def _done(work: Callable[[int, int], object], start: int, stop: int) -> tuple[bool, object]:
    try:
        return True, work(start, stop)
    except Exception as error:
        return False, error


def _received(results: BinaryIO) -> Any:
    """The result of a process. Raises its error, or `ChildProcessError` where it died."""
    try:
        good, result = pickle.load(results)
    except (EOFError, pickle.UnpicklingError):
        raise ChildProcessError("a process that compared records was ended from outside") from None
    if not good:
        raise result
    return result


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "fork") and hasattr(os, "sched_getaffinity") else 1
