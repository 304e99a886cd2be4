"""Options that several commands share, and what has to hold of them together."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, TypeVar

import click

from citekit.cli.names import FORMAT_READ, FORMAT_WRITTEN
from citekit.cli.tex import tex_options
from citekit.writers.files import STDOUT

Command = TypeVar("Command", bound=Callable[..., Any])


def stacked(*decorators: Callable[[Command], Command]) -> Callable[[Command], Command]:
    """Decorators as one, the first outermost: `--help` lists their options in this order."""

    def decorate(command: Command) -> Command:
        for decorator in reversed(decorators):
            command = decorator(command)
        return command

    return decorate


from_option = click.option(
    "--from",
    "form",
    default="",
    type=FORMAT_READ,
    metavar="FORMAT",
    help="Read INPUT as this format (citekit plugins readers lists them).  [default: told by its content]",
)

to_option = click.option(
    "--to",
    type=FORMAT_WRITTEN,
    metavar="FORMAT",
    help="Write this format (citekit plugins writers lists them).  [default: told by the name of OUT, else bibtex]",
)

quiet_option = click.option("-q", "--quiet", is_flag=True, help="Say nothing but errors.")

decision_options = stacked(
    click.option(
        "--decisions",
        multiple=True,
        metavar="FILE",
        help="Honour what is decided in this file: JSON lines or a table (CSV, TSV) with left, right and verdict, same or"
        " different. May be given several times.",
    ),
    click.option(
        "--unsure",
        metavar="FILE",
        help="Write the pairs that nobody could be sure of, for a person to replace the word unsure by same or different and to"
        " give back with --decisions. JSON lines, or a table if FILE ends in .csv or .tsv.",
    ),
)

report_option = click.option(
    "--report",
    "reports",
    multiple=True,
    metavar="FILE",
    help="Write what was read, merged and doubted: as a page to read if FILE ends in .html, else as JSON. May be given several"
    " times.",
)

key_options = stacked(
    click.option(
        "--key-map", metavar="FILE.json", help="Write a JSON object: each input's citation key → its key now."
    ),
    tex_options,
)


def versions_option(default: str) -> Callable[[Command], Command]:
    """`--merge-versions/--link-versions` as `merge_versions`: true, false, or `None` where neither is given."""
    return click.option(
        "--merge-versions/--link-versions",
        default=None,
        help=f"A preprint and its published article: one work, or two that are linked.  [default: {default}]",
    )


def standard_input_once(paths: Iterable[str]) -> None:
    """Raises `UsageError` where `-` stands for more than one of the files to read."""
    if list(paths).count(STDOUT) > 1:
        raise click.UsageError("standard input (-) can be read only once")


@dataclass(slots=True)
class Taken:
    """Files that one run reads or writes, by whatever name they are given: none is to be written over by another."""

    _files: dict[str, str] = field(default_factory=dict)

    def add(self, paths: Iterable[str], what: str) -> None:
        """Notes that something (`is read`) happens to these files. Standard input is none."""
        for path in paths:
            if path != STDOUT:
                self._files.setdefault(os.path.realpath(path), what)

    def claim(self, option: str, path: str | None) -> None:
        """Notes that an option writes to a file or standard output; raises `UsageError` where that is taken. A device takes
        whatever comes."""
        if path is None:
            return
        file = path if path == STDOUT else os.path.realpath(path)
        if file in self._files and (path == STDOUT or not os.path.exists(file) or os.path.isfile(file)):
            name = "standard output" if path == STDOUT else path
            raise click.UsageError(f"{option} would write over {name}, which {self._files[file]}; name another file")
        self._files[file] = f"{option} writes, too"
