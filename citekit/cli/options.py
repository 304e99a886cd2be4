"""Options that several commands share, and what has to hold of them together."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

import click

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
