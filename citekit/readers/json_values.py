"""JSON as text: values that stand one behind the other, each with its place, however broken those before it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

_WHITE = re.compile(r"[\s,]*")
END_OF_LIST = re.compile(r"\s*[\]}]")
END_OF_TEXT = re.compile(r"\s*\]?\s*\Z")
_AN_ITEM = re.compile(r'\{\s*"(?:id|type|citation-key|title|DOI|author|issued)"\s*:')
_HALF = re.compile("[\ud800-\udfff]")
_DECODER = json.JSONDecoder()
_MOST_BROKEN = 1_000
_MOST_READ_AGAIN = 20  # times the length of the text


class Piece(NamedTuple):
    """A stretch of the text, and the JSON value in it or the error that came of it."""

    start: int
    end: int
    said: Any


class Placed(NamedTuple):
    """A value or an error with the line where it begins, its text, and where that ends."""

    line: int
    text: str
    said: Any
    end: int


def value_at(text: str, at: int) -> Piece | Exception:
    """The value that begins here, or what is wrong with it."""
    try:
        said, end = _DECODER.raw_decode(text, at)
    except (ValueError, RecursionError) as error:
        return error
    return Piece(at, end, said)


def behind_white(text: str, at: int) -> int:
    """Where the next value begins: behind white space and commas."""
    return _WHITE.match(text, at).end()  # type: ignore[union-attr]


def in_a_row(text: str, at: int, end: re.Pattern[str] = END_OF_LIST) -> Iterator[Piece]:
    """One value behind the other, up to the `end`. After a broken one, reading goes on with what looks like the next object; after too
    many, or when too much has been read in vain, the rest is one broken piece."""
    broken = vain = 0
    while (at := behind_white(text, at)) < len(text) and not end.match(text, at):
        found = value_at(text, at)
        if isinstance(found, Exception):
            broken += 1
            vain += getattr(found, "pos", at) - at + at // 50  # the error has counted the lines up to there
            hopeless = isinstance(found, RecursionError) or broken > _MOST_BROKEN or vain > _MOST_READ_AGAIN * len(text)
            found = Piece(at, len(text) if hopeless else _next_object(text, at), found)
        yield found
        at = found.end


def _next_object(text: str, at: int) -> int:
    """Where the object behind a broken one begins: in a file with line breaks at the indent of the broken one."""
    line = text.rfind("\n", 0, at) + 1
    following = None
    if not text[line:at].strip():
        following = re.compile(rf"^{text[line:at]}\{{", re.MULTILINE).search(text, at + 1)
    if not following and (not line or text[line:at].strip()):
        following = _AN_ITEM.search(text, at + 1)
    return following.end() - len(following[0].lstrip()) if following else len(text)


def placed(text: str, pieces: Iterable[Piece]) -> Iterator[Placed]:
    """The pieces of a text with their lines, and without halves of characters."""
    line, counted = 1, 0
    for piece in pieces:
        line, counted = line + text.count("\n", counted, piece.start), piece.start
        verbatim = text[piece.start : piece.end].rstrip(" \t\n,")
        yield Placed(line, verbatim, whole_characters(verbatim, piece.said), piece.end)


def whole_characters(text: str, said: Any) -> Any:
    """JSON may say half a character (`"\\ud800"`), which no file can hold; U+FFFD stands for it here. `text` is where it was said."""
    if isinstance(said, Exception) or ("\\ud" not in text and "\\uD" not in text):
        return said
    return json.loads(_HALF.sub("\ufffd", json.dumps(said, ensure_ascii=False)))
