"""References on their way into Zotero, and what came of it."""

from __future__ import annotations

import click

from citekit.cli.problems import say_problems
from citekit.errors import OutputError
from citekit.model import Library, unheard


def push(library: Library, address: str, quiet: bool) -> None:
    """Writes to Zotero and tells what became of the references. Raises `OutputError` where none was taken."""
    name = address.removesuffix(":")
    from citekit import zotero
    from citekit.cli.progress import on_terminal

    done = zotero.push(library, address, on_terminal(quiet) or unheard)
    for each in done.refused:
        which = each.reference.key or each.reference.title
        click.echo(f"citekit: {which}: not taken: {each.reason}", err=True)
    if not quiet:
        say_problems(name, done.problems)
        parts = [
            (done.created, "new"),
            (done.updated, "changed"),
            (done.unchanged, "as they were"),
            (done.refused, "not taken"),
        ]
        click.echo(f"{name}: {', '.join(f'{len(some)} {what}' for some, what in parts if some)}", err=True)
    if done.refused and not (done.created or done.updated or done.unchanged):
        raise OutputError(name, "nothing was taken")
