"""Asking a source many things, from several threads, until it is plain that it does not answer."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TypeVar

from citekit.errors import OfflineError, SourceError, UnreachableError

Answer = TypeVar("Answer")

GIVE_UP_AFTER = 3  # questions in a row without an answer


class Patience:
    """Passes questions on, until `GIVE_UP_AFTER` in a row had no answer; from then on every question fails at once."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._silent = 0
        self._last: type[SourceError] = UnreachableError
        self._lock = threading.Lock()

    def ask(self, question: Callable[[], Answer]) -> Answer:
        """What `question` returns. Raises its `SourceError`, or one like the last when the source is given up."""
        with self._lock:
            if self._silent >= GIVE_UP_AFTER:
                raise self._last(f"{self._name}: not asked after {self._silent} questions without an answer")
        try:
            answer = question()
        except OfflineError:
            raise
        except SourceError as error:
            with self._lock:
                self._silent += 1
                self._last = type(error)
            raise
        with self._lock:
            self._silent = 0
        return answer
