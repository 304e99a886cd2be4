"""Files and standard input → `Library`. The format is recognised by content."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from citekit import plugins
from citekit.errors import InputError
from citekit.formats import Input, Reader
from citekit.model import Library, Problem, Progress, unheard

STDIN = "-"


# Which reader is asked first. Strict formats come before those that read anything; readers of other packages stand between.
_STRICT = (
    "pdf", "docx", "bibtex", "identifiers", "csl-json", "pubmed-xml", "endnote-xml", "mods", "ris", "nbib", "isi", "enw", "hayagriva",
    "csl-yaml",
)  # fmt: skip
_GENERAL = ("records", "html", "text")


def read(path: str, *, form: str = "", lines: bool = False, tell: Progress = unheard) -> Library:
    """Reads one input in any format of `citekit plugins readers`, told by its content. `-` is standard input.

    `form` names the format where content is not to decide. With `lines`, each line of a text is one reference string. Raises
    `InputError` when there is nothing to read: no such file, a directory, no permission, a binary file, a PDF without text, an
    unknown `form`. An input without references gives an empty library.
    """
    return from_bytes(bytes_of(path), path, form=form, lines=lines, tell=tell)


def from_bytes(data: bytes, path: str, *, form: str = "", lines: bool = False, tell: Progress = unheard) -> Library:
    """As `read`, for the bytes of a file that are at hand; `path` is the name to report it by."""
    return _read(Input(data, path, tell), form, lines)


def from_text(text: str, file: str, *, form: str = "", lines: bool = False, tell: Progress = unheard) -> Library:
    """As `from_bytes`, for text; `file` is the name to report it by."""
    return _read(Input.of_text(text, file, tell), form, lines)


def _read(given: Input, form: str, lines: bool) -> Library:
    if form:
        return named(form).read(given)
    for reader in _one_by_one():
        if lines and reader.name not in ("pdf", "docx"):
            from citekit.readers.text import reader as text_reader

            return text_reader.read_lines(given.text, given.file, given.tell)
        if reader.recognise(given):
            return reader.read(given)
    raise InputError(given.file, "no reader knows this format")


def in_order() -> tuple[Reader, ...]:
    """All readers, the one to be asked first at the head."""
    return tuple(_one_by_one())


def _one_by_one() -> Iterator[Reader]:
    """The same, each loaded when it is its turn."""
    for name in names():
        reader = plugins.named("readers", name)
        if isinstance(reader, Reader):
            yield reader


@cache
def names() -> tuple[str, ...]:
    """What `--from` takes, in the order in which readers are asked."""
    known = plugins.names("readers")
    others = [name for name in known if name not in (*_STRICT, *_GENERAL)]
    return tuple(name for name in (*_STRICT, *others, *_GENERAL) if name in known)


def named(form: str) -> Reader:
    """The reader of this name. Raises `InputError` that names those there are."""
    found = plugins.named("readers", form)
    if isinstance(found, Reader):
        return found
    raise InputError(form, f"not a format citekit reads; it reads {', '.join(names())}")


def text_of(path: str) -> str:
    """The text of a file that is no bibliography (a list of decisions); `-` is standard input. Raises `InputError` as `read` does."""
    return Input(bytes_of(path), path).text


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


def nothing_in(libraries: Sequence[Library]) -> InputError:
    """The error for inputs that hold no reference at all, with what the readers had to say of the first trouble."""
    return nothing_read(
        [library.file for library in libraries], [problem for library in libraries for problem in library.problems]
    )


def nothing_read(files: Sequence[str], problems: Sequence[Problem]) -> InputError:
    """The same, for files of which only the problems are at hand."""
    reason = f" ({problems[0]})" if problems else ""
    return InputError(", ".join(files), f"no references found{reason}; nothing was written")
