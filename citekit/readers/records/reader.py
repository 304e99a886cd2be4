r"""JSON records → `Library`: one object a line, or one array of objects, as databases and scripts export them.

    {"id": "r1", "type": "article", "author": "Smith, J. and Roe, R.", "title": "…", "container": "…", "year": 2009,
     "volume": "5", "issue": "3", "pages": "354-7", "doi": "10.1000/x"}

Other names for these fields are understood (`citekit.readers.records.fields`), fields that are not known are kept, and so are lines
that cannot be read. Lines of `citekit parse` are records, too. A record that holds nothing but a reference string
(`{"id": "r1", "reference": "Leung VC, Lee KE. Infantile …"}`) is read as text is.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from citekit.acyclic import acyclic
from citekit.model import Block, Field, Library, Origin, Problem, Progress, Reference, unheard
from citekit.readers.json_values import (
    END_OF_TEXT,
    Piece,
    Placed,
    behind_white,
    in_a_row,
    placed,
    value_at,
    whole_characters,
)
from citekit.readers.records.fields import Said, read_fields, reference_string
from citekit.readers.text.hyphens import joined

FORMAT = "records"

_TRIED = 20  # lines: broken ones may come first
_AT_ONCE = 10_000  # records between two words on progress


def looks_like(text: str) -> bool:
    """Is one of the first lines a JSON object, or the whole an array of objects?"""
    start = text.lstrip()[:1]
    if start == "[":
        return re.match(r"\s*\[\s*\{\s*[\"}]", text) is not None
    if start != "{":
        return False
    return _in_lines(text) or isinstance(value_at(text, len(text) - len(text.lstrip())), Piece)


def read(text: str, file: str, tell: Progress = unheard) -> Library:
    """Reads every record. Never raises. A record's `id` is the `name` of its origin, the number of its line where it has none.

    What is no JSON object becomes a `failed` block and a problem, and the rest goes on. An id that comes twice is a problem.
    """
    reading = _Reading(file)
    pieces = _lines(text) if _in_lines(text) else _values(text)
    total = text.count("\n") + 1
    with acyclic():
        for line, piece, said, _ in pieces:
            reading.add(line, piece, said)
            if reading.count % _AT_ONCE == 0:
                tell("reading records", line, total)
        reading.read_strings(tell)
    tell("reading records", total, total)
    return Library(tuple(reading.items), tuple(reading.problems), file, FORMAT)


# ---------------------------------------------------------------- text → JSON values


def _in_lines(text: str) -> bool:
    """Does one of the first lines hold a whole object?"""
    if text.lstrip()[:1] == "[":
        return False
    end = 0
    for _ in range(_TRIED):
        start, end = end, text.find("\n", end) + 1
        line = text[start : end or None].strip()
        if line[:1] == "{" and isinstance(_value(line), dict):
            return True
        if not end:
            return False
    return False


def _lines(text: str) -> Iterator[Placed]:
    """Only `\\n` ends a line here; JSON strings may hold other separators."""
    for number, line in enumerate(text.split("\n"), 1):
        if bare := line.strip():
            yield Placed(number, bare, _value(bare), 0)


def _value(text: str) -> Any:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as error:
        return error
    return whole_characters(text, found)


def _values(text: str) -> Iterator[Placed]:
    """The objects of an array, or objects that run over several lines."""
    at = behind_white(text, 0)
    return placed(text, in_a_row(text, at + 1 if text.startswith("[", at) else at, END_OF_TEXT))


# ---------------------------------------------------------------- JSON values → library items


@dataclass(slots=True)
class _Reading:
    """What has been read of a file so far."""

    file: str
    items: list[Reference | Block] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    lines: dict[str, int] = field(default_factory=dict)
    strings: dict[int, str] = field(default_factory=dict)
    count: int = 0

    def add(self, line: int, text: str, said: Any) -> None:
        if not isinstance(said, dict):
            self._fail(line, text, said)
            return
        self.count += 1
        name = _id(said)
        if name in self.lines:
            message = f"the id {name} also stands in line {self.lines[name]}"
            self.problems.append(Problem("duplicate-id", message, self.file, line))
        elif name:
            self.lines[name] = line
        inner = said.get("fields")
        string = reference_string(said)
        kind, values = read_fields(inner if isinstance(inner, dict) else _without(said, string[0]))
        origin = Origin(self.file, FORMAT, line, self.count, text, name or str(line))
        fields = {name: Field(value, origin) for name, value in values.items()}
        reference = Reference(kind, "", fields, origin)
        if string[1]:
            self.strings[len(self.items)] = joined(string[1])
        self.items.append(reference)

    def read_strings(self, tell: Progress) -> None:
        """Reads the reference strings, which are the text of the fields' origins; what the record says besides them counts more."""
        if not self.strings:
            return
        from citekit.readers.text import reader

        records = [
            item for place, item in enumerate(self.items) if place in self.strings and isinstance(item, Reference)
        ]
        origins = [
            replace(item.origin, text=text)
            for item, text in zip(records, self.strings.values(), strict=True)
            if item.origin
        ]
        references, problems = reader.read_strings(origins, tell)
        for place, said, found in zip(self.strings, records, references, strict=True):
            self.items[place] = replace(found, fields={**found.fields, **said.fields}, origin=said.origin)
        self.problems += problems

    def _fail(self, line: int, text: str, said: Any) -> None:
        reason = f" ({said.msg}, column {said.colno})" if isinstance(said, json.JSONDecodeError) else ""
        self.items.append(Block("failed", text, line))
        self.problems.append(Problem("syntax", f"left out: no JSON object{reason}", self.file, line))


def _without(said: Said, name: str) -> Said:
    return {each: value for each, value in said.items() if each != name} if name else said


def _id(said: Said) -> str:
    """The id as it is written: 12 is `12`. A line of `citekit parse` is known by its page and number."""
    value = said.get("id", said.get("ID"))
    if value is None or value == "":
        return (
            f"{said['page']}:{said['n']}"
            if isinstance(said.get("fields"), dict) and {"page", "n"} <= said.keys()
            else ""
        )
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
