"""RIS → `Library`: the 2001 and 2011 specifications and what databases and reference managers make of them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.exchange import ris
from citekit.exchange.ris import types as ris_types
from citekit.formats import Input, Reader
from citekit.model import Block, Library, Origin, Problem, Reference
from citekit.readers.tagged import Record, records

FORMAT = "ris"
_OF_TYPES = {"ris-ty", "entrysubtype"}  # a record that says no more says nothing

# `TY  - JOUR`, `ty  - JOUR`, `AU  -Smith`; with other white space (`TY - JOUR`, `AU- Smith`) only tags that RIS has, in capitals.
_TAG = re.compile(
    r"[ \t\ufeff]*(?P<tag>[A-Za-z][A-Za-z0-9](?=(?: {2}|\t)[-–—])"
    rf"|(?:{'|'.join(sorted(ris.TAGS))})(?=[ \t]{{0,4}}[-–—](?:\s|$)))[ \t]{{0,4}}[-–—](?P<value>.*)"
)
_FIRST = re.compile(
    r"^[ \t\ufeff]*TY[ \t]{0,4}[-–—][ \t]*(?P<kind>[A-Z][A-Za-z ]{1,25})$", re.MULTILINE | re.IGNORECASE
)
_ANY_TAG = re.compile(r"^[ \t\ufeff]*(?:T[1I2]|AU|A1|JF|JO|PY|Y1|ER)  -(?=[ \n]|$)", re.MULTILINE)
_NBIB = re.compile(r"^PMID- ", re.MULTILINE)


def recognise(given: Input) -> bool:
    """A line `TY  - TYPE` with a type that is known, wherever it stands; or, without such a line, several of the commonest tags."""
    head = given.text if given.suffix == ".ris" else given.head
    if any(_is_type(found) for found in _FIRST.finditer(head)):
        return True
    if _NBIB.search(head):
        return False
    return len({found[0].strip() for found in _ANY_TAG.finditer(head)}) >= (2 if given.suffix == ".ris" else 4)


def _is_type(line: re.Match[str]) -> bool:
    """A type we know, or a word in capitals where everything else is as the specification has it."""
    return bool(ris_types.code(line["kind"])) or re.fullmatch(r"\s*TY  - [A-Z]{3,7}\s*", line[0]) is not None


def read(given: Input) -> Library:
    """Every record. One that holds nothing is left out and named; one that does not end with `ER` is read and named. Text between
    records is kept in `unused` blocks."""
    items: list[Reference | Block] = []
    problems: list[Problem] = []
    count = 0
    for record in _records(given.text):
        if not record.tags:
            items.append(Block("unused", record.text, record.line))
            continue
        reference = _reference(record, given.file, count + 1)
        if not reference.fields.keys() - _OF_TYPES:
            items.append(Block("failed", record.text, record.line))
            problems.append(Problem("syntax", "left out: a record without anything in it", given.file, record.line))
            continue
        count += 1
        items.append(reference)
        problems += _troubles(record, given.file, reference)
    return Library(tuple(items), tuple(problems), given.file, FORMAT)


def _records(text: str) -> Iterator[Record]:
    return records(text, _TAG, begins={"TY"}, ends={"ER"})


def _troubles(record: Record, file: str, read: Reference) -> Iterator[Problem]:
    kinds = record.all("TY")
    if not kinds:
        yield Problem(
            "syntax", "the record has no TY line, which says what type of work it is", file, record.line, read.key
        )
    elif not ris_types.code(kinds[0]):
        yield Problem("syntax", f"{kinds[0]} is not a type of RIS; read as {read.type}", file, record.line, read.key)
    if not record.ended:
        yield Problem("syntax", "the record ends without its ER line; it may be cut", file, record.line, read.key)


def _reference(record: Record, file: str, number: int) -> Reference:
    from citekit.exchange.ris import fields as ris_fields

    said = [Origin(file, FORMAT, tag.line, number, tag.value, tag.name) for tag in record.tags]
    kind, key, fields = ris_fields.read(said)
    return Reference(kind, key, fields, Origin(file, FORMAT, record.line, number, record.text))


READER = Reader(FORMAT, "RIS", (".ris",), recognise, read)
