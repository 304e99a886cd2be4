"""A text as the pieces a formatter moves about, each entry cut at its fields and comments."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from citekit.bibtex.blocks import Chunk, Kind, chunks
from citekit.bibtex.grammar import HEADER, Parsed
from citekit.bibtex.strings import is_regular

_BETWEEN = re.compile(r"(?:[\s,]|%[^\n]*(?:\n|\Z))*")  # what may stand between two fields
_COMMENT = re.compile(r"%[^\n]*")
_EQUALS = re.compile(r"\s*=\s*")
_EMPTY_LINES = re.compile(r"\n(?:[^\S\n]*\n)+[^\S\n]*")


@dataclass(frozen=True, slots=True)
class Field:
    """`name = source`, both as in the file, with the `%` comments on the lines above it and behind it on its own line."""

    name: str
    source: str
    above: tuple[str, ...] = ()
    beside: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry, or an `@string`, which has no key and one field. `beside` is a comment behind the key, `below` are those before the
    last brace. `type` is as in the file."""

    type: str
    key: str
    fields: tuple[Field, ...]
    beside: str = ""
    below: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Piece:
    """A block, or a paragraph of the text between blocks, verbatim; `gap` is the white space before it, `start` its place.

    `entry` is None for all but entries and `@string`s, and for those that have to stay as they stand; `reason` says why.
    """

    kind: Kind
    text: str
    gap: str
    start: int
    entry: Entry | None = None
    key: str = ""
    reason: str = ""

    @property
    def is_remark(self) -> bool:
        """Text between blocks, rather than a block."""
        return self.kind == "comment" and not self.text.startswith("@")

    @property
    def is_beside(self) -> bool:
        """Does it stand on the line on which the piece before it ends?"""
        return self.is_remark and "\n" not in self.gap and self.start > len(self.gap)

    @property
    def is_attached(self) -> bool:
        """Does it begin on the line under the piece before it?"""
        return self.gap.count("\n") < 2


def pieces(text: str) -> list[Piece]:
    """Cuts a text; nothing but the white space behind the last piece is lost."""
    found: list[Piece] = []
    at = 0
    for chunk in chunks(text):
        found += _pieces_of(text, chunk, text[at : chunk.start])
        at = chunk.end
    return found


def _pieces_of(text: str, chunk: Chunk, gap: str) -> Iterator[Piece]:
    if chunk.parsed and chunk.kind in ("entry", "string"):
        cut = _cut(text, chunk, chunk.parsed)
        entry, reason = (cut, "") if isinstance(cut, Entry) else (None, cut)
        yield Piece(chunk.kind, chunk.text, gap, chunk.start, entry, chunk.parsed.key, reason)
    elif chunk.kind == "comment" and not chunk.text.startswith("@"):
        yield from _remarks(chunk, gap)
    else:
        reason = "it cannot be read as BibTeX" if chunk.kind == "failed" else ""
        yield Piece(chunk.kind, chunk.text, gap, chunk.start, reason=reason)


def _remarks(chunk: Chunk, gap: str) -> Iterator[Piece]:
    """Text between blocks by paragraphs; what begins on the line on which a block ends has a piece of its own up to the line's end."""
    text = chunk.text
    start = 0
    ends = _EMPTY_LINES.finditer(text)
    if "\n" not in gap and chunk.start > len(gap) and "\n" in text:
        beside = text[: text.index("\n")].rstrip()
        yield Piece("comment", beside, gap, chunk.start)
        start = len(text) - len(text[len(beside) :].lstrip())
        gap = text[len(beside) : start]
        ends = _EMPTY_LINES.finditer(text, start)
    for empty in ends:
        yield Piece("comment", text[start : empty.start()].rstrip(), gap, chunk.start + start)
        gap, start = empty[0], empty.end()
    yield Piece("comment", text[start:], gap, chunk.start + start)


def _cut(text: str, chunk: Chunk, parsed: Parsed) -> Entry | str:
    """The block cut at its fields, or why that is not safe: BibTeX would complain about it."""
    faults = [fault.message for fault in parsed.faults if not text.startswith("%", chunk.base + fault.at)]
    header = HEADER.match(text, chunk.start)
    if faults or not parsed.closed or header is None:
        return faults[0] if faults else "the entry is not closed"
    at = header.end()
    if parsed.key:
        at = text.index(parsed.key, at) + len(parsed.key)
        if text[header.end() : at - len(parsed.key)].strip():
            return "what stands before its key is not understood"
    beside = ""
    fields: list[Field] = []
    for found in parsed.fields:
        place = chunk.base + found.at
        comments = _comments(text[at:place])
        equals = _EQUALS.match(text, place + len(found.name))
        if comments is None or equals is None or not text.startswith(found.source, equals.end()):
            return "what stands between its fields is not understood"
        if not is_regular(found.source):
            return f"BibTeX cannot read the value of {found.name}"
        beside = _put_beside(fields, comments[0]) or beside
        fields.append(Field(found.name, found.source, comments[1]))
        at = equals.end() + len(found.source)
    comments = _comments(text[at : chunk.base + parsed.end - 1])
    if comments is None or (parsed.type == "string" and (len(fields) != 1 or any(comments))):
        return "what stands behind its last field is not understood"
    beside = _put_beside(fields, comments[0]) or beside
    return Entry(header[1], parsed.key, tuple(fields), beside, comments[1])


def _put_beside(fields: list[Field], comment: str) -> str:
    """Gives the last field the comment that stands behind it; with no field yet, it is the key's and comes back."""
    if not fields or not comment:
        return comment
    last = fields[-1]
    fields[-1] = Field(last.name, last.source, last.above, comment)
    return ""


def _comments(between: str) -> tuple[str, tuple[str, ...]] | None:
    """The comment that begins on the first line, and those on lines of their own; None where there is anything else."""
    if "%" not in between:
        return None if between.strip(" \t\n,") and not _BETWEEN.fullmatch(between) else ("", ())
    if not _BETWEEN.fullmatch(between):
        return None
    found = list(_COMMENT.finditer(between))
    texts = [each[0].rstrip() for each in found]
    first_is_beside = "\n" not in between[: found[0].start()]
    return (texts[0], tuple(texts[1:])) if first_is_beside else ("", tuple(texts))
