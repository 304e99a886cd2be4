"""Web of Science's plain text (formerly ISI's export format), with what Inspec and Medline write in it → `Library`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.exchange import isi
from citekit.formats import Input, Reader
from citekit.model import Block, Library, Origin, Problem, Reference
from citekit.readers.tagged import Record, records

FORMAT = "isi"

_TAG = re.compile(r"\ufeff?(?P<tag>[A-Z][A-Z0-9])(?:[ \t](?P<value>.*)|\s*$)")  # lines that go on are indented
_HEADER = re.compile(r"^\ufeff?FN [^\n]*\n\s*VR ", re.MULTILINE)
_FIRST = re.compile(r"^\ufeff?PT [A-Z]\s*\n(?:(?!ER\s*\n)[^\n]*\n){0,40}?(?:AU|TI|SO|AN|DT|TY) ", re.MULTILINE)


def recognise(given: Input) -> bool:
    """The header `FN …`, `VR …`, or a line `PT J` with authors, title or source behind it."""
    return _HEADER.search(given.head) is not None or _FIRST.search(given.head) is not None


def read(given: Input) -> Library:
    """Every record. One that holds nothing is left out and named; one that does not end with `ER` is read and named."""
    items: list[Reference | Block] = []
    problems: list[Problem] = []
    count = 0
    for record in records(given.text, _TAG, begins={"PT"}, ends={"ER"}, outside=isi.HEADER):
        reference = _reference(record, given.file, count + 1) if record.tags else None
        if reference is None:
            if not _is_header(record.text):
                items.append(Block("unused", record.text, record.line))
        elif not reference.fields:
            items.append(Block("failed", record.text, record.line))
            problems.append(Problem("syntax", "left out: a record without anything in it", given.file, record.line))
        else:
            count += 1
            items.append(reference)
            problems += _troubles(record, given.file)
    return Library(tuple(items), tuple(problems), given.file, FORMAT)


def _is_header(text: str) -> bool:
    return all((found := _TAG.match(line)) and found["tag"] in isi.HEADER for line in text.split("\n") if line.strip())


def _troubles(record: Record, file: str) -> Iterator[Problem]:
    if not record.ended:
        yield Problem("syntax", "the record ends without its ER line; it may be cut", file, record.line)


def _reference(record: Record, file: str, number: int) -> Reference:
    from citekit.exchange.isi import fields as isi_fields

    said = [Origin(file, FORMAT, tag.line, number, tag.value, tag.name) for tag in record.tags]
    kind, fields = isi_fields.read(said)
    return Reference(kind, "", fields, Origin(file, FORMAT, record.line, number, record.text))


READER = Reader(FORMAT, "Web of Science", (".isi", ".ciw"), recognise, read)
