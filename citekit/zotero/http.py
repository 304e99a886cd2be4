"""One request to a Zotero by HTTP, whatever it answers. Asking again is the business of `citekit.sources.service`.

Raises httpx2's errors (see `citekit.sources.faults`), and `NotZotero` for an answer larger than anybody wants.
"""

from __future__ import annotations

import json
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import httpx2

from citekit.sources.http import AGENT, body
from citekit.zotero.errors import NotZotero

_PATIENCE = 5  # times the time-out, for a whole answer

Params = Mapping[str, str | int]


@dataclass(frozen=True, slots=True)
class Reply:
    """`headers` have names in lower case."""

    status: int
    headers: Mapping[str, str]
    body: bytes = field(repr=False)

    @property
    def text(self) -> str:
        return self.body.decode("utf-8", "replace")

    @property
    def is_page(self) -> bool:
        """A page for people comes from something else than the service."""
        return self.headers.get("content-type", "").startswith("text/html")

    def json(self) -> Any:
        """Raises `ValueError` where it is no JSON."""
        try:
            return json.loads(self.body)
        except RecursionError:
            raise ValueError("JSON that is nested too deeply") from None


def ask(
    method: str,
    url: str,
    *,
    params: Params | None = None,
    headers: Mapping[str, str] | None = None,
    content: bytes | None = None,
    timeout: float,
    local: bool = False,
) -> Reply:
    """Sends one request and returns the answer. No redirect is followed, so a key goes nowhere but to `url`; `local`: nor through a
    proxy. `timeout` is how many seconds may pass without a byte."""
    end = time.monotonic() + _PATIENCE * timeout
    sent = {"User-Agent": AGENT, **(headers or {})}
    with _client(local).stream(
        method, url, params=dict(params or {}), headers=sent, content=content, timeout=timeout
    ) as response:
        try:
            whole = body(response, end)
        except ValueError as error:
            raise NotZotero(f"Zotero: {error}") from error
        return Reply(response.status_code, {name.lower(): value for name, value in response.headers.items()}, whole)


@cache
def _client(local: bool) -> httpx2.Client:
    """One for all requests, since making it takes longer than most of them; each has a connection of its own, as Zotero closes them."""
    return httpx2.Client(trust_env=not local, limits=httpx2.Limits(max_keepalive_connections=0))


def complain(reply: Reply) -> None:
    """Raises the error of httpx2's for a status that asking again may help against."""
    request = httpx2.Request("GET", "https://zotero.invalid")
    kept = {"Retry-After": reply.headers["retry-after"]} if "retry-after" in reply.headers else {}
    httpx2.Response(reply.status, headers=kept, request=request).raise_for_status()
