"""A small stand-in for Zotero on the loopback interface: api.zotero.org, or a Zotero on this computer with its local API and connector.

    with ZoteroServer(Shelf("user", 475425, items=[…]), keys={"secret": …}) as web, ZoteroServer(…, local=True, server_id="…") as home:
        monkeypatch.setenv("CITEKIT_ZOTERO_URL", web.url)

It answers as https://www.zotero.org/support/dev/web_api/v3/start and its pages on basics, write requests and the local API say: pages of at
most 100 with `Total-Results`, versions of items and libraries, `successful`, `unchanged` and `failed`, write tokens that count once, a
server's id that writes to a local Zotero must name. `faults` says which request (they are counted from 1) goes wrong, and how.
"""

from __future__ import annotations

import json
import socket
import struct
import threading
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

from citekit.exchange.zotero.schema import ITEM_TYPES

Item = dict[str, Any]
Said = tuple[int, dict[str, str], str]

JSON, TEXT = {"Content-Type": "application/json"}, {"Content-Type": "text/plain"}
_FREE = "key version itemType creators tags collections relations dateAdded dateModified parentItem deleted inPublications".split()


@dataclass
class Shelf:
    """A library: its items as their `data`, its collections as `(key, name, parent)`."""

    kind: str
    number: int
    items: dict[str, Item] = field(default_factory=dict)
    collections: list[tuple[str, str, str]] = field(default_factory=list)
    name: str = "My Library"
    editable: bool = True
    version: int = 100

    def put(self, key: str, itemType: str = "book", **data: Any) -> Item:
        self.items[key] = {
            "key": key,
            "version": self.version,
            "itemType": itemType,
            "tags": [],
            "collections": [],
            **data,
        }
        return self.items[key]

    def answer(self, data: Item) -> Item:
        children = sum(other.get("parentItem") == data["key"] for other in self.items.values())
        links = {"self": {"href": "…", "type": "application/json"}}
        if enclosure := data.get("_enclosure"):
            links["enclosure"] = {"href": enclosure, "type": "application/pdf"}
        shown = {name: value for name, value in data.items() if not name.startswith("_")}
        library = {"type": self.kind, "id": self.number, "name": self.name, "links": {}}
        return {
            "key": data["key"], "version": data["version"], "library": library, "links": links,
            "meta": {"numChildren": children}, "data": shown,
        }  # fmt: skip


@dataclass
class Asked:
    method: str
    path: str
    query: dict[str, str]
    headers: dict[str, str]
    body: str

    @property
    def json(self) -> Any:
        return json.loads(self.body)


class ZoteroServer:
    """`keys` are those that may write, each with the number of its user; `readers` those that may only read. A local one has a
    `server_id` from Zotero 10 on; `says` is what the person says when asked (`always`, `once`, `no`). `lacks` are fields that this
    version does not know."""

    def __init__(
        self,
        *shelves: Shelf,
        local: bool = False,
        server_id: str = "",
        enabled: bool = True,
        says: str = "always",
        keys: Mapping[str, int] | None = None,
        readers: Mapping[str, int] | None = None,
        lacks: Iterable[str] = (),
        public: bool = False,
        faults: Mapping[int, str] | None = None,
    ) -> None:
        self.shelves = {(shelf.kind, shelf.number): shelf for shelf in shelves}
        self.local, self.server_id, self.enabled, self.says = local, server_id, enabled, says
        self.keys, self.readers = dict(keys or {}), dict(readers or {})
        self.once: set[str] = set()
        self.lacks, self.public, self.faults = frozenset(lacks), public, faults or {}
        self.asked: list[Asked] = []
        self.tokens: set[str] = set()
        self.imported: list[str] = []
        self.moved: list[tuple[str, str]] = []
        self.selected = ("L1", True)
        self._lock = threading.RLock()
        self._http = ThreadingHTTPServer(("127.0.0.1", 0), type("Handler", (_Handler,), {"zotero": self}))
        self._http.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._http.server_address[1]}"

    def __enter__(self) -> ZoteroServer:
        self._thread = threading.Thread(target=self._http.serve_forever, args=(0.01,), daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *exc: object) -> None:
        self._http.shutdown()
        self._http.server_close()
        self._thread.join()

    @property
    def writes(self) -> list[Asked]:
        return [each for each in self.asked if each.method in ("POST", "PUT") and "/items" in each.path]

    def paths(self) -> list[str]:
        return [each.path for each in self.asked]

    def note(self, asked: Asked) -> str | None:
        with self._lock:
            self.asked.append(asked)
            return self.faults.get(len(self.asked))

    # ------------------------------------------------------------ answering

    def answer(self, asked: Asked) -> Said:
        with self._lock:
            if self.local and asked.path.startswith("/connector/"):
                return self._connector(asked)
            status, headers, body = self._api(asked)
        known = {"Zotero-API-Version": "3"} | ({"Zotero-Server-ID": self.server_id} if self.server_id else {})
        return status, {**known, **headers}, body

    def _api(self, asked: Asked) -> Said:
        path = asked.path
        if self.local:
            if not path.startswith("/api/"):
                return 404, TEXT, "No endpoint found\n"
            if not self.enabled:
                return 403, TEXT, "Local API is not enabled"
            path = path.removeprefix("/api")
        elif asked.headers.get("zotero-api-key", "") not in {"", *self.keys, *self.readers}:
            return 403, TEXT, "Invalid key"
        if asked.headers.get("zotero-api-version") != "3":
            return 400, TEXT, "Version 3 was not asked for"
        parts = path.strip("/").split("/")
        if parts == [""]:
            return 200, TEXT, "Nothing to see here."
        if parts == ["keys", "current"]:
            return self._key(asked)
        if parts[0] in ("itemTypeFields", "itemTypeCreatorTypes"):
            return self._types(parts[0], asked.query.get("itemType", ""))
        if parts == ["local", "authorize"] and self.local and self.server_id:
            return self._authorize(asked)
        if parts[0] not in ("users", "groups") or len(parts) < 2:
            return 404, TEXT, "Not found"
        return self._library(parts, asked)

    def _key(self, asked: Asked) -> Said:
        key = asked.headers.get("zotero-api-key", "")
        user = (self.keys | self.readers).get(key)
        if user is None:
            return 404, TEXT, "Not found"
        return (
            200,
            JSON,
            json.dumps({"key": key, "userID": user, "username": "Ann Roe", "access": {"user": {"library": True}}}),
        )

    def _types(self, what: str, name: str) -> Said:
        if name not in ITEM_TYPES or name in self.lacks:
            return 400, TEXT, "Invalid or missing 'itemType' value"
        kind = ITEM_TYPES[name]
        if what == "itemTypeFields":
            return (
                200,
                JSON,
                json.dumps([{"field": own, "localized": own} for own in kind.fields if own not in self.lacks]),
            )
        return 200, JSON, json.dumps([{"creatorType": role, "localized": role} for role in kind.creators])

    def _authorize(self, asked: Asked) -> Said:
        if not asked.json.get("appName"):
            return 400, TEXT, "appName is required"
        if self.says == "no":
            return 403, JSON, json.dumps({"denied": True})
        key = f"local{len(self.asked):027}"
        self.keys[key] = 0
        if self.says == "once":
            self.once.add(key)
        return 200, JSON, json.dumps({"key": key, "remember": self.says == "always"})

    def _library(self, parts: list[str], asked: Asked) -> Said:
        kind, number, *rest = parts
        if kind == "users" and self.local and number == "0":
            shelf = next((one for (what, _), one in self.shelves.items() if what == "user"), None)
        else:
            shelf = self.shelves.get((kind.removesuffix("s"), int(number) if number.isdecimal() else -1))
        if shelf is None:
            return 404, TEXT, "Not found" if self.local else "Group not found"
        key = asked.headers.get("zotero-api-key", "")
        if not self.local and not self.public and not key:
            return 403, TEXT, "Forbidden"
        if asked.method != "GET":
            return self._write(shelf, rest, asked, key)
        return self._read(shelf, rest, asked)

    # ------------------------------------------------------------ reading

    def _read(self, shelf: Shelf, rest: list[str], asked: Asked) -> Said:
        match rest:
            case []:
                return (
                    200,
                    JSON,
                    json.dumps({"id": shelf.number, "version": 1, "data": {"id": shelf.number, "name": shelf.name}}),
                )
            case ["groups"]:
                groups = [one for (kind, _), one in self.shelves.items() if kind == "group"]
                return self._page([{"id": one.number, "data": {"name": one.name}} for one in groups], shelf, asked)
            case ["collections"]:
                found = [
                    {"key": key, "version": 1, "data": {"key": key, "name": name, "parentCollection": parent or False}}
                    for key, name, parent in shelf.collections
                ]
                return self._page(found, shelf, asked)
            case ["items", key] if key != "top":
                if key not in shelf.items:
                    return 404, TEXT, "Item does not exist"
                return 200, JSON, json.dumps(shelf.answer(shelf.items[key]))
            case ["items", key, "children"]:
                return self._items(shelf, [one for one in shelf.items.values() if one.get("parentItem") == key], asked)
            case ["items"] | ["items", "top"]:
                return self._items(shelf, list(shelf.items.values()), asked, top=rest[-1] == "top")
            case ["collections", key, "items", *top]:
                if key not in {known for known, _, _ in shelf.collections}:
                    return 404, TEXT, "Collection not found"
                own = {one["key"] for one in shelf.items.values() if key in one.get("collections", ())}
                found = [one for one in shelf.items.values() if one["key"] in own or one.get("parentItem") in own]
                return self._items(shelf, found, asked, top=top == ["top"])
        return 404, TEXT, "Not found"

    def _items(self, shelf: Shelf, items: list[Item], asked: Asked, top: bool = False) -> Said:
        query = asked.query
        if query.get("includeTrashed") != "1":
            items = [one for one in items if not one.get("deleted")]
        if top:
            items = [one for one in items if not one.get("parentItem")]
        if keys := query.get("itemKey"):
            items = [one for one in items if one["key"] in keys.split(",")]
        if kind := query.get("itemType"):
            items = [one for one in items if one["itemType"] == kind]
        if tag := query.get("tag"):
            without, name = tag.startswith("-"), tag.removeprefix("-").removeprefix("\\")
            items = [one for one in items if (name in {each["tag"] for each in one["tags"]}) != without]
        if words := query.get("q"):
            items = [one for one in items if words.lower() in one.get("title", "").lower()]
        return self._page([shelf.answer(one) for one in items], shelf, asked)

    def _page(self, found: list[Item], shelf: Shelf, asked: Asked) -> Said:
        limit, start = int(asked.query.get("limit", 0)), int(asked.query.get("start", 0))
        if not self.local:
            limit = min(limit or 25, 100)
        page = found[start : start + limit] if limit else found[start:]
        headers = {"Total-Results": str(len(found)), "Last-Modified-Version": str(shelf.version)}
        return 200, {**JSON, **headers}, json.dumps(page)

    # ------------------------------------------------------------ writing

    def _write(self, shelf: Shelf, rest: list[str], asked: Asked, key: str) -> Said:
        if self.local:
            if not self.server_id:
                return 400, TEXT, "Endpoint does not support method\n"
            if asked.headers.get("zotero-server-id", "") != self.server_id:
                known = asked.headers.get("zotero-server-id")
                return (
                    (412, TEXT, "Zotero-Server-ID does not match this server")
                    if known
                    else (428, TEXT, "Zotero-Server-ID not provided")
                )
            if key not in self.keys:
                return (
                    401,
                    TEXT,
                    "Invalid or expired API key"
                    if key
                    else "API key required -- POST /api/local/authorize to obtain one",
                )
            if key in self.once:
                self.once.discard(key)
                del self.keys[key]
        if not shelf.editable or (not self.local and key not in self.keys):
            return 403, TEXT, "Write access denied"
        token = asked.headers.get("zotero-write-token", "")
        if token in self.tokens:
            return 412, TEXT, "Write token already used"
        if asked.method == "PUT":
            return self._put(shelf, rest[1], asked)
        if rest != ["items"] or not isinstance(asked.json, list):
            return 400, TEXT, "Uploaded data must be a JSON array"
        if len(asked.json) > 50:
            return 413, TEXT, "Cannot add more than 50 items at a time"
        if token:
            self.tokens.add(token)
        said: dict[str, dict[str, Any]] = {"successful": {}, "success": {}, "unchanged": {}, "failed": {}}
        shelf.version += 1
        for at, item in enumerate(asked.json):
            code, message = self._wrong(shelf, item)
            if code:
                said["failed"][str(at)] = {"key": item.get("key", ""), "code": code, "message": message}
                continue
            before = shelf.items.get(item.get("key", ""))
            after = {**(before or {"tags": [], "collections": []}), **item}
            if before and {**after, "version": 0} == {**before, "version": 0}:
                said["unchanged"][str(at)] = item["key"]
                continue
            name = item.get("key") or f"NEW{len(shelf.items):05}"
            shelf.items[name] = {**after, "key": name, "version": shelf.version}
            said["successful"][str(at)] = shelf.answer(shelf.items[name])
            said["success"][str(at)] = name
        return 200, {**JSON, "Last-Modified-Version": str(shelf.version)}, json.dumps(said)

    def _put(self, shelf: Shelf, key: str, asked: Asked) -> Said:
        if key not in shelf.items:
            return 404, TEXT, "Item does not exist"
        seen = asked.headers.get("if-unmodified-since-version")
        if seen is None:
            return 428, TEXT, "If-Unmodified-Since-Version not provided"
        if int(seen) < shelf.items[key]["version"]:
            return (
                412,
                TEXT,
                f"Item has been modified since specified version (expected {seen}, found {shelf.items[key]['version']})",
            )
        lacking = [name for name in ("itemType", "tags", "relations", "collections") if name not in asked.json]
        code, message = (400, f"'{lacking[0]}' property not provided") if lacking else self._wrong(shelf, asked.json)
        if code:
            return code, TEXT, message
        shelf.version += 1
        shelf.items[key] = {**asked.json, "key": key, "version": shelf.version}
        return 204, {"Last-Modified-Version": str(shelf.version)}, ""

    def _wrong(self, shelf: Shelf, item: Item) -> tuple[int, str]:
        """What is wrong with an item as it was sent."""
        before = shelf.items.get(item.get("key", ""))
        if item.get("key"):
            if "version" not in item:
                return (
                    428,
                    "Either If-Unmodified-Since-Version or 'version' property must be provided for 'key'-based writes",
                )
            if before is None:
                return 404, f"Item doesn't exist (expected version {item['version']}; use 0 instead)"
            if item["version"] < before["version"]:
                return (
                    412,
                    f"Item has been modified since specified version (expected {item['version']}, found {before['version']})",
                )
        elif "version" in item:
            return 400, "'version' is valid only if item key is provided"
        name = item.get("itemType") or (before or {}).get("itemType")
        kind = ITEM_TYPES.get(name or "")
        if kind is None or name in self.lacks:
            return 400, f"'{name}' is not a valid itemType"
        for field_ in item:
            if field_ not in _FREE and (field_ not in kind.fields or field_ in self.lacks):
                return 400, f"'{field_}' is not a valid field for type '{name}'"
        for creator in item.get("creators", ()):
            if creator["creatorType"] not in kind.creators:
                return 400, f"'{creator['creatorType']}' is not a valid creator type for item type '{name}'"
            if ("name" in creator) == ("lastName" in creator):
                return 400, "creator object must contain 'firstName'/'lastName' or 'name'"
        return 0, ""

    # ------------------------------------------------------------ the connector

    def _connector(self, asked: Asked) -> Said:
        target, editable = self.selected
        match asked.path.removeprefix("/connector"):
            case "/getSelectedCollection":
                targets: list[Item] = []
                for at, shelf in enumerate(self.shelves.values()):
                    if shelf.editable:
                        targets.append({"id": f"L{at + 1}", "name": shelf.name, "filesEditable": True, "level": 0})
                        targets += _below(shelf, "", 1)
                chosen = int(target[1:]) if target[0] == "C" else None
                said = {
                    "libraryID": 1 if chosen else int(target[1:]),
                    "libraryEditable": editable,
                    "id": chosen,
                    "targets": targets,
                }
                return 200, JSON, json.dumps(said)
            case "/import":
                if not editable:
                    return 500, JSON, json.dumps({"libraryEditable": False})
                if "@" not in asked.body or not asked.query.get("session"):
                    return 400, TEXT, ""
                self.imported.append(asked.body)
                made = [
                    {"key": f"IMP{at:05}", "itemType": "book"}
                    for at in range(asked.body.count("\n@") + asked.body.startswith("@"))
                ]
                return 201, JSON, json.dumps(made)
            case "/updateSession":
                self.moved.append((asked.json["sessionID"], asked.json["target"]))
                return 200, JSON, "{}"
        return 404, TEXT, "No endpoint found\n"


def _below(shelf: Shelf, parent: str, level: int) -> list[Item]:
    found: list[Item] = []
    for at, (key, name, above) in enumerate(shelf.collections):
        if above == parent:
            found += [{"id": f"C{at + 1}", "name": name, "level": level}, *_below(shelf, key, level + 1)]
    return found


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    zotero: ZoteroServer

    def _serve(self) -> None:
        address = urlsplit(self.path)
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode()
        query = {name: values[0] for name, values in parse_qs(address.query, keep_blank_values=True).items()}
        asked = Asked(
            self.command, address.path, query, {name.lower(): value for name, value in self.headers.items()}, body
        )
        fault = self.zotero.note(asked)
        match fault:
            case "reset":
                self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                self.close_connection = True
                return
            case "lost":  # it is done, and the answer does not arrive
                self.zotero.answer(asked)
                self.close_connection = True
                return
            case "html":
                said: Said = (200, {"Content-Type": "text/html; charset=utf-8"}, "<html>Welcome to the printer</html>")
            case "503" | "500" | "502":
                said = (int(fault), TEXT, "Service Unavailable")
            case "429":
                said = (429, {**TEXT, "Retry-After": "7"}, "Too Many Requests")
            case "409":
                said = (409, TEXT, "Library is locked")
            case "413":
                said = (413, TEXT, "Request Entity Too Large")
            case "no json":
                said = (200, JSON, '[{"key": "ABCD')
            case "no list":
                said = (200, JSON, '{"key": "ABCD2345"}')
            case "echo":
                said = (400, TEXT, f"Bad request with key {asked.headers.get('zotero-api-key')}")
            case "moved":
                said = (302, {"Location": "http://127.0.0.1:9/"}, "")
            case "changing":
                said = self.zotero.answer(asked)
                said[1]["Last-Modified-Version"] = str(len(self.zotero.asked) * 1000)
            case "huge":
                self._huge()
                return
            case _:
                said = self.zotero.answer(asked)
                if fault == "backoff":
                    said[1]["Backoff"] = "9"
        self._send(*said, cut=fault == "truncated")

    do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = _serve

    def _send(self, status: int, headers: dict[str, str], body: str, cut: bool = False) -> None:
        content = body.encode()
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content[: len(content) // 2] if cut else content)
        if cut:
            self.close_connection = True

    def _huge(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(80 * 1024 * 1024))
        self.end_headers()
        try:
            for _ in range(80):
                self.wfile.write(b" " * 1024 * 1024)
        except OSError:
            self.close_connection = True

    def log_message(self, *_: object) -> None:
        """Says nothing."""
