"""Puts entries into the file of an index. One transaction takes a batch and what is noted of the files it came from."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from citekit.index import store
from citekit.index.dumps import Identity
from citekit.index.entries import Entry
from citekit.index.packing import Packing, sample
from citekit.index.terms import Terms, doi_key, of_work, word_key
from citekit.sources.crossref_work import parse_work


@dataclass(frozen=True, slots=True)
class Reading:
    """How far a file has been read: how many items of it, how many of them were bad and what the first of these was."""

    identity: Identity
    items: int = 0
    bad: int = 0
    first_bad: str = ""
    finished: bool = False


@dataclass(frozen=True, slots=True)
class Written:
    """What became of entries."""

    new: int = 0
    replaced: int = 0
    kept: int = 0

    def __add__(self, other: Written) -> Written:
        return Written(self.new + other.new, self.replaced + other.replaced, self.kept + other.kept)


def reading(connection: sqlite3.Connection, identity: Identity) -> Reading:
    """What is noted of a file; nothing where it has changed since."""
    query = "SELECT items, bad, first_bad, finished FROM files WHERE name = ? AND size = ? AND modified = ?"
    found = connection.execute(query, (identity.name, identity.size, identity.modified)).fetchone()
    return Reading(identity, found[0], found[1], found[2], bool(found[3])) if found else Reading(identity)


def write(connection: sqlite3.Connection, batch: Mapping[str, Entry], readings: Iterable[Reading]) -> Written:
    """Writes entries, each under its DOI. All of it or, where it raises `sqlite3.Error` or is killed, nothing."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        written = _Batch(connection, batch).write()
        known = [each for each in readings if each.identity.size >= 0]
        connection.executemany("INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?, ?, ?)", map(_row, known))
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    return written


def tidy(connection: sqlite3.Connection) -> None:
    """Joins the many pieces the words were written in, when a tenth of the works came since that was last done, and gives the room
    that becomes free back to the disk."""
    works, tidied = store.fact(connection, "works"), store.fact(connection, "tidied")
    if works > tidied * 1.1:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("INSERT INTO found (found) VALUES ('optimize')")
        store.set_fact(connection, "tidied", works)
        connection.execute("COMMIT")
        connection.executescript("PRAGMA incremental_vacuum")  # execute() would free a single page


def _row(each: Reading) -> tuple[object, ...]:
    about = each.identity
    return about.name, about.size, about.modified, each.items, each.bad, each.first_bad, each.finished


class _Old(NamedTuple):
    """A work that is in the index."""

    id: int
    doi: str
    stamp: int
    record: bytes


@dataclass(slots=True)
class _Batch:
    connection: sqlite3.Connection
    entries: Mapping[str, Entry]

    def write(self) -> Written:
        packings = store.packings(self.connection)
        packing = self._packing(packings)
        old = {each.doi: each for each in self._old()}
        packed = {doi: packing.pack(entry.plain) for doi, entry in self.entries.items()}
        unchanged = {doi for doi, each in old.items() if not self._is_news(each, packed[doi])}
        changes: Counter[str] = Counter()
        replaced = sorted((old[doi].id, doi) for doi in old.keys() - unchanged)
        for number, doi in replaced:  # in the order of the numbers, which is the order FTS5 writes fastest
            before = old[doi]
            work = parse_work({"DOI": doi, **packings[before.record[0]].unpack(before.record)})
            if work:
                self._take_out(number, doi, of_work(work), changes)
            self._put_in(number, doi, packed[doi], changes)
        next_number = self.connection.execute("SELECT coalesce(max(id), 0) + 1 FROM works").fetchone()[0]
        new = [doi for doi in self.entries if doi not in old]
        for number, doi in enumerate(new, start=next_number):
            self._put_in(number, doi, packed[doi], changes)
        self._count(changes)
        self._note(len(new))
        return Written(len(new), len(replaced), len(unchanged))

    def _is_news(self, old: _Old, packed: bytes) -> bool:
        entry = self.entries[old.doi]
        return entry.replaces(old.stamp) and (packed != old.record or entry.stamp != old.stamp)

    def _packing(self, packings: Mapping[int, Packing]) -> Packing:
        """The last one; a better one where this batch is ten times as large as all there was when that was made."""
        last = max(packings, default=0)
        basis = store.fact(self.connection, "sampled")
        if last and (len(self.entries) < 10 * basis or last == 255):
            return packings[last]
        packing = Packing(last + 1, sample([entry.plain for entry in self.entries.values()]))
        store.set_fact(self.connection, f"sample {packing.number}", packing.text)
        store.set_fact(self.connection, "sampled", len(self.entries))
        return packing

    def _old(self) -> Iterable[_Old]:
        """Those of the works that are there already."""
        keys = [doi_key(doi) for doi in self.entries]
        for part in _parts(keys, 500):
            query = f"SELECT id, doi, stamp, record FROM keys JOIN works ON id = work WHERE key IN ({_marks(part)})"
            found = map(_Old._make, self.connection.execute(query, part))
            yield from (each for each in found if each.doi in self.entries)

    def _put_in(self, number: int, doi: str, record: bytes, changes: Counter[str]) -> None:
        entry = self.entries[doi]
        execute = self.connection.execute
        execute("INSERT OR REPLACE INTO works VALUES (?, ?, ?, ?)", (number, doi, entry.stamp, record))
        execute("INSERT INTO found (rowid, words) VALUES (?, ?)", (number, _text(entry.terms)))
        keys = [(key, number) for key in (doi_key(doi), *entry.terms.keys)]
        self.connection.executemany("INSERT OR IGNORE INTO keys VALUES (?, ?)", keys)
        changes.update(entry.terms.words)

    def _take_out(self, number: int, doi: str, terms: Terms, changes: Counter[str]) -> None:
        self.connection.execute(
            "INSERT INTO found (found, rowid, words) VALUES ('delete', ?, ?)", (number, _text(terms))
        )
        keys = [(key, number) for key in (doi_key(doi), *terms.keys)]
        self.connection.executemany("DELETE FROM keys WHERE key = ? AND work = ?", keys)
        changes.subtract(terms.words)

    def _count(self, changes: Counter[str]) -> None:
        self.connection.executemany(
            "INSERT INTO words VALUES (?, ?) ON CONFLICT (word) DO UPDATE SET works = works + excluded.works",
            sorted((word_key(word), change) for word, change in changes.items() if change),
        )

    def _note(self, new: int) -> None:
        store.set_fact(self.connection, "works", store.fact(self.connection, "works") + new)
        newest = max((entry.stamp for entry in self.entries.values()), default=0)
        store.set_fact(self.connection, "newest", max(newest, store.fact(self.connection, "newest")))


def _text(terms: Terms) -> str:
    """The same each time, since FTS5 has to be given what it was given when a work is taken out."""
    return " ".join(sorted(terms.words))


def _marks(values: Sequence[object]) -> str:
    return ",".join("?" * len(values))


def _parts(values: Sequence[int], size: int) -> Iterable[Sequence[int]]:
    return (values[at : at + size] for at in range(0, len(values), size))
