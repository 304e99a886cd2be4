"""Files and standard input → `Library`. The format is recognised by content."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from citekit.errors import InputError
from citekit.model import Library

STDIN = "-"


def read(path: str, *, lines: bool = False) -> Library:
    """Reads one input: BibTeX, or any text with references in it. `-` is standard input.

    With `lines`, each line is one reference string. Raises `InputError` when there is nothing to read: no such file, a
    directory, no permission, a binary file. An input without references gives an empty library.
    """
    return from_text(decode(_bytes(path), path), path, lines=lines)


def from_text(text: str, file: str, *, lines: bool = False) -> Library:
    """As `read`, for text that is at hand; `file` is the name to report it by."""
    from citekit.bibtex.grammar import LINE_HEADER
    from citekit.readers import bibtex
    from citekit.readers.text import reader

    if lines:
        return reader.read_lines(text, file)
    # A file that is called .bib and begins an entry is BibTeX, however much else is written in it.
    if bibtex.looks_like(text) or (file.lower().endswith(".bib") and LINE_HEADER.search(text)):
        return bibtex.read(text, file)
    return reader.read(text, file)


def _bytes(path: str) -> bytes:
    if path == STDIN:
        return sys.stdin.buffer.read()
    try:
        return Path(path).read_bytes()
    except FileNotFoundError:
        raise InputError(path, "no such file") from None
    except IsADirectoryError:
        raise InputError(path, "is a directory; name the files in it") from None
    except PermissionError:
        raise InputError(path, "may not be read (permission denied)") from None
    except OSError as error:
        raise InputError(path, error.strerror or str(error)) from error


_SIGNATURES = {b"%PDF": "a PDF; copy its text, or run pdftotext on it", b"PK\x03\x04": "a zip archive (docx, odt, epub?)",
               b"\x1f\x8b": "compressed with gzip", b"\x89PNG": "a picture", b"\xff\xd8\xff": "a picture"}  # fmt: skip
_BYTE_ORDER_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def decode(data: bytes, file: str) -> str:
    """UTF-8, UTF-16 with a byte order mark, else Windows-1252 (which holds Latin-1). Line ends become `\\n`.

    Raises `InputError` for a binary file.
    """
    kind = next((said for head, said in _SIGNATURES.items() if data.startswith(head)), None)
    if kind:
        raise InputError(file, f"not text but {kind}")
    mark = next((name for head, name in _BYTE_ORDER_MARKS if data.startswith(head)), None)
    if mark is None and b"\0" in data:
        raise InputError(file, "not text but a binary file")
    text = _decoded(data, mark)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _decoded(data: bytes, mark: str | None) -> str:
    try:
        return data.decode(mark or "utf-8")
    except UnicodeDecodeError:
        # A few bytes have no meaning in Windows-1252; Latin-1 takes them all.
        try:
            return data.decode("cp1252")
        except UnicodeDecodeError:
            return data.decode("latin-1")


def nothing_in(libraries: Sequence[Library]) -> InputError:
    """The error for inputs that hold no reference at all, with what the readers had to say of the first trouble."""
    trouble = next((problem for library in libraries for problem in library.problems), None)
    reason = f" ({trouble})" if trouble else ""
    return InputError(
        ", ".join(library.file for library in libraries), f"no references found{reason}; nothing was written"
    )
