"""The members of a tar archive, in one pass, each as a stream. Nothing is written to disk, so a member's name is only a name.

The standard library's `tarfile` stops without a word at a broken header and reads extended headers of any size into memory;
here both are told. Headers: POSIX.1-2017, pax, "ustar Interchange Format"; GNU tar manual, "Basic Tar Format".
"""

from __future__ import annotations

import io
import re
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

_BLOCK = 512
_LARGEST_NAME = 1_000_000  # bytes of an extended header, which holds a long name
_EXTENDED = {tarfile.GNUTYPE_LONGNAME, tarfile.XHDTYPE, tarfile.SOLARIS_XHDTYPE}
_PAX = re.compile(rb"\d+ (path|size)=([^\n]*)\n")


class BrokenTarError(Exception):
    """The archive ends early or holds what is no header. Members before it have been given."""


@dataclass(frozen=True, slots=True)
class Member:
    name: str
    size: int
    modified: int
    content: BinaryIO
    """To be read before the next member is asked for."""


def looks_like(head: bytes) -> bool:
    """Does a file that begins so begin with a tar header? Its checksum tells."""
    try:
        tarfile.TarInfo.frombuf(head[:_BLOCK], "utf-8", "replace")
    except tarfile.HeaderError:
        return False
    return True


def members(archive: BinaryIO) -> Iterator[Member]:
    """The regular files of an archive. Raises `BrokenTarError`, and what reading the archive raises."""
    told: dict[str, str] = {}
    while True:
        header = _header(archive)
        if header is None:
            return
        size = int(told.get("size", header.size)) if header.isreg() else header.size
        content = Part(archive, size)
        if header.type in _EXTENDED and size <= _LARGEST_NAME:
            told |= _told(header.type, content.read())
        elif header.type not in _EXTENDED:
            if header.isreg():
                yield Member(told.get("path", header.name), size, int(header.mtime), io.BufferedReader(content))
            told = {}
        content.skip(-size % _BLOCK)


def _header(archive: BinaryIO) -> tarfile.TarInfo | None:
    block = _whole(archive, _BLOCK)
    if len(block) == _BLOCK and not any(block):
        return None
    try:
        return tarfile.TarInfo.frombuf(block, "utf-8", "replace")
    except tarfile.HeaderError:
        raise BrokenTarError("the archive breaks off" if len(block) < _BLOCK else "the archive is damaged") from None


def _told(kind: bytes, text: bytes) -> dict[str, str]:
    """`path` and `size` of an extended header."""
    if kind == tarfile.GNUTYPE_LONGNAME:
        return {"path": text.rstrip(b"\0").decode("utf-8", "replace")}
    found = {name.decode(): value.decode("utf-8", "replace") for name, value in _PAX.findall(text)}
    return {name: value for name, value in found.items() if name == "path" or re.fullmatch(r"[0-9]{1,18}", value)}


def _whole(stream: BinaryIO, size: int) -> bytes:
    """So many bytes, fewer only at the end."""
    pieces = []
    while size > 0 and (piece := stream.read(size)):
        pieces.append(piece)
        size -= len(piece)
    return b"".join(pieces)


class Part(io.RawIOBase):
    """The next so many bytes of a stream, as a stream of their own."""

    def __init__(self, stream: BinaryIO, size: int) -> None:
        self._stream = stream
        self._left = max(size, 0)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        piece = self._stream.read(min(len(buffer), self._left))
        if not piece and self._left and len(buffer):
            self._left = 0
            raise BrokenTarError("the archive breaks off")
        self._left -= len(piece)
        buffer[: len(piece)] = piece
        return len(piece)

    def skip(self, beyond: int) -> None:
        """Passes over what has not been read, and so many bytes behind the end."""
        self._left += beyond
        while self._left:
            self.read(min(self._left, 1 << 20))
