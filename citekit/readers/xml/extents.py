"""Where the records of an XML file stand: bytes → pieces, without a parser, so that a broken record harms no other.

No document type is ever read: records are cut out from behind it, and it is only looked at to say that entities were defined.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from citekit.encoding import declared_encoding

_HEAD = 200_000
_UTF_16 = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"<\0", "utf-16-le"), (b"\0<", "utf-16-be"))
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_SPACE = re.compile(rb"\s*")
_ROOT = re.compile(rb"<(?:[\w.-]+:)?([A-Za-z_][\w.-]*)(?=[\s/>])")
_CLOSING = re.compile(rb"</(?:[\w.-]+:)?([\w.-]+)\s*>")
_OPAQUE = {b"<?": b"?>", b"<!--": b"-->", b"<![CDATA[": b"]]>"}
_IN_DOCTYPE = re.compile(rb"[\"'\[\]>]|<!--")
_TAG_END = re.compile(rb"(?:[^<>\"']|\"[^\"<]*\"|'[^'<]*')*>")
_ENTITY = re.compile(rb"<!ENTITY")


@dataclass(frozen=True, slots=True)
class Extent:
    """The bytes of one record element and the line it begins in; `fault` says why it is no whole element."""

    data: bytes
    line: int
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Prolog:
    """What stands before the root element: its local name, where it begins, and where entities are defined (-1: nowhere)."""

    root: str = ""
    end: int = 0
    entities: int = -1


def one_encoding(data: bytes) -> bytes:
    """The file in an encoding in which `<` and the letters of tags are ASCII, with `\\n` for line ends: UTF-16 becomes UTF-8."""
    encoding = next((name for mark, name in _UTF_16 if data.startswith(mark)), "")
    if encoding:
        data = data.decode(encoding, "replace").encode("utf-8", "replace")
    data = data.removeprefix(_BYTE_ORDER_MARK)
    return data.replace(b"\r\n", b"\n").replace(b"\r", b"\n") if b"\r" in data else data


def head(data: bytes) -> bytes:
    """As much of the file as tells what its root is, in one encoding."""
    return one_encoding(data[:_HEAD])


# ---------------------------------------------------------------- before the root


def prolog(data: bytes) -> Prolog:
    """What stands before the root element; no root where the bytes do not begin as XML does."""
    at, entities = _skipped(data, 0), -1
    while True:
        opaque = next((mark for mark in (b"<?", b"<!--") if data.startswith(mark, at)), b"")
        if opaque:
            end = data.find(_OPAQUE[opaque], at + len(opaque))
            if end < 0:
                return Prolog()
            at = end + len(_OPAQUE[opaque])
        elif data[at : at + 9].upper() == b"<!DOCTYPE":
            end = _doctype_end(data, at)
            if end < 0:
                return Prolog()
            found = _ENTITY.search(data, at, end)
            entities = found.start() if found else entities
            at = end
        else:
            root = _ROOT.match(data, at)
            return Prolog(root[1].decode("ascii"), at, entities) if root else Prolog()
        at = _skipped(data, at)


def _skipped(data: bytes, at: int) -> int:
    found = _SPACE.match(data, at)
    return found.end() if found else at


def _doctype_end(data: bytes, at: int) -> int:
    """Behind the `>` of a document type, with what it defines in brackets; -1 where it has no end."""
    inside = False
    while found := _IN_DOCTYPE.search(data, at):
        at = found.end()
        if found[0] in (b"[", b"]"):
            inside = found[0] == b"["
        elif found[0] != b">":
            closing = b"-->" if found[0] == b"<!--" else found[0]
            at = data.find(closing, at) + len(closing)
            if at < found.end():
                return -1
        elif not inside:
            return at
    return -1


def closed(data: bytes, before: Prolog) -> bool:
    """Has the root element an end?"""
    name = _ROOT.match(data, before.end)
    start = _TAG_END.match(data, name.end()) if name else None
    if start and data[start.end() - 2 : start.end()] == b"/>":
        return True
    last = _CLOSING.match(data, max(data.rfind(b"</"), 0))
    return last is not None and last[1] == before.root.encode()


# ---------------------------------------------------------------- the records


def extents(data: bytes, start: int, names: Collection[str]) -> Iterator[Extent]:
    """The elements of these local names from `start` on, in order; one inside another belongs to the outer.

    A record holds no record of its own name: where one begins, the one before has lost its end. What looks like a tag in a comment or
    in CDATA is text.
    """
    words = "|".join(map(re.escape, sorted(names, key=len, reverse=True))).encode()
    seen = re.compile(rb"<(?:!--|!\[CDATA\[|\?|(/?)(?:[\w.-]+:)?(" + words + rb")(?=[\s/>]))")
    lines = _Lines(data)
    endless: set[bytes] = set()
    at, begun, name = start, -1, b""
    while found := seen.search(data, at):
        at = found.end()
        if not found[2]:
            at = _behind(data, found[0], at, endless)
        elif found[1]:
            if begun >= 0 and found[2] == name:
                at = data.find(b">", at) + 1 or len(data)
                yield Extent(data[begun:at], lines.of(begun))
                begun = -1
        elif begun < 0 or found[2] == name:
            if begun >= 0:
                yield Extent(data[begun : found.start()].rstrip(), lines.of(begun), f"it has no </{name.decode()}>")
            end = _TAG_END.match(data, at)
            at, begun, name = end.end() if end else at, found.start(), found[2]
            if end and data[at - 2 : at] == b"/>":
                yield Extent(data[begun:at], lines.of(begun))
                begun = -1
    if begun >= 0:
        yield Extent(data[begun:].rstrip(), lines.of(begun), f"the file ends before </{name.decode()}>")


def _behind(data: bytes, mark: bytes, at: int, endless: set[bytes]) -> int:
    """Behind the comment, CDATA section or instruction that `mark` begins; one without an end is passed over and not looked for twice."""
    if mark in endless:
        return at
    closing = _OPAQUE[mark]
    end = data.find(closing, at)
    if end < 0:
        endless.add(mark)
        return at
    return end + len(closing)


class _Lines:
    """Line numbers of places that are asked for from the beginning to the end."""

    def __init__(self, data: bytes) -> None:
        self._data, self._at, self._line = data, 0, 1

    def of(self, place: int) -> int:
        self._line += self._data.count(b"\n", self._at, place)
        self._at = place
        return self._line


def line_of(data: bytes, place: int) -> int:
    return data.count(b"\n", 0, place) + 1


# ---------------------------------------------------------------- the bytes of one record


def declared(data: bytes) -> str:
    """Python's name of the encoding the XML declaration names, `""` for none; UTF-16 is what the file was before `one_encoding`."""
    return declared_encoding(data) if data.startswith(b"<?xml") else ""


def text_of(data: bytes, declared: str) -> tuple[str, str]:
    """The text of a piece, and what had to be guessed (`""`: nothing). What reads as UTF-8 is UTF-8, whatever the file says."""
    try:
        return data.decode(declared if declared and data.isascii() else "utf-8"), ""
    except UnicodeDecodeError:
        pass
    if declared not in ("", "utf-8"):
        try:
            return data.decode(declared), ""
        except UnicodeDecodeError:
            pass
    return _mixed(data), "bytes that are not UTF-8 are read as Windows-1252"


_LONE_BYTES = {byte: bytes([byte]).decode("cp1252", "replace").replace("\ufffd", chr(byte)) for byte in range(128, 256)}


def _mixed(data: bytes) -> str:
    """UTF-8, and each byte that is not as Windows-1252 has it (Latin-1 where that has none)."""
    text = data.decode("utf-8", "surrogateescape")
    return re.sub("[\udc80-\udcff]", lambda found: _LONE_BYTES[ord(found[0]) - 0xDC00], text)
