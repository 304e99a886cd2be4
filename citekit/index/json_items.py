"""The values of a stream of JSON, one after the other, of any length in bounded memory.

Three shapes: JSON lines; an array or an object with `"items": [...]` (Crossref's yearly public data files, and answers of its
REST API); objects that follow one another, over several lines each.
"""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, BinaryIO

LARGEST = 16_000_000
"""Bytes of one value at most. Crossref's largest records, with thousands of authors and their affiliations, have a few million."""

_CHUNK = 1 << 20
_ITEMS = re.compile(r'^\s*\{(?:(?!"DOI"\s*:).)*?"items"\s*:\s*\[', re.DOTALL)
_PRETTY = re.compile(r"\s*\{\s*\n")
_LINES = re.compile(r"^[ \t]*[{\[]", re.MULTILINE)
_BETWEEN = re.compile(r"[\s,]*")


@dataclass(frozen=True, slots=True)
class Bad:
    """What could not be read, and on which line; 0 where lines tell nothing."""

    reason: str
    line: int = 0

    def __str__(self) -> str:
        return f"line {self.line}: {self.reason}" if self.line else self.reason


def looks_like(head: bytes) -> bool:
    """Does a file that begins so hold JSON?"""
    return b"\0" not in head and bool(_LINES.search(_text(head)))


def values(stream: BinaryIO, head: bytes) -> Iterator[object]:
    """Every record in the stream, or `Bad` for what is none. `head` is how the stream begins, which is read again."""
    begin = _text(head)
    items = _ITEMS.match(begin)
    if items or begin.lstrip()[:1] == "[" or _PRETTY.match(begin):
        yield from _one_by_one(stream, items.end() if items else 0)
    else:
        yield from _lines(stream)


def _text(head: bytes) -> str:
    return head.decode("utf-8", "replace").removeprefix("\ufeff")


# ---------------------------------------------------------------- JSON lines


def _lines(stream: BinaryIO) -> Iterator[object]:
    number = 0
    while line := stream.readline(LARGEST):
        number += 1
        if len(line) == LARGEST and not line.endswith(b"\n"):
            while (rest := stream.readline(_CHUNK)) and not rest.endswith(b"\n"):
                pass
            yield Bad(_TOO_LARGE, number)
        elif not line.isspace():
            yield from _read(line, number)


_TOO_LARGE = f"larger than {LARGEST // 1_000_000} MB"


def _read(line: bytes, number: int) -> Iterator[object]:
    try:
        value = json.loads(line)
    except (ValueError, RecursionError):
        yield Bad("no JSON", number)
        return
    found = tuple(_records(value))
    yield from found or (Bad("no record", number),)


def _records(value: Any, deep: int = 0) -> Iterator[Mapping[str, Any]]:
    """A record, or those in an answer of the API: `{"message": {"items": [...]}}`."""
    if isinstance(value, Mapping) and "DOI" in value:
        yield value
    elif isinstance(value, Mapping) and deep < 3:
        yield from _records(value.get("items") or value.get("message"), deep + 1)
    elif isinstance(value, list) and deep < 3:
        for item in value:
            yield from _records(item, deep + 1)


# ---------------------------------------------------------------- arrays and sequences


def _one_by_one(stream: BinaryIO, start: int) -> Iterator[object]:
    """The values behind `start` up to the bracket that closes them, or the end."""
    text = _Window(stream)
    text.pass_over(start)
    bracketed = bool(start) or text.begins("[")
    if bracketed and not start:
        text.pass_over(1)
    while text.begins("{["):
        value = text.value()
        if isinstance(value, Bad):
            yield value
            return
        yield from tuple(_records(value)) or (Bad("no record"),)
    if not text.begins("]"):
        if not text.ended():
            yield Bad("no JSON behind the last record that could be read")
        elif bracketed:
            yield Bad("breaks off behind the last record")


class _Window:
    """The part of a text that is at hand."""

    def __init__(self, stream: BinaryIO) -> None:
        self._lines = stream
        self._decode = codecs.getincrementaldecoder("utf-8")("replace").decode
        self._text = ""
        self._at = 0
        self._whole = False
        self._more()
        self._text = self._text.removeprefix("\ufeff")

    def _more(self) -> None:
        """At least as much again as there is, so that a long value is not tried many times."""
        wanted = max(_CHUNK, len(self._text) - self._at)
        pieces = [self._text[self._at :]]
        while wanted > 0 and not self._whole:
            piece = self._lines.read1(_CHUNK)  # type: ignore[attr-defined]
            self._whole = not piece
            pieces.append(self._decode(piece, self._whole))
            wanted -= len(piece)
        self._text, self._at = "".join(pieces), 0

    def pass_over(self, characters: int) -> None:
        self._at += characters

    def begins(self, characters: str) -> bool:
        """Does the next value, behind spaces and commas, begin with one of these?"""
        while True:
            between = _BETWEEN.match(self._text, self._at)
            self._at = between.end() if between else self._at
            if self._at < len(self._text):
                return self._text[self._at] in characters
            if self._whole:
                return False
            self._more()

    def ended(self) -> bool:
        return self._whole and self._at >= len(self._text)

    def value(self) -> object:
        """The JSON value here, which is then passed over."""
        while True:
            try:
                found, self._at = _DECODER.raw_decode(self._text, self._at)
            except json.JSONDecodeError as error:
                if self._whole:
                    return Bad("breaks off in the middle of a record" if _cut(error) else "no JSON")
                if not _cut(error):
                    return Bad("no JSON behind the last record that could be read")
                if len(self._text) - self._at > LARGEST:
                    return Bad(f"a record {_TOO_LARGE}; what follows it was not read")
                self._more()
            except (ValueError, RecursionError):
                return Bad("no JSON behind the last record that could be read")
            else:
                return found


_DECODER = json.JSONDecoder()


def _cut(error: json.JSONDecodeError) -> bool:
    """May it be that the text ends before the value does?"""
    return error.msg.startswith("Unterminated string") or error.pos >= len(error.doc) - 12
