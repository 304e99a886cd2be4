"""One request by HTTP, for the services that no library speaks to for us. Asking again is `service.py`'s business.

Raises httpx2's errors, and `ValueError` for an answer that cannot be read or is larger than anybody wants.
"""

from __future__ import annotations

import json
import time
from collections.abc import Mapping
from typing import Any

import httpx2

from citekit import __version__

AGENT = f"citekit/{__version__}"
"""Who asks."""

_MOST = 64 * 1024 * 1024  # bytes of an answer
_MOST_REDIRECTS = 5
_PATIENCE = 3  # times the time-out, for a whole answer

Params = Mapping[str, str | int]


def get_json(url: str, params: Params, *, timeout: float) -> Any:
    """The JSON at an address. `params` are its whole query, `timeout` is how many seconds may pass without a byte."""
    return json.loads(_answer(url, params, timeout, "application/json").content)


def get_text(url: str, params: Params, *, timeout: float) -> str:
    """The same for text, in the encoding that its header names, or UTF-8."""
    return _answer(url, params, timeout, "*/*").text


def _answer(url: str, params: Params, timeout: float, accept: str) -> httpx2.Response:
    end = time.monotonic() + _PATIENCE * timeout
    with (
        httpx2.Client(follow_redirects=True, max_redirects=_MOST_REDIRECTS, timeout=timeout) as client,
        client.stream("GET", url, params=dict(params), headers={"User-Agent": AGENT, "Accept": accept}) as response,
    ):
        whole = body(response, end)
        kept = {name: response.headers[name] for name in ("Content-Type", "Retry-After") if name in response.headers}
        answer = httpx2.Response(response.status_code, headers=kept, content=whole, request=response.request)
    return answer.raise_for_status()


def body(response: httpx2.Response, end: float) -> bytes:
    """All of an answer that is coming in. Raises `ValueError` where it is larger than anybody wants, `ReadTimeout` where it is not there
    at `end` on the monotonic clock."""
    parts, size = [], 0
    for part in response.iter_bytes(1 << 16):
        parts.append(part)
        size += len(part)
        if size > _MOST:
            raise ValueError(f"an answer of more than {_MOST} bytes")
        if time.monotonic() > end:
            raise httpx2.ReadTimeout("the answer came too slowly", request=response.request)
    return b"".join(parts)
