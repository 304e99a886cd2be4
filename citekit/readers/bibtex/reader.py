"""A BibTeX text → `Library`: one pass over its blocks, what their fields mean left until somebody asks."""

from __future__ import annotations

import re
import sys
from array import array
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from citekit.acyclic import acyclic
from citekit.bibtex.blocks import Chunk, chunks
from citekit.bibtex.entry_fields import EntryFields
from citekit.bibtex.grammar import Parsed
from citekit.bibtex.strings import MONTHS, Strings, evaluate, names_used
from citekit.encoding import Form, Verbatim
from citekit.model import Block, Kept, Library, Origin, Problem, Reference
from citekit.readers.bibtex.second_opinion import second_opinion

FORMAT = "bibtex"


def read(text: str, file: str) -> Library:
    """Reads BibTeX. Never raises; trouble is in the library's problems, each with its line.

    The texts of all items in order are the input, white space aside. An entry that cannot be read is a `failed` block.
    Of a repeated field the first wins, of a repeated key both entries stay; an `@string` counts from where it stands.
    Problem kinds: `syntax`, `repeated-field`, `duplicate-key`, `undefined-string`, `encoding`.
    """
    return read_kept(Verbatim(text, text, Form()), file)


def read_kept(source: Verbatim, file: str) -> Library:
    """As `read`, for the text of a file that is to be written again in its own encoding and line ends."""
    reading = _Reading(file, _Lines(source.text))
    with acyclic():
        for chunk in chunks(source.text):
            if chunk.kind == "failed" or (chunk.parsed and not chunk.parsed.closed):
                reading.add_doubtful(chunk)
            else:
                reading.add(chunk)
    if source.form.strays:
        reading.report_strays(source)
    items = tuple(reading.items)
    return Library(items, tuple(reading.problems), file, FORMAT, Kept(source, items, tuple(reading.spans)))


class _Lines:
    """Line numbers of places in a text, from 1."""

    def __init__(self, text: str) -> None:
        self._breaks = array("q", (found.start() for found in re.finditer(r"\r(?!\n)|\n", text)))

    def of(self, place: int) -> int:
        return bisect_left(self._breaks, place) + 1


@dataclass(slots=True)
class _Reading:
    """What has been read of a file so far. `strings` are the `@string` values known at this place."""

    file: str
    lines: _Lines
    strings: dict[str, str] = field(default_factory=lambda: dict(MONTHS))
    items: list[Reference | Block] = field(default_factory=list)
    spans: list[tuple[int, int]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    keys: dict[str, int] = field(default_factory=dict)
    count: int = 0

    def add(self, chunk: Chunk, reason: str = "") -> None:
        line = self.lines.of(chunk.start)
        if chunk.parsed:
            for fault in chunk.parsed.faults:
                self._report("syntax", fault.message, self.lines.of(chunk.base + fault.at), chunk.parsed.key)
        if chunk.kind == "failed":
            reason = reason or "this block cannot be read as BibTeX"
            self._report("syntax", f"kept as it is: {reason[0].lower()}{reason[1:]}", line)
        if chunk.kind == "string" and chunk.parsed:
            for each in chunk.parsed.fields:
                self.strings[each.name.lower()] = evaluate(each.source, self.strings)
        self.spans.append((chunk.start, chunk.end))
        if chunk.kind == "entry" and chunk.parsed:
            self.items.append(self._reference(chunk, chunk.parsed, line))
        else:
            self.items.append(Block(chunk.kind if chunk.kind != "entry" else "failed", chunk.text, line))

    def add_doubtful(self, chunk: Chunk) -> None:
        """A stretch that we cannot read to an end, in the blocks that bibtexparser sees in it."""
        opinion = second_opinion(chunk.text)
        if chunk.parsed and not all(each.parsed and each.parsed.closed for each in opinion.chunks):
            self.add(chunk)
            return
        for each in opinion.chunks:
            base = chunk.start + each.base
            self.add(replace(each, start=chunk.start + each.start, base=base), opinion.reasons.get(each.start, ""))

    def _reference(self, chunk: Chunk, entry: Parsed, line: int) -> Reference:
        self.count += 1
        if entry.key in self.keys and entry.key:
            self._report("duplicate-key", f"the key also stands in line {self.keys[entry.key]}", line, entry.key)
        self.keys.setdefault(entry.key, line)
        origin = Origin(self.file, FORMAT, line, self.count, chunk.text)
        kind = sys.intern(entry.type)
        strings, whole = self._used(chunk, entry)
        plain = whole and entry.closed and not entry.faults
        return Reference(
            kind, entry.key, EntryFields(kind, entry.key, origin, strings, None if plain else entry), origin
        )

    def _used(self, chunk: Chunk, entry: Parsed) -> tuple[Strings, bool]:
        """The values of the `@string` names in an entry, and whether all have one. Names that have none are said, and so are
        repeated fields."""
        seen: set[str] = set()
        used: dict[str, str] = {}
        whole = True
        for at in entry.fields:
            name = at.name.lower()
            if name in seen:
                said = f"{name} is given again and not used: {at.source[:60]}"
                self._report("repeated-field", said, self.lines.of(chunk.base + at.at), entry.key)
            seen.add(name)
            if not (names := names_used(at.source)):
                continue
            used |= {each: self.strings[each] for each in names if each in self.strings}
            if unknown := names - self.strings.keys():
                said = f"{name} uses {', '.join(sorted(unknown))}, which no @string before it defines"
                self._report("undefined-string", said, self.lines.of(chunk.base + at.at), entry.key)
                whole = False
        return MONTHS if used.items() <= MONTHS.items() else used, whole

    def report_strays(self, source: Verbatim) -> None:
        places = list(_differing(source.text, source.kept))
        line = self.lines.of(places[0])
        often = "a byte" if len(places) == 1 else f"{len(places)} bytes"
        said = (
            f"{often} here and below {'is' if len(places) == 1 else 'are'} not UTF-8, taken for Windows-1252 and kept"
        )
        self._report("encoding", said, line)

    def _report(self, kind: str, message: str, line: int, key: str = "") -> None:
        self.problems.append(Problem(kind, message, self.file, line, key))


def _differing(text: str, kept: str) -> Iterator[int]:
    return (found.start() for found in re.finditer("[\udc80-\udcff]", kept) if text[found.start()] != found[0])
