"""One request by HTTP, against a server on the loopback interface."""

from __future__ import annotations

import gzip
import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import httpx2
import pytest

from citekit.sources import http
from citekit.sources.faults import read_fault
from citekit.sources.http import AGENT, get_json, get_text


class Desk(BaseHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass

    def do_GET(self) -> None:
        target = urlsplit(self.path)
        match target.path:
            case "/echo":
                asked = {"query": parse_qs(target.query), "agent": self.headers["User-Agent"]}
                self.say(json.dumps(asked).encode())
            case "/latin":
                self.say("Zoë".encode("latin-1"), kind="text/plain; charset=iso-8859-1")
            case "/moved":
                self.say(b"", 301, Location="/echo?query=kept")
            case "/round":
                self.say(b"", 302, Location="/round")
            case "/missing":
                self.say(b'{"message": "no such work"}', 404)
            case "/busy":
                self.say(b"", 503, **{"Retry-After": "9"})
            case "/page":
                self.say(b"<html>Maintenance</html>")
            case "/bomb":
                self.say(gzip.compress(b"[" + b"0," * 1_000_000 + b"0]"), **{"Content-Encoding": "gzip"})

    def say(self, body: bytes, status: int = 200, kind: str = "application/json", **headers: str) -> None:
        self.send_response(status)
        for name, value in {"Content-Type": kind, "Content-Length": str(len(body)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)


@pytest.fixture(scope="module")
def url():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Desk)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch):
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")


def test_a_question_arrives_as_it_was_put(url):
    asked = get_json(url + "/echo", {"q": "a&b=ü #1 100%", "rows": 5}, timeout=5)
    assert asked == {"query": {"q": ["a&b=ü #1 100%"], "rows": ["5"]}, "agent": AGENT}


def test_text_comes_in_its_own_encoding(url):
    assert get_text(url + "/latin", {}, timeout=5) == "Zoë"


def test_a_redirect_is_followed_within_reason(url):
    assert get_json(url + "/moved", {}, timeout=5)["query"] == {"query": ["kept"]}
    with pytest.raises(httpx2.TooManyRedirects):
        get_json(url + "/round", {}, timeout=5)


def test_a_fault_can_be_told(url):
    with pytest.raises(httpx2.HTTPStatusError) as missing:
        get_json(url + "/missing", {}, timeout=5)
    assert read_fault(missing.value).not_found
    assert "no such work" in read_fault(missing.value).reason
    with pytest.raises(httpx2.HTTPStatusError) as busy:
        get_text(url + "/busy", {}, timeout=5)
    assert read_fault(busy.value).wait == 9


def test_what_is_no_json_is_garbled(url):
    with pytest.raises(ValueError) as error:  # noqa: PT011
        get_json(url + "/page", {}, timeout=5)
    assert read_fault(error.value).reason == "its answer was garbled"


def test_an_answer_is_as_large_as_it_is_unpacked(url, monkeypatch):
    assert len(get_json(url + "/bomb", {}, timeout=5)) == 1_000_001
    monkeypatch.setattr(http, "_MOST", 1_000_000)
    with pytest.raises(ValueError, match="more than 1000000 bytes"):
        get_json(url + "/bomb", {}, timeout=5)


def test_an_answer_that_takes_too_long_is_a_time_out(url, monkeypatch):
    monkeypatch.setattr(http, "_PATIENCE", -1)
    with pytest.raises(httpx2.ReadTimeout) as error:
        get_json(url + "/bomb", {}, timeout=5)
    assert read_fault(error.value).timed_out
