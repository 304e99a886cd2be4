"""A small stand-in for the Crossref REST API on the loopback interface.

    with CrossrefServer(read_records("tests/data/dira_works.jsonl"), faults={1: "503", 2: "reset"}) as server:
        Crossref(server.url).search("…")

By hand: `python tests/crossref_server.py tests/data/dira_works.jsonl --every 3` prints its address and serves until
interrupted, with a fault on every third request.

Records are JSON as the service gives them, one a line. Ranking is plain word overlap. Answers have the shapes the
service was seen to give: JSON with `status`, `message-type`, `message`; a 404 in plain text; a 400 with a list of
failures. `faults` says which request (they are counted from 1) goes wrong, and how.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import re
import socket
import struct
import threading
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

Record = dict[str, Any]
Faults = Mapping[int, str] | Callable[[int], str | None]

JSON = "application/json;charset=UTF-8"
PAGE = "<html><body><h1>{}</h1>\nTry again later.\n</body></html>"


def read_records(path: str | Path) -> list[Record]:
    return [json.loads(line) for line in Path(path).read_text(encoding="utf-8").splitlines() if line.strip()]


def every(n: int, *kinds: str) -> Callable[[int], str | None]:
    """A fault on every nth request, the kinds by turns."""
    return lambda number: kinds[number // n % len(kinds)] if number % n == 0 else None


class CrossrefServer:
    """Serves records while the `with` block lasts. `requests` are the targets asked for, `agents` who asked.

    Of the filters it knows `doi` and `updates`, or, with `filters=False`, pays no attention to any.
    """

    def __init__(
        self, records: Iterable[Record], faults: Faults | None = None, port: int = 0, *, filters: bool = True
    ) -> None:
        self.filters = filters
        self.records = {record["DOI"].lower(): record for record in records}
        self.words = {doi: _words(record) for doi, record in self.records.items()}
        self.faults = faults if callable(faults) else (faults or {}).get
        self.requests: list[str] = []
        self.agents: list[str] = []
        self.closing = threading.Event()
        self._lock = threading.Lock()
        self._http = ThreadingHTTPServer(("127.0.0.1", port), type("Handler", (_Handler,), {"crossref": self}))
        self._http.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._http.server_address[1]}"

    def __enter__(self) -> CrossrefServer:
        self._thread = threading.Thread(target=self._http.serve_forever, args=(0.01,), daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *exc: object) -> None:
        self.closing.set()  # lets go of the requests held by `timeout`
        self._http.shutdown()
        self._http.server_close()
        self._thread.join()

    def note(self, target: str, agent: str) -> str | None:
        """Counts a request and says what goes wrong with it, if anything."""
        with self._lock:
            self.requests.append(target)
            self.agents.append(agent)
            return self.faults(len(self.requests))

    def search(self, text: str, rows: int) -> tuple[int, list[Record]]:
        asked = set(_fold(text))
        shared = ((len(asked & words) / (len(words) + 10) ** 0.5, doi) for doi, words in self.words.items())
        ranked = sorted((pair for pair in shared if pair[0] > 0), key=lambda pair: (-pair[0], pair[1]))
        return len(ranked), [self.records[doi] | {"score": round(10 * share, 4)} for share, doi in ranked[:rows]]

    def filtered(self, said: str, rows: int) -> tuple[int, list[Record]]:
        """`doi:10.1000/a,doi:10.1000/b`: records that any of the filters names."""
        wanted = [part.partition(":")[::2] for part in said.lower().split(",") if part]
        found = [record for record in self.records.values() if not self.filters or _is_wanted(record, wanted)]
        return len(found), found[:rows]


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    crossref: CrossrefServer

    def log_message(self, *_: object) -> None:
        pass

    def do_GET(self) -> None:
        fault = self.crossref.note(self.path, self.headers.get("User-Agent", ""))
        status, kind, body = self._answer()
        if fault:
            FAULTS[fault](self, body)
        else:
            self.send(status, kind, body)

    def _answer(self) -> tuple[int, str, str]:
        target = urlsplit(self.path)
        path = unquote(target.path).rstrip("/")
        if path == "/works":
            return self._list(parse_qs(target.query))
        record = self.crossref.records.get(path.removeprefix("/works/").lower())
        if record is None or not path.startswith("/works/"):
            return 404, "text/plain", "Resource not found."
        return 200, JSON, _envelope("work", record)

    def _list(self, query: Mapping[str, list[str]]) -> tuple[int, str, str]:
        rows = query.get("rows", ["20"])[0]
        if not rows.isdecimal() or int(rows) > 1000:
            return 400, JSON, _failure("integer-not-valid", rows, f"Integer specified as {rows} but must be …")
        if "filter" in query:
            unknown = {part.partition(":")[0] for part in query["filter"][0].split(",")} - {"doi", "updates"}
            if unknown and self.crossref.filters:
                return 400, JSON, _failure("filter-not-available", str(unknown), f"Filter {unknown} specified but …")
            total, found = self.crossref.filtered(query["filter"][0], int(rows))
        else:
            total, found = self.crossref.search(" ".join(query.get("query.bibliographic", [])), int(rows))
        if "select" in query:
            wanted = query["select"][0].split(",")
            found = [{key: record[key] for key in wanted if key in record} for record in found]
        message = {"facets": {}, "total-results": total, "items": found, "items-per-page": int(rows)}
        return 200, JSON, _envelope("work-list", message | {"query": {"start-index": 0, "search-terms": None}})

    def send(self, status: int, kind: str, body: str, headers: Mapping[str, str] | None = None) -> None:
        raw = body.encode()
        self.send_response(status)
        for name, value in {"Content-Type": kind, "Content-Length": str(len(raw)), **(headers or {})}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(raw)

    # The faults. Each gets the answer that would have been given.

    def busy(self, _: str) -> None:
        self.send(503, "text/html", PAGE.format("503 Service Unavailable"))

    def too_many(self, _: str) -> None:
        self.send(429, "text/html", PAGE.format("429 Too Many Requests"), {"Retry-After": "2"})

    def broken(self, _: str) -> None:
        error = {"status": "error", "message-type": "exception", "message": "Internal error"}
        self.send(500, "application/json", json.dumps(error))

    def not_json(self, _: str) -> None:
        self.send(200, JSON, PAGE.format("Maintenance"))

    def wrong_type(self, body: str) -> None:
        self.send(200, "text/html", body)

    def empty(self, _: str) -> None:
        self.send(200, JSON, "")

    def other_shape(self, _: str) -> None:
        self.send(200, JSON, '{"status": "ok", "message": {"total-results": null}}')

    def truncate(self, body: str) -> None:
        """Half of the body, and a Content-Length that promised all of it."""
        raw = body.encode()
        self.send_response(200)
        self.send_header("Content-Type", JSON)
        self.send_header("Content-Length", str(len(raw)))
        self.end_headers()
        self.wfile.write(raw[: len(raw) // 2])
        self.close_connection = True

    def cut(self, body: str) -> None:
        """Half of the body, and a Content-Length that fits: only the JSON shows it."""
        self.send(200, JSON, body[: len(body) // 2])

    def reset(self, _: str) -> None:
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.close_connection = True
        self.connection.close()

    def silence(self, _: str) -> None:
        """Silence until the server closes."""
        self.crossref.closing.wait()
        self.close_connection = True

    def refuse(self, _: str) -> None:
        self.send(403, "text/plain", "Forbidden")


FAULTS: dict[str, Callable[[_Handler, str], None]] = {
    "503": _Handler.busy,
    "429": _Handler.too_many,
    "500": _Handler.broken,
    "not json": _Handler.not_json,
    "wrong content type": _Handler.wrong_type,
    "empty": _Handler.empty,
    "other shape": _Handler.other_shape,
    "truncated": _Handler.truncate,
    "cut": _Handler.cut,
    "reset": _Handler.reset,
    "timeout": _Handler.silence,
    "403": _Handler.refuse,
}


def _envelope(kind: str, message: Record) -> str:
    answer = {"status": "ok", "message-type": kind, "message-version": "1.0.0", "message": message}
    return json.dumps(answer, ensure_ascii=False)


def _failure(kind: str, value: str, message: str) -> str:
    failures = [{"type": kind, "value": value, "message": message}]
    return json.dumps({"status": "failed", "message-type": "validation-failure", "message": failures})


def _is_wanted(record: Record, wanted: list[tuple[str, ...]]) -> bool:
    named = {("doi", record["DOI"].lower())}
    named |= {("updates", update["DOI"].lower()) for update in record.get("update-to") or []}
    return any(pair in named for pair in wanted)


def _words(record: Record) -> set[str]:
    people = [f"{person.get('family', '')} {person.get('name', '')}" for person in record.get("author") or []]
    texts = [text for key in ("title", "subtitle", "container-title") for text in record.get(key) or []]
    numbers = [str(record.get(key) or "") for key in ("volume", "issue", "page", "issued")]
    return set(_fold(" ".join([*people, *texts, *numbers])))


def _fold(text: str) -> list[str]:
    bare = unicodedata.normalize("NFKD", text.lower())
    return re.findall(r"[a-z0-9]+", "".join(c for c in bare if not unicodedata.combining(c)))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("records", help="JSON lines of Crossref records")
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--every", type=int, default=0, help="a fault on every nth request")
    options = parser.parse_args()
    kinds = [kind for kind in FAULTS if kind != "403"]
    faults = every(options.every, *kinds) if options.every else None
    with CrossrefServer(read_records(options.records), faults, options.port) as server:
        print(server.url, flush=True)
        with contextlib.suppress(KeyboardInterrupt):
            threading.Event().wait()


if __name__ == "__main__":
    main()
