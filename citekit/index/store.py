"""The file of an index: a SQLite database.

    works   a work's number, DOI in lower case, when Crossref last touched its record (`stamp`), and the packed record
    found   full text (FTS5) of the words of each work, without the text: https://sqlite.org/fts5.html#contentless_tables
    words   in how many works a word stands, under a number for the word
    keys    the works of each key (`terms.Terms.keys`, and one for the DOI)
    files   what of which file has been read
    facts   name → value: `form`, `works`, `newest`, `tidied`, `sample N`

Words and keys are those of `terms.of_work`; `FORM` changes when they, or the tables, do.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

from citekit.errors import CitekitError, OutputError
from citekit.index.packing import Packing

FILE = "works.sqlite"
FORM = 1
ANEW = "delete the folder and make it anew with: citekit index build DUMP"

_TABLES = """
CREATE TABLE facts (name TEXT PRIMARY KEY, value) WITHOUT ROWID;
CREATE TABLE files (name TEXT, size INTEGER, modified INTEGER, items INTEGER, bad INTEGER, first_bad TEXT, finished INTEGER,
                    PRIMARY KEY (name)) WITHOUT ROWID;
CREATE TABLE works (id INTEGER PRIMARY KEY, doi TEXT NOT NULL, stamp INTEGER NOT NULL, record BLOB NOT NULL);
CREATE TABLE keys (key INTEGER, work INTEGER, PRIMARY KEY (key, work)) WITHOUT ROWID;
CREATE TABLE words (word INTEGER PRIMARY KEY, works INTEGER NOT NULL);
CREATE VIRTUAL TABLE found USING fts5 (words, content='', columnsize=0, detail=none, tokenize='ascii');
INSERT INTO found (found, rank) VALUES ('hashsize', 33554432);
"""


def open_to_read(folder: Path) -> sqlite3.Connection:
    """For any thread, one at a time. Raises `CitekitError` where there is no index that we can read."""
    file = folder / FILE
    if not file.is_file():
        raise CitekitError(f"no index at {folder}; make one with: citekit index build DUMP")
    connection = None
    try:
        connection = _connect(file, "?mode=ro")
        form = fact(connection, "form")
    except sqlite3.Error as error:
        if connection:
            connection.close()
        raise CitekitError(f"the index at {folder} cannot be read ({error}); {ANEW}") from error
    if form != FORM:
        connection.close()
        raise CitekitError(f"the index at {folder} is of another version of citekit; {ANEW}")
    return connection


def open_to_write(folder: Path) -> sqlite3.Connection:
    """Makes folder and tables where there are none. Raises `OutputError`."""
    if folder.exists() and not folder.is_dir():
        raise OutputError(str(folder), "is a file; an index is a folder")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        connection = _connect(folder / FILE)
        _prepare(connection, folder)
    except (OSError, sqlite3.Error) as error:
        raise OutputError(str(folder), f"the index cannot be written ({error})") from error
    return connection


def _connect(file: Path, options: str = "") -> sqlite3.Connection:
    connection = sqlite3.connect(
        f"{file.absolute().as_uri()}{options}", uri=True, isolation_level=None, check_same_thread=False, timeout=60
    )
    connection.execute("PRAGMA mmap_size = 4294967296")
    connection.execute("PRAGMA cache_size = -200000")
    return connection


def _prepare(connection: sqlite3.Connection, folder: Path) -> None:
    connection.execute("PRAGMA auto_vacuum = INCREMENTAL")  # heeded only before there is a table
    # A write-ahead log lets others search meanwhile, and whoever pulls the plug loses only what was not committed.
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("BEGIN IMMEDIATE")
    if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'facts'").fetchone():
        for statement in _TABLES.split(";\n"):
            connection.execute(statement)
        set_fact(connection, "form", FORM)
    connection.execute("COMMIT")
    if fact(connection, "form") != FORM:
        raise OutputError(str(folder), f"the index is of another version of citekit; {ANEW}")


def close_written(connection: sqlite3.Connection) -> None:
    """Leaves one plain file, which can be read where nothing can be written. Somebody who reads it just now prevents that; no harm."""
    try:
        connection.execute("PRAGMA busy_timeout = 0")
        connection.execute("PRAGMA journal_mode = DELETE")
    except sqlite3.OperationalError:
        pass
    finally:
        connection.close()


def fact(connection: sqlite3.Connection, name: str, default: Any = 0) -> Any:
    found = connection.execute("SELECT value FROM facts WHERE name = ?", (name,)).fetchone()
    return found[0] if found else default


def set_fact(connection: sqlite3.Connection, name: str, value: Any) -> None:
    connection.execute("INSERT OR REPLACE INTO facts VALUES (?, ?)", (name, value))


def packings(connection: sqlite3.Connection) -> dict[int, Packing]:
    """By their number; the one with the highest is the one to pack with."""
    rows = connection.execute("SELECT name, value FROM facts WHERE name GLOB 'sample *'").fetchall()
    return {number: Packing(number, text) for name, text in rows for number in [int(name.split()[1])]}
