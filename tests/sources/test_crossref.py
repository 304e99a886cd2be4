"""Crossref through habanero, against a server on the loopback interface that misbehaves on order."""

from __future__ import annotations

import socket
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from crossref_server import FAULTS, CrossrefServer, read_records

from citekit import __version__
from citekit.errors import RefusedError, UnreachableError
from citekit.sources.crossref import Crossref, seconds

RECORDS = read_records(Path(__file__).parents[1] / "data" / "dira_works.jsonl")
TEXT = "Mengesha Bennett Pustular skin disorders: diagnosis and treatment Am J Clin Dermatol 2002"
DOI = "10.2165/00128071-200203060-00003"


class Clock:
    """Time that passes only in sleep, which is noted."""

    def __init__(self) -> None:
        self.now = 0.0
        self.slept: list[float] = []

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


def client(server: CrossrefServer, clock: Clock | None = None, **options) -> Crossref:
    clock = clock or Clock()
    return Crossref(server.url, timeout=0.5, sleep=clock.sleep, clock=clock, **options)


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch):
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")


# ---------------------------------------------------------------- answers


def test_search_gives_works_best_first():
    with CrossrefServer(RECORDS) as server:
        found = client(server).search(TEXT, rows=4)
    assert len(found) == 4
    assert (found[0].doi, found[0].title) == (DOI, "Pustular Skin Disorders")
    assert [work.score for work in found] == sorted((work.score for work in found), reverse=True)


def test_search_that_finds_nothing():
    with CrossrefServer(RECORDS) as server:
        assert client(server).search("zymurgy") == ()
        assert client(server).search("  ") == ()
        assert len(server.requests) == 1  # nothing is asked about nothing


def test_one_work_by_its_doi():
    with CrossrefServer(RECORDS) as server:
        work = client(server).work(f"https://doi.org/{DOI}")
    assert work is not None
    assert (work.doi, work.pages) == (DOI, "389-400")


def test_a_work_that_is_not_there():
    with CrossrefServer(RECORDS) as server:
        assert client(server).work("10.5555/nothing-here") is None
        assert len(server.requests) == 1  # an answer, so it is not asked again
        assert client(server).work("no DOI at all") is None
        assert len(server.requests) == 1


@pytest.mark.parametrize(
    "doi",
    [
        "10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2",
        "10.1000/a#b?c=d&e%f",
        "10.5555/ä+b",
        "10.5555/a//b/../c",
    ],
)
def test_dois_travel_unharmed(doi):
    with CrossrefServer([{"DOI": doi}]) as server:
        work = client(server).work(doi)
    assert work is not None
    assert work.doi == doi


# ---------------------------------------------------------------- what the service gets to know


def test_the_question():
    with CrossrefServer(RECORDS) as server:
        client(server).search("L'été & 100 % café #1", rows=7)
        target = urlsplit(server.requests[0])
        agent = server.agents[0]
    asked = parse_qs(target.query)
    assert target.path == "/works"
    assert asked["query.bibliographic"] == ["L'été & 100 % café #1"]
    assert asked["rows"] == ["7"]
    assert "reference" not in asked["select"][0].split(",")  # whole reference lists are not wanted
    assert f"citekit/{__version__}" in agent
    assert "mailto" not in agent + target.query


def test_an_address_is_sent_when_given():
    with CrossrefServer(RECORDS) as server:
        client(server, mailto="me@example.org").search(TEXT)
        assert "mailto:me@example.org" in server.agents[0]


# ---------------------------------------------------------------- faults


@pytest.mark.parametrize("fault", [kind for kind in FAULTS if kind != "403"])
def test_a_passing_fault_changes_nothing(fault):
    clock = Clock()
    with CrossrefServer(RECORDS, faults={1: fault, 2: fault}) as server:
        found = client(server, clock).search(TEXT, rows=1)
        assert [work.doi for work in found] == [DOI]
        assert len(server.requests) == 3
    assert len([pause for pause in clock.slept if pause]) >= 2


@pytest.mark.parametrize("fault", ["503", "500", "truncated", "not json", "reset", "wrong content type"])
def test_a_passing_fault_changes_nothing_for_a_single_work(fault):
    with CrossrefServer(RECORDS, faults={1: fault}) as server:
        work = client(server).work(DOI)
    assert work is not None
    assert work.doi == DOI


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        ("503", "HTTP 503 Service Unavailable"),
        ("500", "HTTP 500"),
        ("not json", "its answer was garbled"),
        ("other shape", "its answer was garbled"),
        ("timeout", "it did not answer in time"),
        ("reset", "the connection broke"),
    ],
)
def test_a_lasting_fault_is_unreachable_and_told_in_one_line(fault, told):
    with CrossrefServer(RECORDS, faults=lambda _: fault) as server:
        with pytest.raises(UnreachableError, match=told) as error:
            client(server, attempts=3).search(TEXT)
        assert len(server.requests) == 3
    assert "in 3 tries" in str(error.value)
    assert "\n" not in str(error.value)
    assert error.value.__cause__ is not None


def test_a_refusal_is_not_repeated():
    with CrossrefServer(RECORDS, faults=lambda _: "403") as server:
        with pytest.raises(RefusedError, match="HTTP 403"):
            client(server).search(TEXT)
        with pytest.raises(RefusedError):
            client(server).work(DOI)
        assert len(server.requests) == 2


def test_a_refusal_says_why():
    with CrossrefServer(RECORDS) as server, pytest.raises(RefusedError, match="Integer specified as 5000"):
        client(server).search(TEXT, rows=5000)


def test_a_wrong_address_is_refused_not_found():
    with CrossrefServer(RECORDS) as server, pytest.raises(RefusedError, match="HTTP 404"):
        Crossref(server.url + "/v9").search(TEXT)


@pytest.mark.parametrize("url", ["api.crossref.org", "ftp://127.0.0.1/", "http://127.0.0.1:port", ""])
def test_an_address_that_is_none(url):
    with pytest.raises(RefusedError, match="address"):
        Crossref(url).search(TEXT)


def test_nobody_there_is_found_out_quickly():
    with socket.socket() as taken:  # a port where nobody listens
        taken.bind(("127.0.0.1", 0))
        clock = Clock()
        source = Crossref(f"http://127.0.0.1:{taken.getsockname()[1]}", sleep=clock.sleep, clock=clock)
        with pytest.raises(UnreachableError, match="no connection"):
            source.search(TEXT)
    assert clock.now < 10


# ---------------------------------------------------------------- manners


def test_retry_after_is_obeyed():
    clock = Clock()
    with CrossrefServer(RECORDS, faults={1: "429"}) as server:
        client(server, clock).search(TEXT)
    assert clock.now >= 2  # what the server asked for


def test_pauses_grow():
    clock = Clock()
    with CrossrefServer(RECORDS, faults=lambda _: "503") as server, pytest.raises(UnreachableError):
        client(server, clock, attempts=6, mailto="me@example.org").search(TEXT)
    assert clock.slept[-1] > 4 * clock.slept[0]


def test_no_request_is_begun_after_the_deadline():
    clock = Clock()
    with CrossrefServer(RECORDS, faults=lambda _: "503") as server, pytest.raises(UnreachableError):
        client(server, clock, attempts=1000, deadline=30).search(TEXT)
    assert clock.now <= 30


@pytest.mark.parametrize(
    ("mailto", "call", "a_second"),
    [("", "search", 1), ("me@example.org", "search", 3), ("", "work", 5), ("me@example.org", "work", 10)],
)
def test_no_faster_than_the_pool_allows(mailto, call, a_second):
    clock = Clock()
    with CrossrefServer(RECORDS, faults={2: "503"}) as server:
        source = client(server, clock, mailto=mailto)
        for _ in range(3):
            getattr(source, call)(DOI)
        assert len(server.requests) == 4
    assert clock.now > 3 / a_second


@pytest.mark.parametrize(
    ("header", "meant"),
    [("2", 2.0), (" 120 ", 120.0), ("", 0.0), ("soon", 0.0), ("-1", 0.0), ("Wed, 21 Oct 2015 07:28:00 GMT", 0.0)],
)
def test_retry_after_header(header, meant):
    assert seconds(header) == meant


def test_retry_after_as_a_date():
    then = format_datetime(datetime.now(UTC) + timedelta(seconds=100), usegmt=True)
    assert 90 < seconds(then) <= 100
