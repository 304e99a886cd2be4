"""An online service: how fast it may be asked, what it answered before, how long to try.

Three answers are kept apart: *not found* is `None`, *refused* is `RefusedError`, *unreachable* is `UnreachableError`. What
was answered is kept in the cache the moment it arrives, so a run that is killed and begun again asks nothing twice.
"""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from citekit.errors import OfflineError, RefusedError, SourceError, UnreachableError
from citekit.sources.cache import Answer, Cache
from citekit.sources.faults import Fault, read_fault
from citekit.sources.pace import OwnLedger, Pace, Pool

__all__ = ["Answer", "Pool", "Service"]

# No connection at all is no passing mood of a busy server; these many attempts tell.
_ATTEMPTS_TO_CONNECT = 4
_FIRST_PAUSE, _LONGEST_PAUSE = 0.5, 8.0
_AFTER_TOO_MANY = 1.0  # seconds without any request, when they say we ask too fast and not for how long
_GROWTH = 4  # times the first time-out at most
_GHOST = 10.0  # seconds at most for which a request we gave up holds its place: they may still be at work on it
_TO_CONNECT = 1.5  # times the time-out: a request with its connection


@dataclass
class Service:
    """`url` is where the service stands, and part of the key of its answers. `pools` say how fast it may be asked, for each
    kind of question.

    One question makes at most `attempts` requests, none begun later than `deadline` seconds after it was put. The first is
    given up after `timeout` seconds without a byte, those after a time-out later. `offline`: nothing is asked, the cache
    must know. `refresh`: what the cache knew before is asked again. `sleep`, `clock` (monotonic) and `chance` (which spreads
    the pauses) are there to be replaced in tests. All methods may be called from several threads.
    """

    name: str
    url: str
    pools: Mapping[str, Pool]
    cache: Cache | None = None
    offline: bool = False
    refresh: bool = False
    timeout: float = field(default=10.0, kw_only=True)
    attempts: int = field(default=10, kw_only=True)
    deadline: float = field(default=120.0, kw_only=True)
    sleep: Callable[[float], None] = field(default=time.sleep, kw_only=True, repr=False)
    clock: Callable[[], float] = field(default=time.monotonic, kw_only=True, repr=False)
    chance: random.Random = field(default_factory=random.Random, kw_only=True, repr=False)
    _slept_until: float = field(default=float("-inf"), init=False, repr=False)
    _refreshed: set[str] = field(default_factory=set, init=False, repr=False)
    _paces: dict[str, Pace] = field(init=False, repr=False)
    _locks: tuple[threading.Lock, ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        ledger = OwnLedger() if self.cache is None else self.cache
        self._paces = {
            kind: Pace(pool, ledger, f"{self.url} {kind} {pool.rate:g}/s {pool.at_once}", self._now, self._rest)
            for kind, pool in self.pools.items()
        }
        self._locks = tuple(threading.Lock() for _ in range(64))

    def ask(self, kind: str, question: str, send: Callable[[float], Any], *, search: bool = False) -> Any | None:
        """The answer to one question of this kind, from the cache or from the service. `None`: not found.

        `question` is its text (path and query, without address and keys of the user), and with `url` the key of the answer.
        `send(timeout)` makes one request and returns what to keep of the answer, as JSON value (`None`: not found), raising
        whatever goes wrong (see `read_fault`); an error of `citekit.errors` ends the matter. HTTP 404 means not found, but
        in a `search` it is a refusal: the address is wrong.

        Raises `RefusedError`, `UnreachableError`, and `OfflineError`.
        """
        with self._locks[hash(question) % len(self._locks)]:  # the same question from two threads is asked once
            known = self.known(question)
            if known is None:
                known = self.request(kind, send, lambda: self.known(question), search=search)
                self.keep(question, known.value)
        return known.value

    def known(self, question: str) -> Answer | None:
        """What the cache knows; `None` when that is nothing."""
        if self.cache is None or (self.refresh and question not in self._refreshed):
            return None
        return self.cache.get(self.url, question)

    def keep(self, question: str, value: Any) -> None:
        if self.cache is not None:
            self.cache.put(self.url, question, value)
            self._refreshed.add(question)

    def request(
        self,
        kind: str,
        send: Callable[[float], Any],
        known: Callable[[], Answer | None] = lambda: None,
        *,
        search: bool = False,
    ) -> Answer:
        """Asks the service, again while that may help. The answer is not kept.

        `known` is looked at when it is our turn: another process may have asked meanwhile. Raises as `ask` does.
        """
        if self.offline:
            raise OfflineError(f"{self.name} was not asked (offline), and no answer from before is kept")
        end = self._now() + self.deadline
        pauses, timeout = self._pauses(), self.timeout
        fault, error = Fault("it has us wait too long"), None
        for tries in range(self.attempts):
            outcome = self._try(self._paces[kind], send, known, timeout, end)
            if isinstance(outcome, Answer):
                return outcome
            if outcome is None:
                raise self._unreachable(tries, fault) from error
            error, fault = outcome, read_fault(outcome)
            if fault.not_found and not search:
                return Answer(None)
            if not fault.again:
                raise RefusedError(f"{self.name} refused: {fault.reason}") from error
            pause = max(next(pauses), fault.wait)
            if (fault.no_connection and tries + 1 >= _ATTEMPTS_TO_CONNECT) or self._now() + pause > end:
                raise self._unreachable(tries + 1, fault) from error
            if tries + 1 < self.attempts:
                self._rest(pause)
            timeout = min(timeout * 2, self.timeout * _GROWTH) if fault.timed_out else timeout
        raise self._unreachable(self.attempts, fault) from error

    def _try(
        self,
        pace: Pace,
        send: Callable[[float], Any],
        known: Callable[[], Answer | None],
        timeout: float,
        end: float,
    ) -> Answer | Exception | None:
        """One request when its turn has come: the answer, or what went wrong. `None`: the turn does not come before `end`."""
        turn = pace.take(timeout * _TO_CONNECT, end)
        if turn is None:
            return None
        if answer := known():
            pace.waive(turn)
            return answer
        try:
            answer = Answer(send(timeout))
        except SourceError:
            pace.finish(turn)
            raise
        except Exception as error:  # whatever goes wrong in it; see `read_fault`
            fault = read_fault(error)
            shut = max(fault.wait, _AFTER_TOO_MANY) if fault.too_many else fault.wait
            pace.finish(turn, held=min(timeout, _GHOST) if fault.timed_out else 0.0, shut=min(shut, self.deadline))
            return error
        except BaseException:
            pace.finish(turn, held=min(timeout, _GHOST))
            raise
        pace.finish(turn)
        return answer

    def _unreachable(self, tries: int, fault: Fault) -> UnreachableError:
        said = "1 try" if tries == 1 else f"{tries} tries"
        return UnreachableError(f"{self.name}: no answer in {said}: {fault.reason}")

    def _now(self) -> float:
        """What was slept has passed, whatever the clock says."""
        return max(self.clock(), self._slept_until)

    def _rest(self, seconds: float) -> None:
        until = self._now() + seconds
        self.sleep(seconds)
        self._slept_until = max(self._slept_until, until)

    def _pauses(self) -> Iterator[float]:
        """Twice as long each time, spread by a half so that clients do not return together."""
        pause = _FIRST_PAUSE
        while True:
            yield pause * (0.5 + self.chance.random())
            pause = min(pause * 2, _LONGEST_PAUSE)
