"""Citation keys that somebody may have meant."""

from __future__ import annotations

import re
from collections.abc import Iterable

from citekit.values.likeness import slips

_MARKS = re.compile(r"[\W_]+")
_MOST_COMPARED = 5_000_000  # keys in all: a second or two
_MOST_NAMED = 3
_SLIPS = ((12, 3), (5, 2), (2, 1), (0, 0))  # a key of so many letters or more → how many of them may be wrong


class NearKeys:
    """Finds, among known keys, those that differ from a wrong one by case, by its punctuation or by a slip or two.

    Once millions have been compared it finds no more, so that a paper without any of its keys is told in seconds.
    """

    def __init__(self, keys: Iterable[str]) -> None:
        self._known = [(key, _folded(key)) for key in dict.fromkeys(keys)]
        self._compared = 0

    def near(self, key: str) -> list[str]:
        """The nearest keys, nearest first: `smtih2009` → `smith2009`."""
        if self._compared > _MOST_COMPARED:
            return []
        self._compared += len(self._known)
        sought = _folded(key)
        most = next(most for length, most in _SLIPS if len(sought) >= length)
        found = [
            (distance, number)
            for number, (_, other) in enumerate(self._known)
            if -most <= len(other) - len(sought) <= most and (distance := slips(sought, other, most)) <= most
        ]
        nearest = sorted(found)[:_MOST_NAMED]
        return [self._known[number][0] for distance, number in nearest if distance == nearest[0][0]]

    def hint(self, key: str) -> str:
        """What a message says behind a key that is not known: `; did you mean smith2009?`, or `""` where none is near."""
        found = self.near(key)
        return f"; did you mean {' or '.join(found)}?" if found else ""


def _folded(key: str) -> str:
    """For comparing: case and punctuation do not count. `Smith:2009` → `smith2009`"""
    return _MARKS.sub("", key.lower()) or key
