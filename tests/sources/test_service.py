"""What every service has in common: answers kept, questions repeated while that helps, three kinds of no."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator

import httpx2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citekit.errors import OfflineError, RefusedError, UnreachableError
from citekit.sources.cache import Cache
from citekit.sources.service import Pool, Service

REQUEST = httpx2.Request("GET", "http://127.0.0.1/")


def status(code: int, **headers: str) -> Exception:
    response = httpx2.Response(code, headers=headers, request=REQUEST)
    return httpx2.HTTPStatusError("", request=REQUEST, response=response)


PASSING = {
    "503": status(503),
    "429": status(429),
    "429, wait": status(429, **{"Retry-After": "5"}),
    "504": status(504),
    "reset": httpx2.ReadError("", request=REQUEST),
    "silence": httpx2.ReadTimeout("", request=REQUEST),
    "garbled": ValueError("no JSON"),
}


class Clock:
    """Time that passes only in sleep."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.now += seconds


class Sender:
    """Sends nothing: raises or returns one thing after the other, and notes when, and how long it would have waited."""

    def __init__(self, clock: Callable[[], float], outcomes: Iterator[object] | list[object]) -> None:
        self.clock = clock
        self.outcomes = iter(outcomes)
        self.begun: list[float] = []
        self.timeouts: list[float] = []

    def __call__(self, timeout: float) -> object:
        self.begun.append(self.clock())
        self.timeouts.append(timeout)
        outcome = next(self.outcomes)
        if isinstance(outcome, Exception):
            raise outcome
        return outcome


def service(clock: Clock | None = None, **options) -> Service:
    clock = clock or Clock()
    return Service("Desk", "http://desk", {"list": Pool(1, at_once=1)}, sleep=clock.sleep, clock=clock, **options)


# ---------------------------------------------------------------- answers


def test_an_answer_is_asked_for_once():
    desk = service(cache=Cache(None))
    send = Sender(desk.clock, [{"DOI": "10.1/x"}])
    assert desk.ask("list", "q", send) == {"DOI": "10.1/x"}
    assert desk.ask("list", "q", send) == {"DOI": "10.1/x"}
    assert len(send.begun) == 1


@pytest.mark.parametrize("outcome", [status(404), status(410), None])
def test_not_found_is_an_answer_and_kept(outcome):
    desk = service(cache=Cache(None))
    send = Sender(desk.clock, [outcome])
    assert desk.ask("list", "q", send) is None
    assert desk.ask("list", "q", send) is None
    assert len(send.begun) == 1


def test_a_search_that_is_not_found_has_a_wrong_address():
    desk = service(cache=Cache(None))
    send = Sender(desk.clock, [status(404), ["found"]])
    with pytest.raises(RefusedError, match="404"):
        desk.ask("list", "q", send, search=True)
    assert desk.ask("list", "q", send, search=True) == ["found"]  # a refusal is not kept


def test_a_refusal_ends_it():
    desk = service(cache=Cache(None))
    send = Sender(desk.clock, [status(403), ["found"]])
    with pytest.raises(RefusedError, match="Desk refused: HTTP 403"):
        desk.ask("list", "q", send)
    assert desk.ask("list", "q", send) == ["found"]


def test_an_error_of_ours_ends_it():
    desk = service()
    send = Sender(desk.clock, [RefusedError("its answer says no"), ["found"]])
    with pytest.raises(RefusedError, match="its answer says no"):
        desk.ask("list", "q", send)
    assert desk.ask("list", "q", send) == ["found"]


def test_offline_only_the_cache_answers():
    cache = Cache(None)
    service(cache=cache).ask("list", "q", lambda _: ["found"])
    desk = service(cache=cache, offline=True)
    assert desk.ask("list", "q", pytest.fail) == ["found"]
    with pytest.raises(OfflineError, match="Desk"):
        desk.ask("list", "another", pytest.fail)


def test_refresh_asks_again_but_once():
    cache = Cache(None)
    service(cache=cache).ask("list", "q", lambda _: ["old"])
    desk = service(cache=cache, refresh=True)
    send = Sender(desk.clock, [["new"]])
    assert desk.ask("list", "q", send) == ["new"]
    assert desk.ask("list", "q", send) == ["new"]
    assert service(cache=cache).ask("list", "q", pytest.fail) == ["new"]


def test_services_do_not_share_answers():
    cache = Cache(None)
    service(cache=cache).keep("q", [1])
    assert Service("Other", "http://other", {}, cache).known("q") is None


def test_what_another_process_asked_meanwhile_is_not_asked():
    cache, clock = Cache(None), Clock()
    theirs = service(clock, cache=cache)

    def sleep(seconds: float) -> None:  # while we wait for our turn, they get their answer
        theirs.keep("second", ["found"])
        clock.sleep(seconds)

    ours = Service("Desk", "http://desk", {"list": Pool(1, at_once=1)}, cache, sleep=sleep, clock=clock)
    ours.ask("list", "first", lambda _: [])
    assert ours.ask("list", "second", pytest.fail) == ["found"]


def test_the_same_question_from_two_threads_is_asked_once():
    desk = Service("Desk", "http://desk", {"list": Pool(1000, at_once=3)}, Cache(None))
    asked, answers = [], []

    def send(_: float) -> object:
        asked.append(1)
        time.sleep(0.05)
        return ["found"]

    threads = [threading.Thread(target=lambda: answers.append(desk.ask("list", "q", send))) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == [["found"]] * 3
    assert asked == [1]


# ---------------------------------------------------------------- faults


@pytest.mark.parametrize("fault", PASSING)
def test_a_passing_fault_changes_nothing(fault):
    desk = service(cache=Cache(None))
    send = Sender(desk.clock, [PASSING[fault], PASSING[fault], ["found"]])
    assert desk.ask("list", "q", send) == ["found"]
    assert len(send.begun) == 3


@given(st.lists(st.sampled_from(sorted(PASSING)), max_size=100), st.integers(0, 2))
@settings(max_examples=30)
def test_faults_on_every_third_request_change_no_answer(faults, first):
    desk = service(cache=Cache(None))
    kinds = iter(faults)
    requests = iter(range(first, 10**6))
    asked: list[int] = []

    def send(n: int) -> int:
        if next(requests) % 3 == 0 and (kind := next(kinds, None)):
            raise PASSING[kind]
        asked.append(n)
        return n

    assert [desk.ask("list", str(n), lambda _, n=n: send(n)) for n in range(50)] == list(range(50))
    assert asked == list(range(50))  # no answer was asked for twice


def test_a_lasting_fault_is_unreachable():
    desk = service(attempts=3)
    send = Sender(desk.clock, [status(503)] * 9)
    with pytest.raises(UnreachableError, match="Desk: no answer in 3 tries: HTTP 503 Service Unavailable") as error:
        desk.ask("list", "q", send)
    assert error.value.__cause__ is not None
    assert len(send.begun) == 3


def test_no_connection_is_found_out_sooner():
    desk = service()
    send = Sender(desk.clock, [httpx2.ConnectError("", request=REQUEST)] * 99)
    with pytest.raises(UnreachableError, match="no connection"):
        desk.ask("list", "q", send)
    assert len(send.begun) == 4
    assert desk.clock() < 10


def test_retry_after_is_obeyed_by_all_questions():
    desk = service()
    send = Sender(desk.clock, [status(429, **{"Retry-After": "30"}), ["found"]])
    assert desk.ask("list", "q", send) == ["found"]
    assert send.begun[1] - send.begun[0] >= 30


def test_a_retry_after_beyond_the_deadline_is_not_waited_for():
    desk = service(deadline=20)
    send = Sender(desk.clock, [status(503, **{"Retry-After": "3600"})] * 2)
    with pytest.raises(UnreachableError, match="in 1 try"):
        desk.ask("list", "q", send)
    assert desk.clock() <= 20


def test_a_question_whose_turn_does_not_come_is_unreachable():
    desk = service(deadline=20)
    with pytest.raises(UnreachableError):
        desk.ask("list", "q", Sender(desk.clock, [status(429, **{"Retry-After": "3600"})]))
    desk.deadline = 10
    with pytest.raises(UnreachableError, match="0 tries: it has us wait too long"):
        desk.ask("list", "another", pytest.fail)


def test_no_request_is_begun_after_the_deadline():
    desk = service(attempts=1000, deadline=30)
    send = Sender(desk.clock, [status(503)] * 1000)
    with pytest.raises(UnreachableError):
        desk.ask("list", "q", send)
    assert 20 < send.begun[-1] <= 30


def test_patience_grows_with_each_time_out_to_four_times():
    desk = service(timeout=10, attempts=6, deadline=1000)
    silence, busy = PASSING["silence"], PASSING["503"]
    send = Sender(desk.clock, [silence, busy, silence, silence, silence, ["found"]])
    assert desk.ask("list", "q", send) == ["found"]
    assert send.timeouts == [10, 20, 20, 40, 40, 40]


def test_a_request_given_up_holds_its_place_for_a_while():
    desk = service(timeout=8)
    send = Sender(desk.clock, [PASSING["silence"], ["found"]])
    desk.ask("list", "q", send)
    assert 8 <= send.begun[1] - send.begun[0] <= 12


def test_pauses_grow():
    desk = service(attempts=6)
    send = Sender(desk.clock, [status(503)] * 6)
    with pytest.raises(UnreachableError):
        desk.ask("list", "q", send)
    pauses = [after - before for before, after in zip(send.begun, send.begun[1:], strict=False)]
    assert pauses[-1] > 3 * pauses[0]


def test_an_interrupted_request_leaves_the_pace_sound():
    desk = service()

    def send(_: float) -> object:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        desk.ask("list", "q", send)
    assert desk.ask("list", "q", lambda _: ["found"]) == ["found"]
    assert desk.clock() <= 12


@pytest.mark.parametrize("jump", [-1e6, 1e6])
def test_a_wall_clock_that_jumps_does_no_harm(tmp_path, jump):
    walls = [1.7e9]
    cache = Cache.open(tmp_path, lambda: walls[-1])
    desk = service(cache=cache)
    for n in range(5):
        assert desk.ask("list", str(n), lambda _, n=n: [n]) == [n]
        walls.append(walls[-1] + jump)
    assert desk.clock() < 6
