"""Several questions under way at a time."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

Item = TypeVar("Item")
Answer = TypeVar("Answer")


def abreast(ask: Callable[[Item], Answer], items: Sequence[Item], at_once: int) -> Iterator[Answer]:
    """The answers in the order of the items, up to `at_once` being asked for at a time; what `ask` raises is raised here.

    Who stops listening (an error, Ctrl-C) waits for no question under way, as he would with the threads of `concurrent.futures`:
    one may be tried again for minutes.
    """
    if at_once < 2 or len(items) < 2:
        yield from map(ask, items)
        return
    numbered = iter(enumerate(items))
    taking = threading.Lock()
    stopped = threading.Event()
    done: queue.SimpleQueue[tuple[int, Answer | None, BaseException | None]] = queue.SimpleQueue()

    def work() -> None:
        while not stopped.is_set():
            with taking:
                number, item = next(numbered, (-1, items[0]))
            if number < 0:
                return
            try:
                done.put((number, ask(item), None))
            except BaseException as error:
                done.put((number, None, error))

    for _ in range(min(at_once, len(items))):
        threading.Thread(target=work, daemon=True).start()
    try:
        yield from _in_order(done, len(items))
    finally:
        stopped.set()


def _in_order(done: queue.SimpleQueue[tuple[int, Answer | None, BaseException | None]], total: int) -> Iterator[Answer]:
    early: dict[int, Answer | None] = {}
    for wanted in range(total):
        while wanted not in early:
            number, answer, error = done.get()
            if error is not None:
                raise error
            early[number] = answer
        yield early.pop(wanted)  # type: ignore[misc]
