"""What `dedupe` tells in the end: what was read, what to look at, and how many works there are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import click

from citekit.cli.beside import Beside
from citekit.cli.problems import say_problems
from citekit.model import Library, Problem
from citekit.report.words import count, format_name
from citekit.writers.files import STDOUT


@dataclass(frozen=True, slots=True)
class Input:
    """What was read of one file."""

    file: str
    format: str
    records: int
    problems: tuple[Problem, ...] = ()


def inputs_of(libraries: Sequence[Library]) -> list[Input]:
    return [Input(library.file, library.format, len(library), library.problems) for library in libraries]


def summary(beside: Beside, inputs: Sequence[Input], works: int, unsure: int) -> None:
    """Problems go to standard error, the counts too where standard output holds the result."""
    for each in inputs:
        say_problems(each.file, each.problems)
    records = sum(each.records for each in inputs)
    counts = f"{count(records, 'record')}, {count(records - works, 'duplicate')}, {count(works, 'work')}"
    where = "standard output" if beside.output == STDOUT else beside.output
    lines = [*_read(inputs), f"{counts} {'found; nothing was written' if beside.dry_run else f'written to {where}'}"]
    if unsure:
        lines.append(f"{count(unsure, 'pair')} unsure and kept apart; {_what_to_do(beside)}")
    click.echo("\n".join(lines), err=beside.output == STDOUT and not beside.dry_run)


def _read(inputs: Sequence[Input]) -> Iterator[str]:
    width = max(len(each.file) for each in inputs)
    for each in inputs:
        yield f"{each.file:{width}}  {format_name(each.format)}: {count(each.records, 'record')}"


def _what_to_do(beside: Beside) -> str:
    if beside.unsure and not beside.dry_run:
        return f"decide them in {beside.unsure} and give that to --decisions"
    return "--unsure FILE writes them for you to decide"
