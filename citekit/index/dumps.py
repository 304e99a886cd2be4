"""Files of Crossref's records → the records, whatever they are wrapped in. What a file is, its content tells.

Crossref's public data files (https://www.crossref.org/documentation/retrieve-metadata/rest-api/public-data-file/) are folders
or archives of many thousand `.json.gz` or `.jsonl.gz`.
"""

from __future__ import annotations

import gzip
import io
import os
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast

from citekit.errors import InputError
from citekit.index import json_items, tar
from citekit.index.json_items import Bad

STDIN = "-"


@dataclass(frozen=True, slots=True)
class Identity:
    """What tells whether a file has been read before. `name` is the whole path; a member of an archive has its own behind."""

    name: str
    size: int
    modified: int


@dataclass(frozen=True, slots=True)
class Piece:
    """One file, or one member of an archive. `items` gives records (any JSON object, really) and `Bad`; it raises nothing, and must
    be read before the next piece is asked for, or not at all."""

    identity: Identity
    items: Iterator[object]


def files(dumps: Sequence[str]) -> list[str]:
    """The files that are named or lie in named folders, hidden ones aside, each once. Raises `InputError` for one that is not there."""
    found: dict[str, None] = {}
    for dump in dumps:
        if dump == STDIN:
            found[dump] = None
            continue
        path = Path(os.path.abspath(dump))
        if path.is_dir():
            inside = sorted(each for each in path.rglob("[!.]*") if each.is_file())
            found.update((str(each), None) for each in inside if not _hidden(each.relative_to(path)))
        elif path.exists():
            found[str(path)] = None
        else:
            raise InputError(dump, "no such file")
    return list(found)


def _hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)


def identity(file: str) -> Identity:
    """Raises `OSError`. Standard input is another one every time."""
    if file == STDIN:
        return Identity(STDIN, -1, -1)
    about = os.stat(file)
    return Identity(file.encode("utf-8", "replace").decode(), about.st_size, about.st_mtime_ns)


def pieces(whole: Identity, stream: BinaryIO) -> Iterator[Piece]:
    """What a file holds. Whatever is wrong with it is `Bad` among the items of a piece."""
    return _pieces(whole, stream, _DEEPEST)


_DEEPEST = 4  # wrappings: a gzipped archive of gzipped files has three
_HEAD = 65_536
_FAULTS = (EOFError, OSError, zlib.error, tar.BrokenTarError)


def _pieces(whole: Identity, stream: BinaryIO, deepest: int) -> Iterator[Piece]:
    head, stream = _begun(stream)
    if deepest and head.startswith(b"\x1f\x8b"):
        yield from _pieces(whole, cast(BinaryIO, gzip.GzipFile(fileobj=stream)), deepest - 1)
    elif deepest and tar.looks_like(head):
        yield from _members(whole, stream, deepest - 1)
    elif json_items.looks_like(head):
        yield Piece(whole, _told(json_items.values(stream, head)))
    else:
        yield Piece(whole, _told(_nothing(stream, head)))


def _nothing(stream: BinaryIO, head: bytes) -> Iterator[object]:
    stream.read(len(head) + 1)  # where it broke off, that is the reason
    yield Bad("not read: neither JSON nor gzip nor tar" if head.strip() else "is empty")


def _members(whole: Identity, archive: BinaryIO, deepest: int) -> Iterator[Piece]:
    number = 0
    try:
        for number, member in enumerate(tar.members(archive), start=1):
            if not member.name.rsplit("/", 1)[-1].startswith("."):
                inside = Identity(f"{whole.name}: {number} {member.name}", member.size, member.modified)
                yield from _pieces(inside, member.content, deepest)
        if not number:
            yield Piece(whole, iter((Bad("is empty"),)))
    except _FAULTS as fault:
        yield Piece(whole, iter((Bad(_reason(fault)),)))


def _begun(stream: BinaryIO) -> tuple[bytes, BinaryIO]:
    """The beginning of a stream, and the stream from its beginning. A fault met in the beginning is met there again."""
    head = b""
    fault = None
    try:
        while len(head) < _HEAD and (piece := _some(stream, _HEAD - len(head))):
            head += piece
    except _FAULTS as met:
        fault = met
    return head, io.BufferedReader(_Again(head, stream, fault), 1 << 20)


def _some(stream: BinaryIO, most: int) -> bytes:
    """One read, so that what stands before the damage in a file has arrived when the damage is met."""
    read = getattr(stream, "read1", stream.read)
    return cast(bytes, read(most))


class _Again(io.RawIOBase):
    """A stream whose beginning has been read already."""

    def __init__(self, head: bytes, rest: BinaryIO, fault: Exception | None) -> None:
        self._head = head
        self._rest = rest
        self._fault = fault

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        piece, self._head = self._head[: len(buffer)], self._head[len(buffer) :]
        if not piece and self._fault:
            raise self._fault
        piece = piece or _some(self._rest, len(buffer))
        buffer[: len(piece)] = piece
        return len(piece)


def _told(items: Iterator[object]) -> Iterator[object]:
    try:
        yield from items
    except _FAULTS as fault:
        yield Bad(_reason(fault))


def _reason(fault: BaseException) -> str:
    if isinstance(fault, tar.BrokenTarError):
        return str(fault)
    if isinstance(fault, EOFError):
        return "breaks off; what stands before was read"
    if isinstance(fault, zlib.error | gzip.BadGzipFile):
        return "is damaged; what stands before was read"
    return f"cannot be read ({getattr(fault, 'strerror', None) or fault})"
