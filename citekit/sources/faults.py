"""What went wrong with a request: the exceptions of httpx2, and of what is built on it → `Fault`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import httpx2


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a request gave no answer.

    `again`: asking again may help, not before `wait` seconds. `not_found`: it is an answer after all. `too_many`: we ask too
    fast. `timed_out`: they may still be at work on it. `no_connection`: it did not get there.
    """

    reason: str
    again: bool = True
    wait: float = 0.0
    not_found: bool = False
    too_many: bool = False
    timed_out: bool = False
    no_connection: bool = False


def read_fault(error: BaseException) -> Fault:
    """Tells the faults of one request apart.

    The same fault comes in different clothes, above all from habanero: a 503 is `httpx2.HTTPStatusError` or its
    `RequestError`, a 500 whose message is a text is a `TypeError`, a broken connection is a `RuntimeError`, a wrong content
    type a `RequestError` with status 200. What really happened stands further down the chain of causes.
    """
    return next((fault for link in _chain(error) if (fault := _read(link))), Fault("its answer was garbled"))


def _read(error: BaseException) -> Fault | None:
    match error:
        case httpx2.HTTPStatusError():
            return _read_status(error.response)
        case httpx2.InvalidURL() | httpx2.UnsupportedProtocol() | httpx2.TooManyRedirects():
            return Fault(f"its address is not understood ({_one_line(error)})", again=False)
        case httpx2.LocalProtocolError() | UnicodeEncodeError():
            return Fault(f"the question cannot be sent ({_one_line(error)})", again=False)
        case httpx2.ConnectTimeout():
            return Fault("it did not answer in time", no_connection=True)
        case httpx2.TimeoutException():
            return Fault("it did not answer in time", timed_out=True)
        case httpx2.ConnectError():
            return Fault(f"no connection ({_one_line(error)})", no_connection=True)
        case httpx2.HTTPError():
            return Fault(f"the connection broke ({_one_line(error)})")
    return None


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__


_WORTH_REPEATING = frozenset({408, 425, 429})  # request time-out, too early, too many requests


def _read_status(response: httpx2.Response) -> Fault:
    status = response.status_code
    reason = f"HTTP {status} {response.reason_phrase}".strip()
    if status >= 500 or status in _WORTH_REPEATING:
        return Fault(reason, wait=seconds(response.headers.get("Retry-After", "")), too_many=status == 429)
    return Fault(reason + _told(response), again=False, not_found=status in (404, 410) and not _is_page(response))


def _is_page(response: httpx2.Response) -> bool:
    """A page for people does not come from the service: the address is wrong, or something stands in between."""
    return str(response.headers.get("Content-Type", "")).startswith("text/html")


def _told(response: httpx2.Response) -> str:
    """What a refusal says: `{"message": [{"message": "Integer specified as …"}]}`."""
    try:
        message = response.json()["message"]
        told = message if isinstance(message, str) else message[0]["message"]
    except (ValueError, KeyError, IndexError, TypeError, RecursionError):
        return ""
    return f" ({_one_line(told)})"


def seconds(retry_after: str) -> float:
    """A `Retry-After` header in seconds: `2`, or `Fri, 20 Nov 2026 10:00:00 GMT` (RFC 9110 §10.2.3).

    0 when it is absent, past, or unreadable.
    """
    text = retry_after.strip()
    if text.isdecimal():
        return float(text[:12])
    try:
        then = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return 0.0
    if then.tzinfo is None:
        then = then.replace(tzinfo=UTC)
    return max(0.0, (then - datetime.now(UTC)).total_seconds())


def _one_line(text: object) -> str:
    return " ".join(str(text).split())[:120]
