"""Crossref, through habanero. Nothing else in citekit knows habanero, its exceptions, or its shapes.

Requests look like this (https://api.crossref.org/swagger-ui/index.html):

    /works?query.bibliographic=Leung+Lee+Infantile+cortical+hyperostosis+1985&rows=10&select=DOI,title,…
    /works/10.1056%2Fnejmoa0807865

Three answers are kept apart: *not found* is `None` or `()`, *refused* is `RefusedError`, *unreachable* is
`UnreachableError`.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import quote

import habanero
import httpx2

from citekit import __version__
from citekit.errors import RefusedError, UnreachableError
from citekit.sources.crossref_work import SELECT, parse_work
from citekit.sources.work import Work
from citekit.values.identifiers import doi as bare_doi

# Requests a second that each pool allows for lists and for single works, since 1 December 2025
# (https://doi.org/10.64000/wadve-3tj60). An address in `mailto` selects the polite pool.
RATES = {"public": {"list": 1, "single": 5}, "polite": {"list": 3, "single": 10}}
_SLACK = 1.1  # their clock is not ours, and requests do not all take as long to arrive

# No connection at all is no passing mood of a busy server; these many attempts tell.
_ATTEMPTS_TO_CONNECT = 4
_FIRST_PAUSE, _LONGEST_PAUSE = 0.5, 8.0


@dataclass
class Crossref:
    """A client. `url` is where the service stands, `mailto` the user's address (sent only when given).

    One call makes at most `attempts` requests, each given up after `timeout` seconds without a byte, and
    starts none later than `deadline` seconds after the call. Requests are made one at a time, no faster than
    the pool allows. `sleep`, `clock` and `chance` (which spreads the pauses) are there to be replaced in tests.
    """

    url: str = "https://api.crossref.org"
    mailto: str = ""
    timeout: float = field(default=10.0, kw_only=True)
    attempts: int = field(default=8, kw_only=True)
    deadline: float = field(default=120.0, kw_only=True)
    sleep: Callable[[float], None] = field(default=time.sleep, kw_only=True, repr=False)
    clock: Callable[[], float] = field(default=time.monotonic, kw_only=True, repr=False)
    chance: random.Random = field(default_factory=lambda: random.Random(0), kw_only=True, repr=False)
    name: str = field(default="Crossref", init=False)
    _free: dict[str, float] = field(default_factory=dict, init=False, repr=False)  # when we may ask again

    def search(self, text: str, rows: int = 10) -> tuple[Work, ...]:
        """The works that best fit a bibliographic text, best first; `()` when nothing does.

        Raises `RefusedError` and `UnreachableError`.
        """
        if not text.strip():
            return ()
        message = self._ask("list", query_bibliographic=text, limit=rows, select=list(SELECT))
        items = message.get("items") if message else []
        return tuple(work for item in items or [] if (work := parse_work(item)))

    def work(self, doi: str) -> Work | None:
        """The work with this DOI; `None` when Crossref has none (it may be registered elsewhere).

        Raises `RefusedError` and `UnreachableError`.
        """
        name = bare_doi(doi)
        if not name:
            return None
        # As a list, since habanero splits a text at its spaces; quoted, since `#`, `?` and `<` stand in DOIs.
        message = self._ask("single", ids=[quote(name, safe="")])
        return parse_work(message) if message else None

    def _ask(self, kind: str, **query: Any) -> dict[str, Any] | None:
        """One question, asked again while that may help. `None`: not found."""
        client = habanero.Crossref(
            base_url=self.url.rstrip("/"),
            mailto=self.mailto or None,
            ua_string=f"citekit/{__version__}",
            timeout=self.timeout,
        )
        end = self.clock() + self.deadline
        pauses = self._pauses()
        for attempt in range(1, self.attempts + 1):
            self._wait_turn(kind)
            try:
                return _message(client.works(**query), kind)
            except Exception as error:  # habanero lets through whatever goes wrong in it; see `read_fault`
                fault = read_fault(error)
                if fault.not_found and kind == "single":
                    return None
                if not fault.again:
                    raise RefusedError(f"{self.name} refused: {fault.reason}") from error
                pause = max(next(pauses), fault.wait)
                most = min(self.attempts, _ATTEMPTS_TO_CONNECT) if fault.no_connection else self.attempts
                if attempt >= most or self.clock() + pause > end:
                    tries = "1 try" if attempt == 1 else f"{attempt} tries"
                    raise UnreachableError(f"{self.name}: no answer in {tries}: {fault.reason}") from error
                self.sleep(pause)
        raise UnreachableError(f"{self.name}: no attempts allowed")

    def _wait_turn(self, kind: str) -> None:
        wait = self._free.get(kind, 0.0) - self.clock()
        if wait > 0:
            self.sleep(wait)
        rate = RATES["polite" if self.mailto else "public"][kind]
        self._free[kind] = self.clock() + _SLACK / rate

    def _pauses(self) -> Iterator[float]:
        """Twice as long each time, spread by a half so that clients do not return together."""
        pause = _FIRST_PAUSE
        while True:
            yield pause * (0.5 + self.chance.random())
            pause = min(pause * 2, _LONGEST_PAUSE)


def _message(answer: Any, kind: str) -> dict[str, Any]:
    """The part of an answer that matters. `ValueError` when it is no answer of this kind."""
    message = answer.get("message") if isinstance(answer, dict) else None
    expected = "items" if kind == "list" else "DOI"
    if not isinstance(message, dict) or expected not in message:
        raise ValueError("an answer without a message")
    return message


# ---------------------------------------------------------------- what went wrong


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a request gave no answer. `again`: asking again may help, not before `wait` seconds."""

    reason: str
    again: bool = True
    wait: float = 0.0
    not_found: bool = False
    no_connection: bool = False


def read_fault(error: BaseException) -> Fault:
    """Tells the faults of one habanero call apart.

    The same fault comes in different clothes: a 503 is `httpx2.HTTPStatusError` or habanero's `RequestError`,
    a 500 whose message is a text is a `TypeError`, a broken connection is a `RuntimeError`, a wrong content
    type a `RequestError` with status 200. What really happened stands further down the chain of causes.
    """
    for link in _chain(error):
        if isinstance(link, httpx2.HTTPStatusError):
            return _read_status(link.response)
        if isinstance(link, httpx2.InvalidURL | httpx2.UnsupportedProtocol):
            return Fault(f"its address is not understood ({_one_line(link)})", again=False)
        if isinstance(link, httpx2.TimeoutException):
            return Fault("it did not answer in time", no_connection=isinstance(link, httpx2.ConnectTimeout))
        if isinstance(link, httpx2.ConnectError):
            return Fault(f"no connection ({_one_line(link)})", no_connection=True)
        if isinstance(link, httpx2.HTTPError):
            return Fault(f"the connection broke ({_one_line(link)})")
    return Fault("its answer was garbled")


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__


_WORTH_REPEATING = frozenset({408, 425, 429})  # request time-out, too early, too many requests


def _read_status(response: httpx2.Response) -> Fault:
    status = response.status_code
    reason = f"HTTP {status} {response.reason_phrase}".strip()
    if status >= 500 or status in _WORTH_REPEATING:
        return Fault(reason, wait=seconds(response.headers.get("Retry-After", "")))
    return Fault(reason + _told(response), again=False, not_found=status in (404, 410))


def _told(response: httpx2.Response) -> str:
    """What a refusal says: `{"message": [{"message": "Integer specified as …"}]}`."""
    try:
        message = response.json()["message"]
        told = message if isinstance(message, str) else message[0]["message"]
    except (ValueError, KeyError, IndexError, TypeError):
        return ""
    return f" ({_one_line(told)})"


def seconds(retry_after: str) -> float:
    """A `Retry-After` header in seconds: `2`, or `Fri, 20 Nov 2026 10:00:00 GMT` (RFC 9110 §10.2.3).

    0 when it is absent, past, or unreadable.
    """
    text = retry_after.strip()
    if text.isdecimal():
        return float(text)
    try:
        then = parsedate_to_datetime(text)
    except (ValueError, TypeError):
        return 0.0
    if then.tzinfo is None:
        then = then.replace(tzinfo=UTC)
    return max(0.0, (then - datetime.now(UTC)).total_seconds())


def _one_line(text: object) -> str:
    return " ".join(str(text).split())[:120]
