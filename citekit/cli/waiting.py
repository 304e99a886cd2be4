"""How long look-ups take: said before they begin, and while they go on."""

from __future__ import annotations

import math
import time
from collections import deque
from collections.abc import Callable

from citekit.model import Progress

_WORTH_A_WORD = 20.0  # seconds
_LAST = 50  # answers from which the pace is told: those from the cache come first, and fast


def with_time_left(
    show: Progress,
    stage: str,
    seconds: float,
    announce: Callable[[int, float], None],
    clock: Callable[[], float] = time.monotonic,
) -> Progress:
    """Passes progress on to `show`; that of `stage` with the time it will still take.

    `seconds` is what one step may take. Before a stage that may take long, `announce` is told how many steps there are and
    how many seconds they take at most.
    """
    seen: deque[tuple[float, int]] = deque(maxlen=_LAST)

    def tell(now: str, done: int, total: int) -> None:
        if now != stage or done >= total:
            show(now, done, total)
            return
        left = total - done
        if not seen and left * seconds > _WORTH_A_WORD:
            announce(left, left * seconds)
        seen.append((clock(), done))
        (began, at), (here, _) = seen[0], seen[-1]
        rest = left * (here - began) / (done - at) if done > at else left * seconds
        show(f"{stage} ({in_words(rest)} left)" if rest > _WORTH_A_WORD else stage, done, total)

    return tell


def in_words(seconds: float) -> str:
    """`40 seconds`, `12 minutes`, `2 hours 50 minutes`: rounded up, as far as anybody cares."""
    if seconds <= 50:
        return f"{max(1, math.ceil(seconds / 10)) * 10} seconds"
    minutes = math.ceil(seconds / 60)
    if minutes < 60:
        return _several(minutes, "minute")
    hours, minutes = divmod(math.ceil(minutes / 10) * 10, 60)
    return " ".join([_several(hours, "hour"), *([_several(minutes, "minute")] if minutes else [])])


def _several(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
