"""What to look at in one input, on standard error."""

from __future__ import annotations

from collections.abc import Sequence

import click

from citekit.model import Problem

_MOST_SAID = 20


def say_problems(file: str, problems: Sequence[Problem]) -> None:
    """Names the first of the problems of a file, and how many more there are."""
    for problem in problems[:_MOST_SAID]:
        click.echo(f"citekit: {problem}", err=True)
    if len(problems) > _MOST_SAID:
        click.echo(f"citekit: {file}: and {len(problems) - _MOST_SAID} more like these", err=True)
