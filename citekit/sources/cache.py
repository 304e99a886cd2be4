"""What services have answered, kept on disk, so that nothing is asked twice: one SQLite file in the user's cache folder.

`CITEKIT_CACHE_DIR` moves the folder. Threads and processes may share the file. Every answer is committed when it arrives.
Without a file that can be written we go on in memory, and `problem` says why.
"""

from __future__ import annotations

import contextlib
import json
import os
import sqlite3
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

_DAY = 86400.0
FOUND_FOR = 30 * _DAY
NOTHING_FOR = 7 * _DAY  # what is not there today may be registered tomorrow
_BEFORE = _DAY  # an answer from the future is of a clock that was wrong; a little is daylight saving and drift

_FILE = "answers.sqlite"
_MEMORY = ":memory:"
_FORM = 1  # of the tables; a file of another form is begun anew
_PATIENCE = 20.0  # seconds to wait for another process that writes

_TABLES = """
    CREATE TABLE answer (service TEXT, question TEXT, at REAL, until REAL, body BLOB, PRIMARY KEY (service, question)) WITHOUT ROWID;
    CREATE INDEX expiry ON answer (until);
    CREATE TABLE note (name TEXT PRIMARY KEY, text TEXT) WITHOUT ROWID;
"""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer as JSON value. `None`: the service said that there is no such thing."""

    value: Any | None


class Cache:
    """Answers by service and question, and the notes by which processes keep in step (`change`)."""

    def __init__(self, file: Path | None, now: Callable[[], float] = time.time) -> None:
        """`Cache.open` finds the file; `None` keeps everything in memory."""
        self.problem = ""
        self._file = file
        self._now = now
        self._lock = threading.RLock()
        self._db = self._connect()
        self._sweep()

    @classmethod
    def open(cls, folder: Path | None = None, now: Callable[[], float] = time.time) -> Cache:
        """The cache in this folder, or in the user's. Never fails (see `problem`)."""
        return cls((folder or default_folder()) / _FILE, now)

    def get(self, service: str, question: str) -> Answer | None:
        """The answer kept from before; `None` when there is none, or only an old one."""
        query = "SELECT body, at, until FROM answer WHERE service = ? AND question = ?"
        row = self._with(lambda db: db.execute(query, (_key(service), _key(question))).fetchone())
        if row is None or not row[1] - _BEFORE <= self._now() <= row[2]:
            return None
        return _unpack(row[0])

    def put(self, service: str, question: str, value: Any | None) -> None:
        """Keeps an answer. One that says *nothing there* (`None`, an empty list) is kept for a shorter time."""
        at = self._now()
        try:
            body = _pack(value)
        except RecursionError:  # nested as no service nests; then it is not kept
            return
        row = (_key(service), _key(question), at, at + (FOUND_FOR if value else NOTHING_FOR), body)
        self._with(lambda db: db.execute("INSERT OR REPLACE INTO answer VALUES (?, ?, ?, ?, ?)", row))

    def change(self, name: str, rule: Callable[[str], str]) -> str:
        """Replaces a note (`""` at first) by what the rule makes of it, while no other thread or process can."""

        def step(db: sqlite3.Connection) -> str:
            with _alone(db):
                row = db.execute("SELECT text FROM note WHERE name = ?", (name,)).fetchone()
                before = row[0] if row else ""
                after = rule(before)
                if after != before:
                    db.execute("INSERT OR REPLACE INTO note VALUES (?, ?)", (name, after))
                return after

        return self._with(step)

    def clear(self) -> None:
        """Forgets all answers."""
        self._with(lambda db: db.execute("DELETE FROM answer"))

    def close(self) -> None:
        with self._lock:
            self._db.close()

    def _sweep(self) -> None:
        """Deletes what has expired, once a day."""
        today = str(int(self._now() // _DAY))
        days: list[str] = []

        def sign(day: str) -> str:
            days.append(day)
            return today

        self.change("swept", sign)
        if days[-1] != today:
            self._with(lambda db: db.execute("DELETE FROM answer WHERE until < ?", (self._now(),)))

    def _with(self, step: Callable[[sqlite3.Connection], T]) -> T:
        """Does something with the database; if it is damaged, with a new one, and if it fails, in memory."""
        with self._lock:
            for _ in range(2):
                try:
                    return step(self._db)
                except sqlite3.DatabaseError as error:
                    self._db.close()
                    self._db = self._mend(error)
            return step(self._db)

    def _connect(self) -> sqlite3.Connection:
        if self._file is None:
            return _open(_MEMORY)
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)  # what somebody reads is nobody's business
            return _open(str(self._file))
        except (sqlite3.DatabaseError, OSError) as error:
            return self._mend(error)

    def _mend(self, error: Exception) -> sqlite3.Connection:
        """A database in place of one that failed. `DatabaseError` itself means damage, its children that nothing can be done."""
        try:
            if self._file and type(error) is sqlite3.DatabaseError and not self.problem:
                _set_aside(self._file)
                self.problem = f"{self._file} was damaged and is now {self._file.name}.damaged; a new one was begun"
                return _open(str(self._file))
        except (sqlite3.DatabaseError, OSError) as again:
            error = again
        reason = getattr(error, "strerror", None) or error
        self.problem = f"{self._file}: answers are not kept ({reason}); CITEKIT_CACHE_DIR can name another folder"
        return _open(_MEMORY)


def default_folder() -> Path:
    """Where the cache of this user belongs."""
    import platformdirs

    chosen = os.environ.get("CITEKIT_CACHE_DIR", "")
    return Path(chosen).expanduser() if chosen else platformdirs.user_cache_path("citekit", appauthor=False)


def _open(file: str) -> sqlite3.Connection:
    """A database with our tables. What is written outlives us from then on, though not a power cut."""
    db = sqlite3.connect(file, timeout=_PATIENCE, isolation_level=None, check_same_thread=False)
    try:
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA synchronous = NORMAL")
        if _form(db) != _FORM:
            with _alone(db):
                if _form(db) != _FORM:
                    _begin_anew(db)
    except BaseException:
        db.close()
        raise
    return db


def _form(db: sqlite3.Connection) -> int:
    return int(db.execute("PRAGMA user_version").fetchone()[0])


def _begin_anew(db: sqlite3.Connection) -> None:
    for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
        db.execute(f'DROP TABLE "{name}"')
    for statement in _TABLES.split(";"):
        db.execute(statement)
    db.execute(f"PRAGMA user_version = {_FORM}")


@contextmanager
def _alone(db: sqlite3.Connection) -> Iterator[None]:
    """A transaction in which nobody else writes, nor has since it began."""
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        with contextlib.suppress(sqlite3.Error):
            db.execute("ROLLBACK")
        raise
    db.execute("COMMIT")


def _set_aside(file: Path) -> None:
    file.replace(file.with_name(file.name + ".damaged"))
    for suffix in ("-wal", "-shm"):
        file.with_name(file.name + suffix).unlink(missing_ok=True)


def _key(text: str) -> str:
    """Any text as SQLite takes it: half a surrogate pair is none."""
    return text.encode("utf-8", "backslashreplace").decode()


def _pack(value: Any | None) -> bytes:
    return zlib.compress(json.dumps(value, separators=(",", ":")).encode())


def _unpack(body: object) -> Answer | None:
    try:
        return Answer(json.loads(zlib.decompress(body))) if isinstance(body, bytes) else None
    except (zlib.error, ValueError, RecursionError):
        return None
