"""Searching an index."""

from __future__ import annotations

import math
import sqlite3
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any

from citekit.errors import UnreachableError
from citekit.index import store
from citekit.index.entries import usual
from citekit.index.packing import Packing
from citekit.index.terms import Terms, doi_key, of_text, word_key
from citekit.sources.crossref_work import parse_work
from citekit.sources.work import Work
from citekit.values.identifiers import doi as bare_doi

# A reference of forty words meets half of all works in its common ones. So only the rarest words count, and only while they stand
# in few works: so many, and in a large index a small part of all, within bounds.
_MOST_WORDS = 12
_FEW, _FEW_PART, _FEW_OF_MANY = 600, 1 / 250, 5_000
# These many words count anyway, however common, unless they are everybody's.
_LEAST_WORDS = 3
_EVERYBODYS = 20_000
# Where for a work as much speaks as four words that are in no other would, no more words need to be looked at.
_ENOUGH = 4
# What a key tells, against a word that is as rare: it says that two values stand together.
_PLACE, _NAME = 2.0, 1.5
# Candidates for which less than this part of what speaks for the best one speaks are none.
_LEAST_SHARE = 0.35


class LocalIndex:
    """A `WorkSource` that asks nobody. `at_once` is 1; it may be asked by any thread, and answers one at a time."""

    name = "index"
    at_once = 1

    def __init__(self, folder: Path) -> None:
        """Raises `CitekitError` where there is no index in `folder`."""
        self.folder = folder
        self._lock = threading.Lock()
        self._connection = store.open_to_read(folder)
        with self._reading():
            self._packings = store.packings(self._connection)

    def __enter__(self) -> LocalIndex:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        with self._lock:
            self._connection.close()

    def search(self, text: str, rows: int = 10) -> tuple[Work, ...]:
        """The best candidates for a reference as it is written, best first, with fewer than `rows` where the others are far behind.

        `Work.score` is what speaks for a work: the rarer what it shares with the reference, the more. Equal ones are in the order
        of their DOIs. Raises `UnreachableError` when the index cannot be read.
        """
        terms = of_text(text)
        with self._reading():
            best = self._best(self._scores(terms), rows)
            return tuple(work for minus, doi, record in best if (work := self._work(doi, record, -minus)))

    def works(self, dois: tuple[str, ...]) -> Mapping[str, Work | None]:
        """The work of each DOI, under the DOI as it was given. Raises `UnreachableError` when the index cannot be read."""
        names = {doi: dict.fromkeys((usual(doi), usual(bare_doi(doi)))) for doi in dois}
        with self._reading():
            rows = {doi: self._row(names[doi]) for doi in names}
            return {doi: self._work(*row) if row else None for doi, row in rows.items()}

    @contextmanager
    def _reading(self) -> Iterator[None]:
        """One look at one state of the index, even if somebody is building it."""
        with self._lock:
            try:
                self._connection.execute("BEGIN")
                try:
                    yield
                finally:
                    self._connection.execute("COMMIT")
            except sqlite3.Error as error:
                raise UnreachableError(f"the index at {self.folder} cannot be read ({error}); {store.ANEW}") from error

    # ------------------------------------------------------------ what speaks for which work

    def _scores(self, terms: Terms) -> dict[int, float]:
        works = store.fact(self._connection, "works")
        enough = _ENOUGH * _weight(works, 1)
        scores: dict[int, float] = {}
        for weight, found in self._by_keys(terms.keys, works):
            _add(scores, weight, found)
        for number, (weight, found) in enumerate(self._by_words(terms.words, works), start=1):
            _add(scores, weight, found)
            if number >= _LEAST_WORDS and max(scores.values(), default=0.0) >= enough:
                break
        return scores

    def _by_words(self, words: frozenset[str], works: int) -> Iterator[tuple[float, list[int]]]:
        """For each of the rarest words its weight and the works it stands in."""
        in_all = 0
        few = min(max(_FEW, works * _FEW_PART), _FEW_OF_MANY)
        keys = {word_key(word): word for word in sorted(words)}
        counts = self._all("SELECT works, word FROM words WHERE works > 0 AND word", list(keys))
        rarest = sorted((count, keys[key]) for count, key in counts)[:_MOST_WORDS]
        for number, (count, word) in enumerate(rarest):
            in_all += count
            if in_all > (_EVERYBODYS if number < _LEAST_WORDS else few):
                return
            query = "SELECT rowid FROM found WHERE found MATCH ?"
            yield _weight(works, count), [row[0] for row in self._connection.execute(query, (f'"{word}"',))]

    def _by_keys(self, keys: frozenset[int], works: int) -> Iterator[tuple[float, list[int]]]:
        found: dict[int, list[int]] = {}
        for key, work in self._all("SELECT key, work FROM keys WHERE key", sorted(keys)):
            found.setdefault(key, []).append(work)
        for key in sorted(found):
            yield (_PLACE if key > 0 else _NAME) * _weight(works, len(found[key])), found[key]

    def _best(self, scores: Mapping[int, float], rows: int) -> list[tuple[float, str, bytes]]:
        """Score with a minus, DOI and record of the best."""
        if not scores or rows < 1:
            return []
        least = max(scores.values()) * _LEAST_SHARE
        near = sorted((score for score in scores.values() if score >= least), reverse=True)
        least = near[min(rows, len(near)) - 1]
        near_works = [work for work, score in scores.items() if score >= least]
        found = self._all("SELECT id, doi, record FROM works WHERE id", near_works)
        return sorted((-scores[work], doi, record) for work, doi, record in found)[:rows]

    # ------------------------------------------------------------ reading the tables

    def _all(self, query: str, values: Sequence[object]) -> list[tuple[Any, ...]]:
        """What the query finds for any of the values. It has few lengths, since SQLite reads each anew."""
        rows = []
        for at in range(0, len(values), 480):
            some = values[at : at + 480]
            room = -(-len(some) // 16) * 16
            marks = ",".join("?" * room)
            rows += self._connection.execute(f"{query} IN ({marks})", (*some, *[None] * (room - len(some)))).fetchall()
        return rows

    def _row(self, names: Mapping[str, None]) -> tuple[str, bytes] | None:
        for name in names:
            query = "SELECT doi, record FROM keys JOIN works ON id = work WHERE key = ? AND doi = ?"
            found = self._connection.execute(query, (doi_key(name), name)).fetchone()
            if found:
                return found[0], found[1]
        return None

    def _work(self, doi: str, record: bytes, score: float = 0.0) -> Work | None:
        said = {"DOI": doi, "score": score, **self._packing(record[0]).unpack(record)}
        return parse_work(said, self.name)

    def _packing(self, number: int) -> Packing:
        if number not in self._packings:  # somebody has built on since
            self._packings = store.packings(self._connection)
        return self._packings[number]


def _add(scores: dict[int, float], weight: float, works: Iterable[int]) -> None:
    for work in works:
        scores[work] = scores.get(work, 0.0) + weight


def _weight(works: int, count: int) -> float:
    return math.log(1 + works / count)
