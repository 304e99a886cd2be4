"""`citekit git-driver install`: tells git of the merge driver."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from citekit.cli.files import read_bytes
from citekit.errors import InputError, OutputError
from citekit.writers.files import write_text


@click.command(short_help="Set the driver up in this repository.")
@click.option("--global", "everywhere", is_flag=True, help="For all your repositories, in your own configuration.")
@click.option(
    "--local-attributes", "local", is_flag=True, help="Attributes into info/attributes, which is not committed."
)
@click.option("--attributes", metavar="FILE", help="Attributes into this file.")
@click.option("--uninstall", is_flag=True, help="Take it out again.")
def install(everywhere: bool, local: bool, attributes: str | None, uninstall: bool) -> None:
    """Makes git merge .bib files with citekit.

    Sets merge.citekit in git's configuration and adds the line `*.bib merge=citekit` to .gitattributes at the repository's
    root. Commit that file: it counts for everybody, but each clone needs this command once (git merges lines where it was
    not given). Running it again changes nothing, or sets the path anew after citekit has moved.

    \b
    Examples:
      citekit git-driver install
      citekit git-driver install --global
      citekit git-driver install --uninstall

    Exit codes: 0 done; 1 no git, no repository, or a file cannot be written; 2 the command was not understood.
    """
    from citekit.git import setup
    from citekit.git.attributes import LINE, with_driver, without_driver

    if local and (everywhere or attributes):
        raise click.UsageError("--local-attributes goes with neither --global nor --attributes")
    if not everywhere:
        setup.check_repository()
    file = attributes or str(setup.attributes_file(everywhere=everywhere, local=local))
    before = _attributes(file)
    after = without_driver(before) if uninstall else with_driver(before)
    command = setup.driver_command(sys.argv[0], sys.executable)
    scope = "--global" if everywhere else "--local"
    configured = setup.unconfigure(scope) if uninstall else setup.configure(scope, command)
    if after != before:
        _write_attributes(file, after)
    done, same = ("removed from", "was not in") if uninstall else ("added to", "is in")
    where = "your git configuration" if everywhere else "the git configuration of this repository"
    click.echo(f"merge.citekit {done if configured else same} {where}")
    if configured and not uninstall:
        click.echo(f"  {command}")
    click.echo(f"{LINE} {done if after != before else same} {file}")


def _attributes(file: str) -> str:
    """The attributes that are there; none where there is no file."""
    try:
        return read_bytes(file).decode() if Path(file).exists() else ""
    except UnicodeDecodeError as error:
        raise InputError(file, "is not UTF-8") from error


def _write_attributes(file: str, text: str) -> None:
    folder = Path(file).parent
    try:
        folder.mkdir(parents=True, exist_ok=True)  # ~/.config/git and .git/info need not be there
    except OSError as error:
        raise OutputError(file, f"cannot be written (no folder {folder}: {error.strerror})") from error
    write_text(file, text)
