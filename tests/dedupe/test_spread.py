"""Work over several processes comes to what it comes to in one."""

import os

import pytest

from citekit.dedupe import spread as module
from citekit.dedupe.spread import spread


@pytest.mark.parametrize("processors", [1, 2])
def test_the_parts_come_in_order_and_are_the_whole(monkeypatch, processors):
    monkeypatch.setattr(module, "_processors", lambda: processors)
    numbers = list(range(1000))
    parts = list(spread(lambda start, stop: numbers[start:stop], len(numbers), worth=10))
    assert [number for part in parts for number in part] == numbers
    assert len(parts) == (1 if processors == 1 else 8)


def test_little_work_stays_here(monkeypatch):
    monkeypatch.setattr(module, "_processors", lambda: 2)
    assert list(spread(lambda start, stop: os.getpid(), 9, worth=10)) == [os.getpid()]
    assert list(spread(lambda start, stop: (start, stop), 0)) == [(0, 0)]
