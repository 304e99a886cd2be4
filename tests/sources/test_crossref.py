"""Crossref through habanero, against a server on the loopback interface that misbehaves on order."""

from __future__ import annotations

import socket
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import habanero
import pytest
from crossref_server import FAULTS, CrossrefServer, every, read_records

from citekit import __version__
from citekit.errors import OfflineError, RefusedError, UnreachableError
from citekit.sources.cache import Cache
from citekit.sources.crossref import Crossref

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


# ---------------------------------------------------------------- many DOIs


def dois(n: int) -> tuple[str, ...]:
    return tuple(f"10.5555/test.{number}" for number in range(n))


def records(names: tuple[str, ...]) -> list[dict]:
    return [{"DOI": name, "title": [f"On {name}"], "abstract": "long"} for name in names]


def test_a_thousand_works_take_tens_of_requests():
    asked = dois(1000)
    with CrossrefServer(records(asked[:990])) as server:
        found = client(server).works(asked)
        assert len(server.requests) == 20
        assert max(map(len, server.requests)) < 4000
    assert list(found) == list(asked)
    assert [work.title for work in found.values() if work] == [f"On {name}" for name in asked[:990]]
    assert [found[name] for name in asked[990:]] == [None] * 10


def test_no_works():
    with CrossrefServer([]) as server:
        assert client(server).works(()) == {}
        assert client(server).works(("", "no DOI")) == {"": None, "no DOI": None}
        assert server.requests == []


def test_works_stand_under_the_doi_as_it_was_given():
    with CrossrefServer(records(("10.5555/AbC",))) as server:
        found = client(server).works(("10.5555/abc", "https://doi.org/10.5555/ABC", "doi:10.5555/aBc."))
        assert [work and work.doi for work in found.values()] == ["10.5555/AbC"] * 3
        assert list(found) == ["10.5555/abc", "https://doi.org/10.5555/ABC", "doi:10.5555/aBc."]
        assert len(server.requests) == 1


ODD = (
    "10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2",
    "10.1000/a#b?c=d&e%f+g",
    "10.5555/ä",
    "10.1000/1,2",
)


def test_odd_dois_in_a_batch():
    with CrossrefServer(records((*ODD, *dois(5)))) as server:
        found = client(server).works((*ODD, *dois(5)))
        assert [work and work.doi for work in found.values()] == [*ODD, *dois(5)]
        assert len(server.requests) == 2  # the batch, and the one that no filter takes
        assert server.requests[1] == "/works/10.1000%2F1%2C2"


def test_an_odd_doi_that_a_batch_lacks_is_asked_for_by_itself():
    with CrossrefServer(records(dois(3))) as server:
        found = client(server).works((*dois(3), ODD[0], "10.5555/none"))
        assert [work is not None for work in found.values()] == [True, True, True, False, False]
        assert len(server.requests) == 2


def test_a_server_that_knows_no_filters_does_no_harm():
    with CrossrefServer(records(dois(3)), filters=False) as server:
        found = client(server).works(("10.5555/test.2", "10.5555/none"))
    assert [work and work.doi for work in found.values()] == ["10.5555/test.2", None]


def test_one_refused_doi_does_not_spoil_the_batch():
    def refuse(number: int) -> str | None:
        return "403" if number in (1, 2) else None  # all eight, and the first half

    with CrossrefServer(records(dois(8)), faults=refuse) as server:
        found = client(server).works(dois(8))
    assert all(found.values())


def test_works_that_are_refused_for_good():
    with CrossrefServer(records(dois(50)), faults=lambda _: "403") as server:
        with pytest.raises(RefusedError):
            client(server).works(dois(50))
        assert len(server.requests) <= 10


def test_one_doi_that_is_refused_by_itself_is_told_when_the_others_are_answered():
    asked = dois(8)
    with CrossrefServer(records(asked), faults=lambda _: None) as server:
        server.faults = lambda n: "403" if "test.2" in server.requests[n - 1] else None
        source = client(server, cache=Cache(None))
        with pytest.raises(RefusedError):
            source.works(asked)
        known = asked[:2] + asked[3:]
        requests = len(server.requests)
        assert list(source.works(known)) == [doi for doi, work in source.works(known).items() if work]
        assert len(server.requests) == requests


def test_works_at_a_wrong_address_are_refused_not_missing():
    with CrossrefServer(records(dois(8))) as server, pytest.raises(RefusedError, match="404"):
        Crossref(server.url + "/v9").works(dois(8))


def test_batches_and_single_works_share_their_answers():
    with CrossrefServer(records(dois(60))) as server:
        source = client(server, cache=Cache(None))
        source.work("10.5555/TEST.1")
        source.works(dois(40))
        source.works((*dois(60), "10.5555/none"))
        assert len(server.requests) == 3
        assert "test.39" not in server.requests[2]
        assert source.work("10.5555/test.7").title == "On 10.5555/test.7"
        assert source.work("10.5555/none") is None
        assert source.works(dois(60)) == client(server).works(dois(60))


# ---------------------------------------------------------------- notices

RETRACTION = {
    "DOI": "10.5555/r",
    "update-to": [{"DOI": "10.5555/TEST.1", "type": "retraction", "updated": {"date-parts": [[2019, 5, 2]]}}],
}
BOTH = {
    "DOI": "10.5555/c",
    "update-to": [
        {"DOI": f"10.5555/test.{n}", "type": kind}
        for n, kind in ((1, "correction"), (2, "correction"), (2, "addendum"))
    ],
}


@pytest.mark.parametrize("filters", [True, False])
def test_notices(filters):
    with CrossrefServer([*records(dois(9)), RETRACTION, BOTH], filters=filters) as server:
        found = client(server).notices(dois(4))
        assert len(server.requests) == 1
    assert {doi: [(notice.kind, notice.doi, notice.date) for notice in said] for doi, said in found.items()} == {
        "10.5555/test.0": [],
        "10.5555/test.1": [("retraction", "10.5555/r", "2019-05-02"), ("correction", "10.5555/c", "")],
        "10.5555/test.2": [("correction", "10.5555/c", ""), ("addendum", "10.5555/c", "")],
        "10.5555/test.3": [],
    }


def test_notices_are_kept():
    with CrossrefServer([RETRACTION, BOTH]) as server:
        source = client(server, cache=Cache(None))
        first = source.notices(dois(4))
        assert source.notices(tuple(reversed(dois(4)))) == first
        assert source.notices(("10.5555/test.1",))["10.5555/test.1"] == first["10.5555/test.1"]
        assert len(server.requests) == 1
        assert source.notices(("10.5555/test.8",)) == {"10.5555/test.8": ()}


def test_more_notices_than_one_answer_holds():
    many = [
        {"DOI": f"10.5555/n.{n}", "update-to": [{"DOI": f"10.5555/test.{n % 3}", "type": "correction"}]}
        for n in range(450)
    ]
    with CrossrefServer(many) as server:
        found = client(server).notices(dois(3))
    assert [len(said) for said in found.values()] == [150, 150, 150]


def test_notices_about_a_doi_that_no_filter_takes():
    record = {"DOI": "10.1000/1,2", "updated-by": [{"DOI": "10.5555/r", "type": "retraction"}]}
    with CrossrefServer([record]) as server:
        found = client(server).notices(("10.1000/1,2",))
    assert [(notice.kind, notice.doi) for notice in found["10.1000/1,2"]] == [("retraction", "10.5555/r")]


# ---------------------------------------------------------------- kept answers

TEXTS = [" ".join(record["title"]) for record in RECORDS[:12]]


@pytest.mark.parametrize("mailto", ["", "me@example.org"])
def test_faults_on_every_third_request_give_the_same_answers(mailto):
    kinds = [kind for kind in FAULTS if kind not in ("403", "timeout")]
    with CrossrefServer(RECORDS) as server:
        calm = [client(server, mailto=mailto).search(text) for text in TEXTS]
    with CrossrefServer(RECORDS, faults=every(3, *kinds)) as server:
        source = client(server, mailto=mailto, cache=Cache(None))
        assert [source.search(text) for text in TEXTS] == calm
        assert [source.search(text) for text in TEXTS] == calm
        assert len(server.requests) < 1.6 * len(TEXTS)


def test_a_run_that_is_begun_again_asks_nothing_twice(tmp_path):
    with CrossrefServer([*RECORDS, *records(dois(60))]) as server:
        first = client(server, cache=Cache.open(tmp_path))
        answers = [first.search(text) for text in TEXTS[:5]], first.works(dois(50)), first.notices(dois(50))
        asked = len(server.requests)
        again = client(server, cache=Cache.open(tmp_path), mailto="me@example.org")
        assert ([again.search(text) for text in TEXTS[:5]], again.works(dois(50)), again.notices(dois(50))) == answers
        assert len(server.requests) == asked
        again.search(TEXTS[5])
        assert len(server.requests) == asked + 1


DYING = """
import os, sys
from pathlib import Path
from citekit.sources.cache import Cache
from citekit.sources.crossref import Crossref
url, folder, *texts = sys.argv[1:]
source = Crossref(url, cache=Cache.open(Path(folder)), sleep=lambda _: None)
for text in texts:
    source.search(text)
os._exit(9)
"""


def test_a_run_that_was_killed_goes_on_where_it_stopped(tmp_path):
    with CrossrefServer(RECORDS) as server:
        died = subprocess.run([sys.executable, "-c", DYING, server.url, str(tmp_path), *TEXTS[:3]], timeout=60)
        assert died.returncode == 9
        source = client(server, cache=Cache.open(tmp_path))
        for text in TEXTS[:5]:
            source.search(text)
        assert len(server.requests) == len(set(server.requests)) == 5


def test_threads_ask_each_question_once(tmp_path):
    with CrossrefServer(RECORDS) as server:
        source = client(server, mailto="me@example.org", cache=Cache.open(tmp_path))
        with ThreadPoolExecutor(source.at_once) as pool:
            found = list(pool.map(source.search, TEXTS * 3))
        assert len(server.requests) == len(set(TEXTS))
    assert found[: len(TEXTS)] == found[len(TEXTS) : 2 * len(TEXTS)]


def test_offline_only_what_is_kept_is_known(tmp_path):
    with CrossrefServer([*RECORDS, *records(dois(3))]) as server:
        online = client(server, cache=Cache.open(tmp_path))
        known = online.search(TEXT), online.works((*dois(3), "10.5555/none"))
        offline = client(server, cache=Cache.open(tmp_path), offline=True)
        asked = len(server.requests)
        assert (offline.search(TEXT), offline.works((*dois(3), "10.5555/none"))) == known
        assert offline.work("10.5555/none") is None
        for ask in (
            lambda: offline.search("another"),
            lambda: offline.works(dois(5)),
            lambda: offline.notices(dois(1)),
        ):
            with pytest.raises(OfflineError):
                ask()
        assert len(server.requests) == asked


def test_an_address_does_not_part_the_answers_nor_is_it_kept(tmp_path):
    with CrossrefServer(RECORDS) as server:
        client(server, cache=Cache.open(tmp_path), mailto="me@example.org").search(TEXT)
    assert all(b"me@example.org" not in file.read_bytes() for file in tmp_path.iterdir())


@pytest.mark.parametrize("text", ["\ud800 half a pair", "nul\0 and\x1f", "a" * 3000, "100%", "&rows=1000"])
def test_any_text_can_be_searched_for(text):
    with CrossrefServer(RECORDS) as server:
        assert isinstance(client(server).search(text), tuple)


@pytest.mark.parametrize(
    "message",
    [
        {"items": [None, 1, [], {}, {"DOI": None}, {"DOI": ["10.1/x"]}, {"DOI": {}}], "total-results": "many"},
        {"items": [{"DOI": "10.5555/x", "update-to": {}, "title": 7}], "total-results": None},
    ],
)
def test_items_of_any_shape(message, monkeypatch):
    monkeypatch.setattr(habanero.Crossref, "works", lambda *_, **__: {"message": message})
    source = Crossref("http://127.0.0.1:9", sleep=lambda _: None, offline=False)
    monkeypatch.setattr(source, "_record", lambda name: None)
    assert isinstance(source.search("x"), tuple)
    assert source.works(("10.5555/1", "10.5555/2")) == {"10.5555/1": None, "10.5555/2": None}
    assert source.notices(("10.5555/1", "10.5555/2")) == {"10.5555/1": (), "10.5555/2": ()}
