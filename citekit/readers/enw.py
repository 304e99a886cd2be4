"""EndNote's import format (`.enw`) and refer's files → `Library`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.exchange import enw
from citekit.exchange.ris import types as ris_types
from citekit.formats import Input, Reader
from citekit.model import Block, Library, Origin, Problem, Reference
from citekit.readers.tagged import Record, records

FORMAT = "enw"
_OF_TYPES = {"enw-0", "entrysubtype"}  # a record that says no more says nothing

_TAG = re.compile(rf"[ \t\ufeff]*%(?P<tag>[{re.escape(''.join(sorted(enw.TAGS)))}])(?=\s|$)(?P<value>.*)")
_TYPE = re.compile(r"^[ \t\ufeff]*%0[ \t]+[A-Za-z][\w() -]{2,40}\n\s*%[A-Z@0-9] ", re.MULTILINE)
_TYPED = re.compile(r"^[ \t\ufeff]*%0(?=\s|$)", re.MULTILINE)
_COMMON = frozenset("ATDJBIV")


def recognise(given: Input) -> bool:
    """A line `%0 Type` with another tag behind it; or, in files without types, a beginning of several of refer's commonest tags."""
    if _TYPE.search(given.head):
        return True
    lines = [line for line in given.head.split("\n", 30)[:30] if line.strip()]
    if not lines or not _TAG.match(lines[0]):
        return False
    found = {tag["tag"] for line in lines if (tag := _TAG.match(line))}
    return given.suffix == ".enw" or len(found & _COMMON) >= 3


def read(given: Input) -> Library:
    """Every record. One that holds nothing is left out and named. Text between records is kept in `unused` blocks."""
    items: list[Reference | Block] = []
    problems: list[Problem] = []
    count = 0
    for record in _records(given.text):
        reference = _reference(record, given.file, count + 1) if record.tags else None
        if reference is None:
            items.append(Block("unused", record.text, record.line))
        elif not reference.fields.keys() - _OF_TYPES:
            items.append(Block("failed", record.text, record.line))
            problems.append(Problem("syntax", "left out: a record without anything in it", given.file, record.line))
        else:
            count += 1
            items.append(reference)
            problems += _troubles(record, given.file, reference)
    return Library(tuple(items), tuple(problems), given.file, FORMAT)


def _records(text: str) -> Iterator[Record]:
    """Where types are given each begins a record; without them an empty line ends one."""
    return records(text, _TAG, begins={"0"}, blank_ends=_TYPED.search(text) is None)


def _troubles(record: Record, file: str, read: Reference) -> Iterator[Problem]:
    kind = record.first("0")
    if kind and not ris_types.code(kind):
        yield Problem("syntax", f"{kind} is not a type of EndNote; read as {read.type}", file, record.line, read.key)


def _reference(record: Record, file: str, number: int) -> Reference:
    from citekit.exchange.enw import fields as enw_fields

    said = [Origin(file, FORMAT, tag.line, number, tag.value, tag.name) for tag in record.tags]
    kind, key, fields = enw_fields.read(said)
    return Reference(kind, key, fields, Origin(file, FORMAT, record.line, number, record.text))


READER = Reader(FORMAT, "EndNote tagged, refer", (".enw",), recognise, read)
