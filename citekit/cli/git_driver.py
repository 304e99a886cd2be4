"""`citekit git-driver`: git merges `.bib` files by their entries."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from citekit.errors import CitekitError, InputError, OutputError
from citekit.writers.files import check_writable, write_bytes, write_text

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
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but errors.")
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


def _read(path: str) -> bytes:
    try:
        return Path(path).read_bytes()
    except OSError as error:
        raise InputError(path, f"cannot be read ({error.strerror or error})") from error


def _merged(files: tuple[str, str, str], output: str, path: str, markers: Markers, quiet: bool) -> int:
    """Merges, writes, tells; the exit code."""
    from citekit.cli.progress import on_terminal
    from citekit.git.driver import merge_files
    from citekit.model import unheard

    def say(message: object) -> None:
        if not quiet:
            click.echo(f"{path or files[1]}: {message}", err=True)

    base, ours, theirs = map(_read, files)
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


@git_driver.command(short_help="Set the driver up in this repository.")
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
    if not Path(file).exists():
        return ""
    try:
        return _read(file).decode()
    except UnicodeDecodeError as error:
        raise InputError(file, "is not UTF-8") from error


def _write_attributes(file: str, text: str) -> None:
    folder = Path(file).parent
    try:
        folder.mkdir(parents=True, exist_ok=True)  # ~/.config/git and .git/info need not be there
    except OSError as error:
        raise OutputError(file, f"cannot be written (no folder {folder}: {error.strerror})") from error
    write_text(file, text)
