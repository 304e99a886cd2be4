"""Zotero's API at one address: what is asked, and what the answers mean.

Requests look like this (https://www.zotero.org/support/dev/web_api/v3/basics, …/local_api):

    GET https://api.zotero.org/users/475425/collections/ABCD2345/items/top?limit=100&start=100&include=data
        Zotero-API-Version: 3
        Zotero-API-Key: …
    GET http://127.0.0.1:23119/api/users/0/items/top?limit=500&include=data
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, cast

from citekit.errors import UnreachableError
from citekit.model import Progress, unheard
from citekit.sources.faults import read_fault, seconds
from citekit.sources.service import Pool, Service
from citekit.zotero import http
from citekit.zotero.errors import NotRunning, NotZotero
from citekit.zotero.http import Params, Reply
from citekit.zotero.refusals import refuse

Items = list[dict[str, Any]]

_WEB = Pool(4, at_once=1)  # zotero.org names no rate; it says `Backoff` and `Retry-After` where it wants less
_LOCAL = Pool(1000, at_once=50)
_LONGEST_PAUSE = 120.0
_AGAIN = frozenset({408, 425, 429})
_BEGUN_ANEW = 3  # times, where a library changes while it is read


@dataclass
class Server:
    """`url` is where the API stands, `local` whether that is a Zotero on this computer. `key` goes into a header and nowhere else.
    `server_id` is known of Zotero 10 and later, once `meet` was asked. All methods raise the errors of `citekit.zotero.errors`,
    `RefusedError` and `UnreachableError`."""

    url: str
    local: bool = False
    key: str = field(default="", repr=False)
    sleep: Callable[[float], None] = field(default=time.sleep, repr=False)
    timeout: float = 30.0
    server_id: str = ""
    _service: Service = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self.url = self.url.rstrip("/")
        pools = {"api": _LOCAL if self.local else _WEB}
        attempts = 1 if self.local else 6
        self._service = Service(self.name, self.url, pools, timeout=self.timeout, attempts=attempts, sleep=self.sleep)

    @property
    def name(self) -> str:
        return "Zotero" if self.local else "zotero.org"

    def meet(self) -> None:
        """Asks a Zotero on this computer whether it is there and lets us read; notes its id."""
        reply = self.request("GET", "/")
        refuse(reply, self.name, self.key)
        self.server_id = reply.headers.get("zotero-server-id", "")

    def get(self, path: str, params: Params | None = None) -> Any | None:
        """The JSON there; `None` where there is nothing (404)."""
        reply = self.request("GET", path, params, wants_json=True)
        if reply.status == 404:
            return None
        refuse(reply, self.name, self.key)
        return reply.json()

    def all(self, path: str, params: Params, tell: Progress = unheard) -> Items | None:
        """Everything that a list holds, page by page; `None` where there is no such list. It is read anew when it changes meanwhile."""
        for _ in range(_BEGUN_ANEW):
            found, versions = [], set()
            for reply in self._pages(path, params):
                if reply.status == 404:
                    return None
                refuse(reply, self.name, self.key)
                versions.add(reply.headers.get("last-modified-version", ""))
                found += _listed(reply)
                tell("reading", len(found), max(len(found), _number(reply.headers.get("total-results", ""))))
                if len(versions) > 1:
                    break
            if len(versions) < 2:
                return found
        raise UnreachableError(f"{self.name}: the library changes while it is read; try again when Zotero has synced")

    def _pages(self, path: str, params: Params) -> Iterator[Reply]:
        limit = 500 if self.local else 100
        start = 0
        while True:
            reply = self.request("GET", path, {**params, "limit": limit, "start": start}, wants_json=True)
            yield reply
            start += limit
            total = reply.headers.get("total-results", "")
            got = len(_listed(reply))
            if not got or (start >= _number(total) if total else got < limit):
                return

    # ---------------------------------------------------------------- writing

    def post(self, path: str, value: Any, headers: Mapping[str, str] | None = None) -> Reply:
        """The answer to a write that Zotero took. `Changed` for 412 and 428, `Locked` for 409, `TooLarge` for 413."""
        return self._write("POST", path, value, headers)

    def put(self, path: str, value: Any, headers: Mapping[str, str]) -> Reply:
        return self._write("PUT", path, value, headers)

    def _write(self, method: str, path: str, value: Any, headers: Mapping[str, str] | None) -> Reply:
        content = json.dumps(value, ensure_ascii=False).encode("utf-8", "replace")
        reply = self.request(
            method, path, headers={"Content-Type": "application/json", **(headers or {})}, content=content
        )
        refuse(reply, self.name, self.key, writing=True)
        return reply

    # ---------------------------------------------------------------- requests

    def request(
        self,
        method: str,
        path: str,
        params: Params | None = None,
        headers: Mapping[str, str] | None = None,
        content: bytes | None = None,
        *,
        wants_json: bool = False,
        timeout: float = 0.0,
        statuses: frozenset[int] = frozenset(),
    ) -> Reply:
        """Any request and its answer, unless none can be had. `Backoff` is minded. `statuses` are answers that would else be faults of
        the server."""
        sent = {"Zotero-API-Version": "3", **self._about_us(), **(headers or {})}

        def send(given: float) -> Reply:
            reply = http.ask(
                method,
                self.url + path,
                params=params,
                headers=sent,
                content=content,
                timeout=timeout or given,
                local=self.local,
            )
            if reply.is_page:
                raise NotZotero(
                    f"what answers at {self.url} is not Zotero: it sends a page for people (HTTP {reply.status})"
                )
            if reply.status not in statuses and (reply.status in _AGAIN or reply.status >= 500):
                http.complain(reply)
            if wants_json and reply.status == 200:
                reply.json()  # a ValueError now is one that asking again may mend
            return reply

        try:
            answer = self._service.request("api", send, search=True)
        except UnreachableError as error:
            if self.local and error.__cause__ and read_fault(error.__cause__).no_connection:
                raise NotRunning(
                    f"Zotero does not run on this computer (nothing answers at {self.url}); start it"
                ) from None
            raise
        reply: Reply = cast(Reply, answer.value)
        pause = seconds(reply.headers.get("backoff", ""))
        if pause:
            self.sleep(min(pause, _LONGEST_PAUSE))
        return reply

    def _about_us(self) -> dict[str, str]:
        if self.local:
            ours = {"Zotero-Allowed-Request": "1"} | ({"Zotero-Server-ID": self.server_id} if self.server_id else {})
        else:
            ours = {}
        return ours | ({"Zotero-API-Key": self.key} if self.key else {})


def _listed(reply: Reply) -> Items:
    if reply.status != 200:
        return []
    said = reply.json()
    if not isinstance(said, list):
        raise NotZotero("Zotero: a list was asked for, and something else came")
    return [each for each in said if isinstance(each, dict)]


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 12 else 0
