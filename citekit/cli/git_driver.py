"""`citekit git-driver`: git merges `.bib` files by their entries."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

import click

from citekit.cli.files import read_bytes
from citekit.cli.git_install import install
from citekit.cli.options import quiet_option
from citekit.errors import CitekitError
from citekit.writers.files import check_writable, write_bytes

if TYPE_CHECKING:
    from citekit.git import Markers

_CONFLICT, _NOT_MERGED = 1, 2
_CANNOT = 129  # above 128 git calls it a failure of the merge and not a conflict (gitattributes(5))


class _Driver(click.Group):
    """A group whose first word may be a file: then it is the driver itself, as git calls it."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        named = not args or args[0] in (*self.commands, *ctx.help_option_names)
        return super().parse_args(ctx, args if named else ["--", *args])

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        return super().resolve_command(ctx, args) if args[0] in self.commands else ("", _merge, args)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        _merge.format_options(ctx, formatter)
        self.format_commands(ctx, formatter)


@click.group(
    "git-driver",
    cls=_Driver,
    no_args_is_help=True,
    options_metavar="[OPTIONS]",
    subcommand_metavar="BASE OURS THEIRS | install",
    short_help="Let git merge .bib files by entries.",
)
def git_driver() -> None:
    """Merges what two branches made of a .bib file, entry by entry and field by field.

    \b
    Set-up, in a repository:
      citekit git-driver install
      git add .gitattributes

    From then on `git merge`, `git rebase` and their like run it by themselves. Different entries never conflict; different
    fields of one entry are combined; what both sides added is one entry; a field that both changed is marked with git's
    conflict markers, that field only. All else stays as it was, byte for byte. What was decided is said on standard error.

    \b
    Example, by hand (writes to ours.bib, or to what -o says):
      citekit git-driver base.bib ours.bib theirs.bib -o -

    Files that are not merged by entries (conflict markers of an earlier merge in them, a block on one side that is not
    BibTeX, no entry at all) are merged by git's own merge of lines, and that is said.

    \b
    Exit codes: 0 merged; 1 merged, with conflicts marked; 2 not merged, for
    instance binary files; 129 a file cannot be read or written. At 2 and 129
    OURS is as it was; git calls 2 a conflict and 129 a failure.
    """


git_driver.add_command(install)


@click.command("git-driver")
@click.argument("base", metavar="BASE")
@click.argument("ours", metavar="OURS")
@click.argument("theirs", metavar="THEIRS")
@click.option("-o", "--output", metavar="FILE", help="Where to write; - is standard output.  [default: OURS]")
@click.option(
    "--marker-size",
    type=click.IntRange(1),
    default=7,
    metavar="N",
    help="Length of conflict markers (git's %L).  [default: 7]",
)
@click.option("--path", default="", metavar="NAME", help="What to call the file in messages (git's %P).")
@click.option(
    "--base-name", default="", metavar="NAME", help="What to call the versions in markers (git's %S, %X, %Y)."
)
@click.option("--ours-name", default="", metavar="NAME")
@click.option("--theirs-name", default="", metavar="NAME")
@click.option(
    "--diff3/--no-diff3", default=None, help="Show the base in conflicts, too.  [default: git's merge.conflictStyle]"
)
@quiet_option
def _merge(
    base: str,
    ours: str,
    theirs: str,
    output: str | None,
    marker_size: int,
    path: str,
    base_name: str,
    ours_name: str,
    theirs_name: str,
    diff3: bool | None,
    quiet: bool,
) -> None:
    from citekit.git import Markers

    shows_base = _shows_base() if diff3 is None else diff3
    names = (_given(ours_name, "ours"), _given(theirs_name, "theirs"), _given(base_name, "base"))
    try:
        sys.exit(_merged((base, ours, theirs), output or ours, path, Markers(marker_size, *names, shows_base), quiet))
    except CitekitError as error:
        click.echo(f"citekit: {error}", err=True)
        sys.exit(_CANNOT)


def _given(name: str, default: str) -> str:
    """A git before 2.45 does not know `%X` and gives just that."""
    return default if name in ("", "%S", "%X", "%Y") else name


def _shows_base() -> bool:
    from citekit.git.program import GitError, setting

    try:
        return setting("--get", "merge.conflictStyle") in ("diff3", "zdiff3")
    except GitError:
        return False


def _merged(files: tuple[str, str, str], output: str, path: str, markers: Markers, quiet: bool) -> int:
    """Merges, writes, tells; the exit code."""
    from citekit.cli.progress import on_terminal
    from citekit.git.driver import merge_files
    from citekit.model import unheard

    def say(message: object) -> None:
        if not quiet:
            click.echo(f"{path or files[1]}: {message}", err=True)

    base, ours, theirs = map(read_bytes, files)
    check_writable(output)
    try:
        result, outcome = merge_files(base, ours, theirs, markers, on_terminal(quiet) or unheard)
    except Exception as error:  # whatever it is, git must not take a file without markers for the merged one
        return _merged_by_lines(files, output, markers, error, say)
    if output != files[1] or result != ours:
        write_bytes(output, result)
    for decision in outcome.decisions:
        say(decision)
    if outcome.summary:
        say(outcome.summary)
    return _CONFLICT if outcome.conflicts else 0


def _merged_by_lines(
    files: tuple[str, str, str], output: str, markers: Markers, error: Exception, say: Callable[[object], None]
) -> int:
    from citekit.git.program import GitError, merge_lines

    reason = str(error) if isinstance(error, CitekitError) else f"citekit failed, please report it: {error!r}"
    try:
        result, conflicts = merge_lines(*files, markers)
    except GitError as trouble:
        say(f"not merged: {reason}; {trouble}")
        return _NOT_MERGED
    write_bytes(output, result)
    marked = f", {conflicts} conflict{'' if conflicts == 1 else 's'} marked" if conflicts else ""
    say(f"merged by lines, not by entries{marked}: {reason}")
    return _CONFLICT if conflicts else 0
