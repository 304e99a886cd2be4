"""The command line's front door. It loads click and nothing heavy; each command loads what it needs when it runs."""

from __future__ import annotations

import os
import sys
import warnings
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from citekit import __version__
from citekit.errors import CitekitError

# What one wants → the commands for it.
GROUPS = {
    "Read, convert and merge": ("merge", "dedupe", "split", "convert", "parse"),
    "Find DOIs": ("doi", "index"),
    "Print": ("render", "styles"),
    "In LaTeX papers": ("latex", "cited"),
    "Check and format .bib files": ("check", "fmt"),
    "In git": ("git-driver",),
    "citekit itself": ("plugins",),
}
# Command → the module of that name in this package holds a click command of the same name, with _ for -.
COMMANDS = tuple(command for commands in GROUPS.values() for command in commands)

_UNCONFIGURED = (
    "git-driver",
)  # git calls it: an error in a file would be 1, which git takes for a merge with conflicts
_COMPLETE = "_CITEKIT_COMPLETE"  # set by the shell (click's name for it)


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

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        ctx.color = _colour()
        rest = super().parse_args(ctx, args)
        ctx.meta[_HELPS] = not {"-h", "--help"}.isdisjoint(ctx.args)
        return rest

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] not in COMMANDS and not ctx.resilient_parsing:
            ctx.fail(f"no such command: {args[0]}{_instead(args[0])}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        width = max(map(len, COMMANDS))
        for title, names in GROUPS.items():
            commands = [(name, command) for name in names if (command := self.get_command(ctx, name))]
            with formatter.section(click.style(title, bold=True)):
                formatter.write_dl(
                    [(f"{name:{width}}", command.get_short_help_str(limit=100)) for name, command in commands]
                )


_HELPS = f"{__name__}.helps"


def _colour() -> bool | None:
    """Are there colours? `None`: on a terminal. See https://no-color.org and https://force-color.org."""
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return True if os.environ.get("FORCE_COLOR") else None


def _instead(name: str) -> str:
    from citekit.values.suggestions import did_you_mean

    if Path(name).exists():
        return f"; to read that file: citekit merge {name} -o refs.bib, or citekit convert {name}"
    return did_you_mean(name, COMMANDS)


@click.command(cls=LazyGroup, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="citekit")
@click.option("--config", metavar="FILE", help="Take defaults from FILE, not from citekit.toml or pyproject.toml.")
@click.option("--no-config", is_flag=True, help="Take defaults from no file.")
@click.pass_context
def cli(ctx: click.Context, config: str | None, no_config: bool) -> None:
    """Reads reference lists from anywhere and makes one clean bibliography of them.

    \b
    Take web pages, PDFs, Word documents, copied text, .bib files, RIS, PubMed's
    and EndNote's exports, Web of Science, CSL-JSON, Zotero, then:
      citekit merge page.html paper.pdf pasted.txt mine.bib -o refs.bib
      citekit doi refs.bib -o refs.bib --mailto me@example.org
      citekit convert export.ris -o refs.bib
      citekit merge zotero: scopus.ris -o refs.bib
      citekit render refs.bib --style vancouver

    \b
    For records exported from databases, as JSON lines:
      citekit dedupe pubmed.jsonl scopus.jsonl --to jsonl -o works.jsonl

    \b
    citekit COMMAND --help tells more, with examples.

    Defaults for the options of commands stand in citekit.toml, or under [tool.citekit] in pyproject.toml, of this folder or one above.
    The command line counts more.

    \b
    Exit codes: 0 done; 1 nothing could be done, and nothing was written;
    2 the command was not understood.
    """
    if config is not None and no_config:
        raise click.UsageError("--config names a file, --no-config says that there is none; leave one of them out")
    if ctx.invoked_subcommand is None:
        click.echo(_overview(ctx))
    elif not no_config and not ctx.meta[_HELPS] and ctx.invoked_subcommand not in _UNCONFIGURED:
        ctx.default_map = _defaults(ctx, config)


def _overview(ctx: click.Context) -> str:
    """What one can do."""
    formatter = ctx.make_formatter()
    formatter.write("citekit makes one clean bibliography of whatever holds references.\n")
    assert isinstance(ctx.command, LazyGroup)
    ctx.command.format_commands(ctx, formatter)
    formatter.write(
        "\nTo begin:  citekit merge page.html paper.pdf mine.bib -o refs.bib\n"
        "More:      citekit COMMAND --help, with examples; citekit --help\n"
    )
    return formatter.getvalue().rstrip("\n")


def _defaults(ctx: click.Context, file: str | None) -> dict[str, Any] | None:
    """What the configuration file says of options. Raises `ConfigError`."""
    from citekit import config

    found = config.read(Path(file)) if file is not None else config.find(Path.cwd())
    if found is None:
        return None
    from citekit.cli.configured import defaults

    assert isinstance(ctx.command, LazyGroup)
    return defaults(ctx.command, ctx, found, _UNCONFIGURED)


def main() -> None:
    """Runs the command line; errors become one line on stderr and exit code 1."""
    if _COMPLETE in os.environ:
        from citekit.cli import completion

        completion.prepare()
    warnings.showwarning = _say_warning
    try:
        cli(prog_name="citekit", standalone_mode=False, complete_var=_COMPLETE)
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


def _say_warning(message: Warning | str, category: type[Warning], *place: Any, **more: Any) -> None:
    """A plugin that is passed over, or a library's word to its users, in one line."""
    click.echo(f"citekit: {message}", err=True)
