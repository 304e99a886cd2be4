"""Dumps → an index."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import BinaryIO, cast

from citekit.errors import OutputError
from citekit.index import store
from citekit.index.dumps import STDIN, Identity, Piece, files, identity, pieces
from citekit.index.entries import Entry, entry
from citekit.index.json_items import Bad
from citekit.index.writing import Reading, Written, reading, tidy, write
from citekit.model import Problem, Progress, unheard

BATCH = 20_000
"""Records that are written together; when a build is killed, at most so many have to be read again."""
_MOST_BYTES = 64_000_000


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did. `known` counts the files that it passed over, since they were read before."""

    written: Written
    read: int
    known: int
    problems: tuple[Problem, ...]


def build(dumps: Sequence[str], folder: Path, *, tell: Progress | None = None) -> Built:
    """Reads dumps (files, folders, `-` for standard input) into the index in `folder`, which is made where there is none.

    A file that was read before, by name, size and time of change, is passed over. A build that was stopped goes on where it
    was. The index can be searched meanwhile, and is whole at any moment. What is wrong in a dump is a `Problem`.
    Raises `InputError` for a dump that is not there, and `OutputError`.
    """
    found = files(dumps)
    connection = store.open_to_write(folder)
    try:
        return _Build(connection, found, tell or unheard).run()
    except sqlite3.Error as error:
        raise OutputError(str(folder), f"the index cannot be written ({error})") from error
    finally:
        store.close_written(connection)


@dataclass(slots=True)
class _Build:
    connection: sqlite3.Connection
    files: Sequence[str]
    tell: Progress
    batch: dict[str, Entry] = field(default_factory=dict)
    weight: int = 0
    superseded: int = 0
    readings: list[Reading] = field(default_factory=list)
    written: Written = field(default_factory=Written)
    problems: list[Problem] = field(default_factory=list)
    known: int = 0
    bytes_before: int = 0
    bytes_in_all: int = 0

    def run(self) -> Built:
        self.bytes_in_all = sum(Path(file).stat().st_size for file in self.files if Path(file).is_file())
        for file in self.files:
            self._file(file)
        self._write()
        tidy(self.connection)
        return Built(self.written, len(self.files) - self.known, self.known, tuple(self.problems))

    def _file(self, file: str) -> None:
        try:
            whole = identity(file)
            before = reading(self.connection, whole)
            if before.finished:
                self.known += 1
                self._say(before)
            else:
                with _opened(file) as stream:
                    for piece in pieces(whole, stream):
                        self._piece(piece, stream)
                self._finish(whole)
            self.bytes_before += max(whole.size, 0)
        except OSError as error:
            self.problems.append(Problem("unread", f"cannot be read ({error.strerror or error})", file))

    def _piece(self, piece: Piece, stream: BinaryIO) -> None:
        now = reading(self.connection, piece.identity)
        if not now.finished:
            now = self._read(piece, now, stream)
        self._say(now)

    def _read(self, piece: Piece, now: Reading, stream: BinaryIO) -> Reading:
        """Reads on where an earlier build stopped."""
        items, bad, first_bad = now.items, now.bad, now.first_bad
        for item in islice(piece.items, now.items, None):
            items += 1
            found = entry(item)
            if isinstance(found, Bad):
                bad, first_bad = bad + 1, first_bad or str(found)
            else:
                self._take(found)
            if len(self.batch) >= BATCH or self.weight > _MOST_BYTES:
                self._write(Reading(piece.identity, items, bad, first_bad))
                self._report(stream)
        done = Reading(piece.identity, items, bad, first_bad, finished=True)
        self.readings.append(done)
        return done

    def _take(self, found: Entry) -> None:
        rival = self.batch.get(found.doi)
        self.superseded += rival is not None
        if rival is None or found.replaces(rival.stamp):
            self.batch[found.doi] = found
            self.weight += len(found.plain)

    def _finish(self, whole: Identity) -> None:
        """An archive is finished when its members are; what else is in it stands under its own name already."""
        if all(each.identity != whole for each in self.readings) and not reading(self.connection, whole).finished:
            self.readings.append(Reading(whole, finished=True))

    def _write(self, *unfinished: Reading) -> None:
        self.written += write(self.connection, self.batch, (*self.readings, *unfinished))
        self.written += Written(kept=self.superseded)
        self.batch, self.readings, self.weight, self.superseded = {}, [], 0, 0

    def _say(self, done: Reading) -> None:
        if done.bad:
            more = f" (and {done.bad - 1} more that could not be read)" if done.bad > 1 else ""
            self.problems.append(Problem("unread", f"{done.first_bad}{more}", done.identity.name))

    def _report(self, stream: BinaryIO) -> None:
        works = self.written.new + self.written.replaced
        if self.bytes_in_all:
            done = self.bytes_before + (stream.tell() if stream.seekable() else 0)
            self.tell(f"{works} works indexed, MB read", done >> 20, self.bytes_in_all + 1 >> 20)
        else:
            self.tell("works indexed", works, works + 1)


@contextmanager
def _opened(file: str) -> Iterator[BinaryIO]:
    if file == STDIN:
        yield sys.stdin.buffer
    else:
        with open(file, "rb") as stream:
            yield cast(BinaryIO, stream)
