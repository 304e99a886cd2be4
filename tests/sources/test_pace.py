"""The pace: whatever the schedule, the service never counts more requests in a second, or at a time, than it allows."""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citekit.sources.cache import Cache
from citekit.sources.crossref import POLITE, PUBLIC
from citekit.sources.pace import OwnLedger, Pace, Pool

POOLS = [*PUBLIC.values(), *POLITE.values(), Pool(1 / 3, at_once=1), Pool(2.5, at_once=2)]
TICK = 0.05


@dataclass(frozen=True)
class Fate:
    """What becomes of a request: seconds until they count it, seconds they work on it, seconds after which we give up."""

    delay: float
    work: float
    patience: float = 99.0


class World:
    """One clock, and a service that notes when it counted a request and how long it was busy with it."""

    def __init__(self) -> None:
        self.now = 0.0
        self.counted: list[float] = []
        self.busy: list[tuple[float, float]] = []

    def clock(self) -> float:
        return self.now

    def rest(self, seconds: float) -> None:
        self.now += seconds

    def run(
        self, paces: list[Pace], fates: list[list[Fate]], held: float = 0.0, until: float = 90.0, tick: float = TICK
    ) -> None:
        """Every worker (it has a pace and a list of fates) begins its next request as soon as it may."""
        todo = [list(mine) for mine in fates]
        under_way: list[tuple | None] = [None] * len(todo)
        while self.now < until and (any(todo) or any(under_way)):
            for worker, pace in enumerate(paces):
                if under_way[worker] and under_way[worker][1] <= self.now:
                    turn, _, gave_up = under_way[worker]
                    pace.finish(turn, held=held if gave_up else 0.0)
                    under_way[worker] = None
                if not under_way[worker] and todo[worker] and (turn := pace.take(15.0, self.now)):
                    under_way[worker] = (turn, *self.send(todo[worker].pop(0)))
            self.now += tick

    def send(self, fate: Fate) -> tuple[float, bool]:
        counted = self.now + fate.delay
        self.counted.append(counted)
        self.busy.append((counted, counted + fate.work))
        took = min(fate.delay + fate.work, fate.patience)
        return self.now + took, took == fate.patience

    def most_in(self, span: float) -> int:
        return max((sum(1 for other in self.counted if at <= other <= at + span) for at in self.counted), default=0)

    def most_at_once(self) -> int:
        return max((sum(1 for a, b in self.busy if a <= at <= b) for at, _ in self.busy), default=0)


def limits_hold(world: World, pool: Pool) -> bool:
    span = max(1, int(pool.rate)) / pool.rate
    return world.most_in(span) <= max(1, int(pool.rate)) and world.most_at_once() <= pool.at_once


delays = st.sampled_from([0.0, 0.01, 0.1, 0.3, 0.9, 1.0, 1.1, 2.0, 5.0])
fates = st.lists(st.builds(Fate, delays, delays), max_size=6)


@pytest.mark.parametrize("pool", POOLS, ids=str)
@given(schedules=st.lists(fates, min_size=1, max_size=3))
@settings(max_examples=25)
def test_the_limits_hold_whenever_they_count(pool, schedules):
    world = World()
    pace = Pace(pool, OwnLedger(), "x", world.clock, world.rest)
    world.run([pace] * len(schedules), schedules)
    assert limits_hold(world, pool)


@pytest.mark.parametrize("pool", POOLS, ids=str)
@given(schedules=st.lists(fates, min_size=2, max_size=4))
@settings(max_examples=12)
def test_two_processes_with_one_ledger_keep_the_limits_together(pool, schedules):
    world, ledger = World(), Cache(None)
    ours, theirs = (Pace(pool, ledger, "x", world.clock, world.rest) for _ in range(2))
    world.run([ours if n % 2 else theirs for n in range(len(schedules))], schedules)
    assert limits_hold(world, pool)


@pytest.mark.parametrize("pool", [PUBLIC["list"], POLITE["list"]], ids=str)
@given(delays=st.lists(st.sampled_from([0.0, 0.1, 0.5, 2.0]), min_size=20, max_size=40))
@settings(max_examples=12)
def test_the_limits_hold_when_we_have_learnt_how_long_the_work_takes(pool, delays):
    world = World()
    schedule = [Fate(delay, 0.8) for delay in [*[0.0] * 20, *delays]]
    pace = Pace(pool, OwnLedger(), "x", world.clock, world.rest)
    world.run([pace] * pool.at_once, [schedule] * pool.at_once, until=500)
    assert len(world.counted) == len(schedule) * pool.at_once
    assert limits_hold(world, pool)


@pytest.mark.parametrize("pool", POOLS, ids=str)
@given(schedules=st.lists(st.lists(st.builds(Fate, delays, delays, st.just(1.0)), max_size=5), min_size=1, max_size=3))
@settings(max_examples=12)
def test_a_request_given_up_holds_its_place(pool, schedules):
    world = World()
    pace = Pace(pool, OwnLedger(), "x", world.clock, world.rest)
    world.run([pace] * len(schedules), schedules, held=10.0)  # as long as any of them takes at most
    assert limits_hold(world, pool)


@pytest.mark.parametrize(("pool", "work"), [(pool, work) for pool in POOLS for work in (0.0, 0.8, 1.0)], ids=str)
def test_no_slower_than_need_be(pool, work):
    """With steady answers, known by now: what is allowed a second, or as many as can be under way; less a fifth."""
    world = World()
    pace = Pace(pool, OwnLedger(), "x", world.clock, world.rest)
    world.run([pace] * pool.at_once, [[Fate(0.0, work)] * 60] * pool.at_once, until=200, tick=0.01)
    known = sorted(world.counted)[25:]
    possible = min(pool.rate, pool.at_once / (work + 0.1))
    assert (len(known) - 1) / (known[-1] - known[0]) >= 0.8 * possible


def test_shut_means_for_everybody():
    world, ledger = World(), OwnLedger()
    ours, theirs = (Pace(POLITE["list"], ledger, "x", world.clock, world.rest) for _ in range(2))
    ours.finish(ours.take(10, 99), shut=30)
    theirs.take(10, 99)
    assert world.now == 30


def test_a_turn_that_comes_too_late_is_none():
    world = World()
    pace = Pace(PUBLIC["list"], OwnLedger(), "x", world.clock, world.rest)
    pace.finish(pace.take(10, 99), shut=30)
    assert pace.take(10, 29) is None
    assert pace.take(10, 30) is not None


def test_a_waived_turn_costs_nothing():
    world = World()
    pace = Pace(PUBLIC["list"], OwnLedger(), "x", world.clock, world.rest)
    pace.waive(pace.take(10, 99))
    pace.take(10, 99)
    assert world.now == 0


def test_the_turn_of_a_dead_process_ends():
    world, ledger = World(), OwnLedger()
    Pace(PUBLIC["list"], ledger, "x", world.clock, world.rest).take(15, 99)  # and is never heard of again
    Pace(PUBLIC["list"], ledger, "x", world.clock, world.rest).take(15, 99)
    assert 15 <= world.now <= 17


@pytest.mark.parametrize("restarted_at", [0.0, 1e9])
def test_a_clock_that_began_anew_holds_nobody_up(restarted_at):
    world, ledger = World(), OwnLedger()
    world.now = 1e6
    pace = Pace(PUBLIC["list"], ledger, "x", world.clock, world.rest)
    pace.finish(pace.take(10, 2e9), shut=100)
    world.now = restarted_at
    Pace(PUBLIC["list"], ledger, "x", world.clock, world.rest).take(10, 2e9)
    assert world.now == restarted_at


@pytest.mark.parametrize("text", ["", "nonsense", "[1, 2]", '[["a", "b", 1, 2, 3, true]]', "{}", "null"])
def test_a_ledger_that_makes_no_sense_is_begun_anew(text):
    ledger = OwnLedger()
    ledger.change("x", lambda _: text)
    assert Pace(PUBLIC["list"], ledger, "x", lambda: 0.0, lambda _: None).take(10, 99)


def test_threads_are_never_more_than_allowed_at_once():
    pool = Pool(10_000, at_once=3)
    pace = Pace(pool, OwnLedger(), "x", time.monotonic, time.sleep)
    busy, most = [], []

    def work() -> None:
        for _ in range(4):
            turn = pace.take(30, time.monotonic() + 60)
            busy.append(turn)
            most.append(len(busy))
            busy.remove(turn)
            pace.finish(turn)

    threads = [threading.Thread(target=work) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(most) == 24
    assert max(most) <= 3
