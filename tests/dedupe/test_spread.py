"""Work over several processes comes to what it comes to in one."""

import os
import signal

import pytest

from citekit.dedupe import spread as module
from citekit.dedupe.spread import spread


@pytest.fixture(params=[1, 2, 3])
def processors(request, monkeypatch):
    monkeypatch.setattr(module, "_processors", lambda: request.param)
    return request.param


def test_the_parts_come_in_order_and_are_the_whole(processors):
    numbers = list(range(1000))
    parts = list(spread(lambda start, stop: numbers[start:stop], len(numbers), worth=10))
    assert [number for part in parts for number in part] == numbers


def test_the_work_is_shared(processors):
    assert len(set(spread(lambda start, stop: os.getpid(), 100, worth=10))) == processors


def test_little_work_stays_here(processors):
    assert list(spread(lambda start, stop: os.getpid(), 9, worth=10)) == [os.getpid()]
    assert list(spread(lambda start, stop: (start, stop), 0)) == [(0, 0)]


def test_an_error_anywhere_is_an_error_here(processors):
    def work(start, stop):
        if stop == 100:
            raise ValueError("row 99")
        return stop

    with pytest.raises(ValueError, match="row 99"):
        list(spread(work, 100, worth=10))


def test_a_process_that_dies_is_an_error_and_leaves_none_behind(monkeypatch):
    monkeypatch.setattr(module, "_processors", lambda: 2)
    here = os.getpid()

    def work(start, stop):
        if os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return stop

    with pytest.raises(ChildProcessError):
        list(spread(work, 100, worth=10))
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)  # no child is left
