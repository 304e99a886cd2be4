"""A `.bib` text as the rules see it: entries with their fields' LaTeX, `@string`s, and where everything stands."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from citekit.bibtex.blocks import Chunk, chunks
from citekit.bibtex.strings import MONTHS, evaluate, names_used
from citekit.checking.models import Model, model_of
from citekit.checking.names import Written, written
from citekit.vocabulary import NAME_FIELDS

_EQUALS = re.compile(r"\s*=\s*")


@dataclass(frozen=True, slots=True)
class FieldAt:
    """`name = source` at a place of the text, `name` lower case; `latex` is the value with its `@string`s put in."""

    name: str
    source: str
    at: int
    latex: str


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry with its fields in file order; `by_name` has the first of each name, as BibTeX does. `type` is lower case."""

    type: str
    key: str
    at: int
    fields: tuple[FieldAt, ...]
    by_name: Mapping[str, FieldAt]
    chunk: Chunk

    def get(self, name: str) -> str:
        """The LaTeX of a field without white space around it, `""` where it is absent."""
        found = self.by_name.get(name)
        return found.latex.strip() if found else ""


@dataclass(frozen=True, slots=True)
class Definition:
    """`@string{name = source}`, `name` lower case; `latex` is the value with other `@string`s put in."""

    name: str
    source: str
    at: int
    latex: str


@dataclass(frozen=True, slots=True)
class Others:
    """What other files define that go with a file: citation keys and `@string` names, both in lower case."""

    keys: frozenset[str] = frozenset()
    strings: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Bibliography:
    """One text, read for checking. `model` is what it is read by, `asked_model` may be `auto`; `elsewhere` are keys (lower case) of
    other files that go with it, `this_year` is the year we have. `undefined` are names that no `@string` before them defines, each with its entry and place."""

    text: str
    model: Model
    chunks: tuple[Chunk, ...]
    entries: tuple[Entry, ...]
    definitions: tuple[Definition, ...]
    undefined: tuple[tuple[Entry | None, int, str], ...]
    this_year: int
    asked_model: str = "auto"
    elsewhere: frozenset[str] = frozenset()

    @cached_property
    def people(self) -> Sequence[tuple[Entry, FieldAt, Sequence[Written]]]:
        """All fields of names that are not empty, each with its names as they are written."""
        return [
            (entry, field, written(field.latex))
            for entry in self.entries
            for field in entry.fields
            if field.name in NAME_FIELDS and field.latex.strip()
        ]

    def place(self, field: FieldAt | Definition, index: int = 0) -> int:
        """Where the letter `index` of a field's LaTeX stands; the field itself where that cannot be told."""
        name = _EQUALS.search(self.text, field.at)
        if name is None or field.source[1:-1] != field.latex:
            return field.at
        return name.end() + 1 + index


# What the standard styles define besides months (plain.bst, MACRO); biblatex has none of them.
_OF_STYLES = frozenset(
    "acmcs acta cacm ibmjrd ibmsj ieeese ieeetc ieeetcad ipl jacm jcss scp sicomp tocs tods tog toms toois toplas tcs".split()
)


def bibliography(text: str, model: str, this_year: int, others: Others = Others()) -> Bibliography:  # frozen
    """Reads a text. `model` is `bibtex`, `biblatex`, or `auto`: then the entries tell. Never raises."""
    found = tuple(chunks(text))
    reading = _Reading(known=others.strings)
    for chunk in found:
        reading.take(chunk)
    types = {entry.type for entry in reading.entries}
    names = {field.name for entry in reading.entries for field in entry.fields}
    data_model = model_of(model, types, names)
    return Bibliography(
        text,
        data_model,
        found,
        tuple(reading.entries),
        tuple(reading.definitions),
        tuple(each for each in reading.undefined if data_model.name == "biblatex" or each[2] not in _OF_STYLES),
        this_year,
        model,
        others.keys,
    )


@dataclass(slots=True)
class _Reading:
    known: frozenset[str] = frozenset()
    strings: dict[str, str] = field(default_factory=lambda: dict(MONTHS))
    entries: list[Entry] = field(default_factory=list)
    definitions: list[Definition] = field(default_factory=list)
    undefined: list[tuple[Entry | None, int, str]] = field(default_factory=list)

    def take(self, chunk: Chunk) -> None:
        parsed = chunk.parsed
        if parsed is None or chunk.kind not in ("entry", "string"):
            return
        if chunk.kind == "string":
            for each in parsed.fields:
                latex = evaluate(each.source, self.strings)
                self.definitions.append(Definition(each.name.lower(), each.source, chunk.base + each.at, latex))
                self._undefined(None, each.source, chunk.base + each.at)
                self.strings[each.name.lower()] = latex
            return
        fields = tuple(
            FieldAt(each.name.lower(), each.source, chunk.base + each.at, evaluate(each.source, self.strings))
            for each in parsed.fields
        )
        by_name: dict[str, FieldAt] = {}
        for one in fields:
            by_name.setdefault(one.name, one)
        entry = Entry(parsed.type, parsed.key, chunk.start, fields, by_name, chunk)
        self.entries.append(entry)
        for one in fields:
            if one.source[:1] not in '{"' or "#" in one.source:
                self._undefined(entry, one.source, one.at)

    def _undefined(self, entry: Entry | None, source: str, at: int) -> None:
        for name in sorted(names_used(source)):
            if name not in self.strings and name not in self.known:
                self.undefined.append((entry, at, name))


class Lines:
    """Line and column of places in a text, both from 1."""

    def __init__(self, text: str) -> None:
        self._breaks = [found.start() for found in re.finditer("\n", text)]

    def of(self, at: int) -> tuple[int, int]:
        line = bisect_left(self._breaks, at)
        return line + 1, at - (self._breaks[line - 1] + 1 if line else 0) + 1
