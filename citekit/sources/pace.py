"""How fast a service may be asked: so many requests a second, so many at once, whoever asks from this machine.

Every request takes a turn and gives it back. Turns are booked in a ledger, which threads share, and processes too where it
is kept on disk. A service counts on its own clock, and all that is known of a request is that it was counted between
sending and answer. So a turn counts until a second after its answer, and the limit holds wherever in between they counted.

All moments are of the monotonic clock, which processes share and nobody sets.
"""

from __future__ import annotations

import json
import threading
from collections import deque
from collections.abc import Callable
from dataclasses import astuple, dataclass, replace
from functools import partial
from typing import Protocol
from uuid import uuid4

_SLACK = 1.1  # their clock is not ours, and requests do not all take as long to arrive
_SETTLE = 0.1  # seconds after the last byte until they have surely noticed that we are done
_TRIP = 0.1  # seconds until a request is there
_LOOK_AGAIN = 0.05  # seconds between two looks whether somebody else's request is done
_FARTHEST = 130.0  # seconds; nobody books further ahead: such a moment is of a clock before a restart
_ENOUGH_TIMED = 20  # requests, until we know what a quick answer is; of the last
_TIMED = 100


@dataclass(frozen=True, slots=True)
class Pool:
    """What a service allows: `rate` requests a second (`1/3`: one every three seconds), `at_once` under way at a time."""

    rate: float
    at_once: int

    @property
    def gap(self) -> float:
        """Seconds from one request to the next."""
        return _SLACK / self.rate

    @property
    def handful(self) -> int:
        """As many requests as may fall into one `span`."""
        return max(1, int(self.rate))

    @property
    def span(self) -> float:
        return self.handful * self.gap


@dataclass(frozen=True, slots=True)
class Turn:
    """One request in the ledger. The moments say until when it holds one of the places, until when it may count among the
    `handful` of a span, and until when no other may begin. While it is `under_way`, the first two are the latest possible."""

    name: str
    began: float
    place: float
    counts: float
    alone: float
    under_way: bool = True


Turns = tuple[Turn, ...]


def free_at(turns: Turns, pool: Pool) -> float:
    """The first moment at which one more request does no harm."""
    return max(
        max((turn.alone for turn in turns), default=0.0),
        _room([turn.place for turn in turns], pool.at_once),
        _room([turn.counts for turn in turns], pool.handful),
    )


def _room(ends: list[float], most: int) -> float:
    """When fewer than `most` of these are left."""
    return sorted(ends)[-most] if len(ends) >= most else 0.0


def current(turns: Turns, now: float) -> Turns:
    """The turns that still matter."""
    last = [max(turn.place, turn.counts, turn.alone) for turn in turns]
    return tuple(turn for turn, end in zip(turns, last, strict=True) if now < end <= now + _FARTHEST)


class Ledger(Protocol):
    """Texts under names, changed by one at a time."""

    def change(self, name: str, rule: Callable[[str], str]) -> str:
        """Replaces the text under this name (`""` at first) by what the rule makes of it, and returns that."""
        ...


class OwnLedger:
    """A ledger for the threads of one process."""

    def __init__(self) -> None:
        self._texts: dict[str, str] = {}
        self._lock = threading.Lock()

    def change(self, name: str, rule: Callable[[str], str]) -> str:
        with self._lock:
            self._texts[name] = rule(self._texts.get(name, ""))
            return self._texts[name]


class Pace:
    """The turns of one pool. `now` tells the time, `rest` lets seconds of it pass."""

    def __init__(
        self, pool: Pool, ledger: Ledger, name: str, now: Callable[[], float], rest: Callable[[float], None]
    ) -> None:
        self._pool = pool
        self._ledger = ledger
        self._name = name
        self._now = now
        self._rest = rest
        self._took: deque[float] = deque(maxlen=_TIMED)  # seconds that the last requests took
        self._lock = threading.Lock()

    def take(self, longest: float, end: float) -> Turn | None:
        """Waits for a turn; `None` when there is none before `end`. Should we perish it ends in `longest` seconds."""
        name = uuid4().hex
        while True:
            now = self._now()
            turn = Turn(name, now, now + longest, now + longest + self._pool.span, now + self._pool.gap)
            turns = self._change(partial(self._with, turn))
            if turn in turns:
                return turn
            wait = free_at(turns, self._pool) - now
            if any(other.under_way for other in turns):
                wait = min(wait, _LOOK_AGAIN)
            if now + wait > end:
                return None
            self._rest(wait)

    def finish(self, turn: Turn, *, held: float = 0.0, shut: float = 0.0) -> None:
        """The request is over. They may be busy with it for another `held` seconds, and want no other for `shut` seconds."""
        now = self._now()
        counted = max(turn.began, now - self._work(now - turn.began))
        done = replace(
            turn,
            place=now + max(held, _SETTLE),
            counts=(now + held if held else counted) + self._pool.span,
            alone=max(turn.alone, now + shut),
            under_way=False,
        )
        self._change(lambda turns: (*(other for other in turns if other.name != turn.name), done))

    def waive(self, turn: Turn) -> None:
        """Nothing was asked."""
        self._change(lambda turns: tuple(other for other in turns if other.name != turn.name))

    def _with(self, turn: Turn, turns: Turns) -> Turns:
        return (*turns, turn) if free_at(turns, self._pool) <= turn.began else turns

    def _work(self, took: float) -> float:
        """Seconds that lie at least between their counting a request and our having the answer: the work itself, without
        which none of the last was answered."""
        with self._lock:
            known = len(self._took) >= _ENOUGH_TIMED
            self._took.append(took)
            return max(0.0, min(self._took) - _TRIP) if known else 0.0

    def _change(self, rule: Callable[[Turns], Turns]) -> Turns:
        now = self._now()
        return _read(self._ledger.change(self._name, lambda text: _write(rule(current(_read(text), now)))))


def _write(turns: Turns) -> str:
    return json.dumps([astuple(turn) for turn in turns])


def _read(text: str) -> Turns:
    try:
        return tuple(
            Turn(str(name), float(began), float(place), float(counts), float(alone), bool(under_way))
            for name, began, place, counts, alone, under_way in json.loads(text or "[]")
        )
    except (ValueError, TypeError):
        return ()
