"""The command line's front door. It loads click and nothing heavy; each command loads what it needs when it runs."""

from __future__ import annotations

import sys
from importlib import import_module

import click

from citekit import __version__
from citekit.errors import CitekitError

# Command → the module of that name in this package holds a click command of the same name, with _ for -.
COMMANDS = ("merge", "doi", "index", "dedupe", "parse", "render", "split", "git-driver")


class LazyGroup(click.Group):
    """Imports a command's module only when it is called for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        name = cmd_name.replace("-", "_")
        command = getattr(import_module(f"citekit.cli.{name}"), name)
        assert isinstance(command, click.Command)
        return command


@click.command(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="citekit")
def cli() -> None:
    """Reads reference lists from anywhere and makes one clean bibliography of them.

    \b
    Take web pages, PDFs, Word documents, copied text, .bib files, then:
      citekit merge page.html paper.pdf pasted.txt mine.bib -o refs.bib
      citekit doi refs.bib -o refs.bib --mailto me@example.org
      citekit render refs.bib --style vancouver

    \b
    For records exported from databases, as JSON lines:
      citekit dedupe pubmed.jsonl scopus.jsonl --to jsonl -o works.jsonl

    \b
    citekit COMMAND --help tells more, with examples.

    \b
    Exit codes: 0 done; 1 nothing could be done, and nothing was written;
    2 the command was not understood.
    """


def main() -> None:
    """Runs the command line; errors become one line on stderr and exit code 1."""
    try:
        cli(standalone_mode=False)
    except click.exceptions.Exit as stop:
        sys.exit(stop.exit_code)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except click.Abort:
        click.echo("citekit: stopped", err=True)
        sys.exit(130)
    except BrokenPipeError:
        sys.exit(0)
    except CitekitError as error:
        click.echo(f"citekit: {error}", err=True)
        sys.exit(1)
