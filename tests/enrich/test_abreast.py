"""Several questions under way at a time."""

from __future__ import annotations

import threading

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.enrich.abreast import abreast


@given(st.lists(st.integers()), st.integers(0, 5))
def test_answers_come_in_order(items, at_once):
    assert list(abreast(lambda item: item + 1, items, at_once)) == [item + 1 for item in items]


def test_three_are_under_way_and_no_more():
    together, met = threading.Barrier(3, timeout=10), []
    under_way: list[int] = []

    def ask(item: int) -> int:
        under_way.append(item)
        met.append(len(under_way))
        together.wait()  # breaks unless three come
        under_way.remove(item)
        return item

    assert list(abreast(ask, range(9), 3)) == list(range(9))
    assert max(met) == 3


def test_what_is_raised_is_raised_here():
    with pytest.raises(ZeroDivisionError):
        list(abreast(lambda item: 1 // item, [1, 1, 0, 1], 2))


def test_who_stops_listening_waits_for_nobody():
    held = threading.Event()
    asked: list[int] = []

    def ask(item: int) -> int:
        asked.append(item)
        if item:
            held.wait(10)
        return item

    answers = abreast(ask, range(100), 2)
    assert next(answers) == 0
    answers.close()  # type: ignore[attr-defined]
    held.set()
    assert len(asked) < 100
