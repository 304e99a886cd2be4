"""Files and standard input → `Library`. The format is recognised by content."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from citekit.errors import InputError
from citekit.model import Library, Progress, unheard

STDIN = "-"


def read(path: str, *, lines: bool = False, tell: Progress = unheard) -> Library:
    """Reads one input: BibTeX, JSON records, HTML, PDF, a Word document, a list of DOIs or PMIDs, or any text with references in it.
    `-` is standard input.

    With `lines`, each line of a text is one reference string. Raises `InputError` when there is nothing to read: no such
    file, a directory, no permission, a binary file, a PDF without text. An input without references gives an empty library.
    """
    return from_bytes(bytes_of(path), path, lines=lines, tell=tell)


def from_bytes(data: bytes, path: str, *, lines: bool = False, tell: Progress = unheard) -> Library:
    """As `read`, for the bytes of a file that are at hand; `path` is the name to report it by."""
    if b"%PDF-" in data[:_HEAD] or data.startswith(b"PK"):
        from citekit.readers import docx, pdf

        if pdf.looks_like(data):
            return pdf.read(data, path, tell)
        if docx.looks_like(data):
            return docx.read(data, path, tell)
    return from_text(decode(data, path), path, lines=lines, tell=tell)


def from_text(text: str, file: str, *, lines: bool = False, tell: Progress = unheard) -> Library:
    """As `from_bytes`, for text; `file` is the name to report it by."""
    from citekit.bibtex.grammar import LINE_HEADER
    from citekit.readers import bibtex, html, identifiers, records
    from citekit.readers.text import reader

    if lines:
        return reader.read_lines(text, file, tell)
    if identifiers.looks_like(text):
        return identifiers.read(text, file)
    if records.looks_like(text):
        return records.read(text, file, tell)
    # A file that is called .bib and begins an entry is BibTeX, however much else is written in it.
    if bibtex.looks_like(text) or (file.lower().endswith(".bib") and LINE_HEADER.search(text)):
        return bibtex.read(text, file)
    if html.looks_like(text):
        return html.read(text, file, tell)
    return reader.read(text, file, tell=tell)


def text_of(path: str) -> str:
    """The text of a file that is no bibliography (a list of decisions); `-` is standard input. Raises `InputError` as `read` does."""
    return decode(bytes_of(path), path)


def bytes_of(path: str) -> bytes:
    """The content of a file, or of standard input for `-`. Raises `InputError`."""
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


_HEAD = 1024
_SIGNATURES = {b"%PDF": "a PDF", b"PK\x03\x04": "a zip archive (odt, epub?); give its text",
               b"\x1f\x8b": "compressed with gzip; unpack it first", b"\x89PNG": "a picture", b"\xff\xd8\xff": "a picture"}  # fmt: skip
_BYTE_ORDER_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def decode(data: bytes, file: str) -> str:
    """UTF-8, UTF-16 with a byte order mark, else what an HTML page says it is, else Windows-1252 (which holds Latin-1).

    Line ends become `\\n`. Raises `InputError` for a binary file.
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
    from citekit.readers.html.recognise import declared_encoding

    declared = "" if mark else declared_encoding(data)
    try:
        # What reads as UTF-8 is UTF-8, whatever it says, unless it is all ASCII: that may be ISO-2022.
        return data.decode(declared if declared and data.isascii() else mark or "utf-8")
    except UnicodeDecodeError:
        if declared:
            return data.decode(declared, "replace")
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
