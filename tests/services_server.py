"""Small stand-ins for DataCite, NCBI's E-utilities and ID Converter, and arXiv on the loopback interface.

    with ServicesServer(datacite=[…], pubmed={…}, faults={1: "503", 2: "reset"}) as server:
        DataCite(server.datacite_url).works(("10.5281/zenodo.31780",))

Answers have the shapes the services give: JSON:API with `data` for DataCite, `result` with `uids` for summaries, `records` with
`requested-id` for the converter, an Atom feed for arXiv, in which a number that is none turns the whole answer into an
entry about an error. `faults` says which request (they are counted from 1) goes wrong, and how.
"""

from __future__ import annotations

import json
import re
import socket
import struct
import threading
from collections.abc import Iterable, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

Record = dict[str, Any]
Answer = tuple[int, str, str]

JSON, API, ATOM = "application/json", "application/vnd.api+json; charset=utf-8", "application/atom+xml; charset=UTF-8"


class ServicesServer:
    """Serves records while the `with` block lasts. `requests` are the paths asked for, `queries` what was asked, `agents` who asked."""

    def __init__(
        self,
        datacite: Iterable[Record] = (),
        pubmed: Mapping[str, Record] | None = None,
        pmc: Mapping[str, Record] | None = None,
        conversions: Mapping[str, Record] | None = None,
        arxiv: Mapping[str, str] | None = None,
        faults: Mapping[int, str] | None = None,
    ) -> None:
        self.datacite = {record["doi"].lower(): record for record in datacite}
        self.summaries = {"pubmed": pubmed or {}, "pmc": pmc or {}}
        self.conversions = conversions or {}
        self.arxiv = arxiv or {}
        self.faults = faults or {}
        self.requests: list[str] = []
        self.queries: list[dict[str, str]] = []
        self.agents: list[str] = []
        self._lock = threading.Lock()
        self._http = ThreadingHTTPServer(("127.0.0.1", 0), type("Handler", (_Handler,), {"services": self}))
        self._http.daemon_threads = True
        url = f"http://127.0.0.1:{self._http.server_address[1]}"
        self.datacite_url, self.eutils_url, self.converter_url = f"{url}/datacite", f"{url}/eutils", f"{url}/idconv"
        self.arxiv_url = f"{url}/arxiv"

    def __enter__(self) -> ServicesServer:
        self._thread = threading.Thread(target=self._http.serve_forever, args=(0.01,), daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *exc: object) -> None:
        self._http.shutdown()
        self._http.server_close()
        self._thread.join()

    def note(self, path: str, query: dict[str, str], agent: str) -> str | None:
        """Counts a request and says what goes wrong with it, if anything."""
        with self._lock:
            self.requests.append(path)
            self.queries.append(query)
            self.agents.append(agent)
            return self.faults.get(len(self.requests))

    # ------------------------------------------------------------ the services

    def answer(self, path: str, query: dict[str, str]) -> Answer:
        _, service, *rest = path.split("/", 2)
        below = unquote(rest[0]) if rest else ""
        if service == "datacite" and below == "dois":
            return self._datacite_list(query)
        if service == "datacite":
            return self._datacite_one(below.removeprefix("dois/"))
        if service == "eutils" and below == "esummary.fcgi":
            return self._summary(query)
        if service == "idconv":
            return self._convert(query)
        if service == "arxiv" and below == "api/query":
            return self._feed(query)
        return 404, "text/html", "<h1>Not Found</h1>"

    def _datacite_list(self, query: dict[str, str]) -> Answer:
        said = query["query"]
        if said.startswith("doi:("):
            wanted = re.findall(r'"((?:\\.|[^"\\])*)"', said)
            found = [self.datacite[name] for doi in wanted if (name := re.sub(r"\\(.)", r"\1", doi)) in self.datacite]
        else:
            words = set(said.split(" OR "))
            found = [one for one in self.datacite.values() if words & set(re.findall(r"\w+", json.dumps(one).lower()))]
        data = [_resource(record, query) for record in found[: int(query.get("page[size]", 25))]]
        return 200, API, json.dumps({"data": data, "meta": {"total": len(found)}, "links": {}})

    def _datacite_one(self, doi: str) -> Answer:
        record = self.datacite.get(doi.lower())
        if record is None:
            error = {"status": "404", "title": "The resource you are looking for doesn't exist."}
            return 404, API, json.dumps({"errors": [error]})
        return 200, API, json.dumps({"data": _resource(record, {})})

    def _summary(self, query: dict[str, str]) -> Answer:
        known = self.summaries[query["db"]]
        ids = query["id"].split(",")
        nothing = "cannot get document summary"
        result = {"uids": ids} | {number: known.get(number, {"uid": number, "error": nothing}) for number in ids}
        return 200, JSON, json.dumps({"header": {"type": "esummary", "version": "0.3"}, "result": result})

    def _convert(self, query: dict[str, str]) -> Answer:
        missing = {"status": "error", "errmsg": "Identifier not found in PMC"}
        records = [
            {"requested-id": number} | self.conversions.get(number, missing) for number in query["ids"].split(",")
        ]
        return 200, JSON, json.dumps({"status": "ok", "request": {"idtype": query["idtype"]}, "records": records})

    def _feed(self, query: dict[str, str]) -> Answer:
        numbers = query["id_list"].split(",")
        wrong = next((number for number in numbers if self.arxiv.get(number) == "incorrect"), None)
        if wrong:
            said = f"incorrect id format for {wrong}"
            entry = f"<entry><id>http://arxiv.org/api/errors#{said.replace(' ', '_')}</id><title>Error</title><summary>{said}</summary></entry>"
            return 200, ATOM, feed(entry)
        return 200, ATOM, feed(*(self.arxiv[number] for number in numbers if number in self.arxiv))


def _resource(record: Record, query: dict[str, str]) -> Record:
    wanted = query.get("fields[dois]", "").split(",")
    attributes = {key: value for key, value in record.items() if wanted == [""] or key in wanted}
    return {"id": record["doi"].lower(), "type": "dois", "attributes": attributes}


def feed(*entries: str) -> str:
    """An answer of arXiv with these entries."""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<feed xmlns="http://www.w3.org/2005/Atom" xmlns:arxiv="http://arxiv.org/schemas/atom">\n'
        f'  <title type="html">ArXiv Query</title>\n{"".join(entries)}</feed>\n'
    )


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    services: ServicesServer

    def log_message(self, *_: object) -> None:
        pass

    def do_GET(self) -> None:
        target = urlsplit(self.path)
        query = {name: values[0] for name, values in parse_qs(target.query).items()}
        fault = self.services.note(target.path, query, self.headers.get("User-Agent", ""))
        if fault == "reset":
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            self.close_connection = True
            self.connection.close()
        else:
            self._send(*(FAULTS[fault] if fault else self.services.answer(target.path, query)))

    def _send(self, status: int, kind: str, body: str) -> None:
        raw = body.encode()
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(raw)))
        self.end_headers()
        self.wfile.write(raw)


FAULTS: dict[str, Answer] = {
    "503": (503, "text/html", "<h1>503 Service Unavailable</h1>"),
    "429": (429, JSON, '{"error": "API rate limit exceeded", "count": "4"}'),
    "403": (403, "text/plain", "Forbidden"),
    "empty": (200, JSON, ""),
    "page": (200, "text/html", "<html><body>Maintenance</body></html>"),
    "cut": (200, JSON, '{"data": [{"id": "10.1'),
    "other shape": (200, JSON, '{"meta": null, "data": null, "result": 7, "records": "x"}'),
}
