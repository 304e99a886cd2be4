"""`--tex`: LaTeX sources follow the citation keys that a merge has changed."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from citekit.errors import InputError
from citekit.writers.files import STDOUT, check_writable, write_bytes

if TYPE_CHECKING:
    from citekit.latex import Rewrite

_Command = TypeVar("_Command", bound=Callable[..., Any])


def tex_options(command: _Command) -> _Command:
    """Gives a command the options `--tex` (a tuple `tex`) and `--dry-run` (`dry_run`)."""
    command = click.option(
        "--dry-run", is_flag=True, help="Write nothing; show what would change in the .tex files as a diff."
    )(command)
    return click.option(
        "--tex",
        multiple=True,
        metavar="FILE.tex",
        help="Let the \\cite commands of this LaTeX source follow the keys that change. May be given several times;"
        " files that it includes are not followed.",
    )(command)


@dataclass(frozen=True, slots=True)
class _Source:
    """A LaTeX source as it was read; a byte order mark is part of the text."""

    path: str
    text: str
    encoding: str


def check_tex(paths: Sequence[str]) -> None:
    """Raises `InputError` or `OutputError` now rather than after the merge, where one of the files cannot be rewritten."""
    for source in _read(paths):
        check_writable(source.path)


def rewrite_tex(
    paths: Sequence[str],
    keys: Mapping[str, str],
    ambiguous: Collection[str],
    *,
    dry_run: bool,
    tell: Callable[[str], None],
) -> None:
    """Puts the keys that `keys` leads to in place of those that the LaTeX sources cite, and tells how many in each.

    Keys in `ambiguous`, which two works came with, stay, and each place is told. Nothing but keys changes: encoding
    (UTF-8, else Latin-1), byte order mark and line ends are kept. With `dry_run` nothing is written, and a unified diff
    is told instead of the number. Each `tell` is a line, or a diff of several, without a line end behind it.

    All files are rewritten in memory before the first is written. Raises `InputError` where one cannot be read or cannot
    hold a new key, and `OutputError` where one may not be written: then all are as they were. Each is written whole or
    not at all; when the disk fails between two, the `OutputError` names the first that is still as it was.
    """
    from citekit.latex import unified_diff, with_keys

    staying = {**keys, **{key: key for key in ambiguous}}
    sources = _read(paths)
    rewritten = [(source, with_keys(source.text, staying)) for source in sources]
    contents = [_encoded(source, rewrite.text) for source, rewrite in rewritten]
    if not dry_run:
        for source, _ in rewritten:
            check_writable(source.path)
    for (source, rewrite), content in zip(rewritten, contents, strict=True):
        if rewrite.changes and dry_run:
            tell(unified_diff(source.path, source.text, rewrite.edits))
        else:
            if rewrite.changes:
                write_bytes(source.path, content)
            tell(f"{source.path}: {_count(rewrite)}")
        for line in _doubts(source, keys, ambiguous):
            tell(line)


def _read(paths: Sequence[str]) -> list[_Source]:
    """The files, each once however often and by whatever name it was given."""
    files = {os.path.realpath(path): path for path in reversed(paths)}
    return [_source(path) for path in reversed(files.values())]


def _source(path: str) -> _Source:
    if path == STDOUT:
        raise InputError(path, "is standard input; --tex rewrites files where they are")
    try:
        content = Path(path).read_bytes()
    except FileNotFoundError:
        raise InputError(path, "no such file") from None
    except IsADirectoryError:
        raise InputError(path, "is a directory; name the .tex files in it") from None
    except OSError as error:
        raise InputError(path, f"cannot be read ({error.strerror or error})") from error
    if b"\0" in content:
        raise InputError(path, "is no LaTeX source: binary, or UTF-16 (save it as UTF-8)")
    try:
        return _Source(path, content.decode(), "utf-8")
    except UnicodeDecodeError:
        return _Source(path, content.decode("latin-1"), "latin-1")


def _encoded(source: _Source, text: str) -> bytes:
    try:
        return text.encode(source.encoding)
    except UnicodeEncodeError as error:
        strange = text[error.start : error.end]
        raise InputError(
            source.path, f"is Latin-1, which cannot hold “{strange}” of a new key; save it as UTF-8"
        ) from None


def _count(rewrite: Rewrite) -> str:
    keys, places = len(rewrite.changes), rewrite.places
    if not keys:
        return "no key changes"
    return f"{keys} key{'' if keys == 1 else 's'} in {places} place{'' if places == 1 else 's'} rewritten"


def _doubts(source: _Source, keys: Mapping[str, str], ambiguous: Collection[str]) -> Iterator[str]:
    from citekit.latex import cited, finder

    if not ambiguous:
        return
    known = finder({*keys, *ambiguous})
    for each in cited(source.text):
        found = known(each.key) or ""
        if found in ambiguous:
            place = f"{source.path}:{each.line}: {each.command}{{{each.key}}}"
            yield f"{place}: two works came with this key; it now means {keys.get(found, found)}"
