"""`citekit fmt`: `.bib` files in one layout."""

from __future__ import annotations

import sys
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, Literal

import click

from citekit.cli.layout_options import layout_of, layout_options
from citekit.cli.options import quiet_option, standard_input_once
from citekit.cli.problems import say_problems
from citekit.errors import CitekitError, InputError
from citekit.writers.files import STDOUT, check_writable, write_bytes

if TYPE_CHECKING:
    from citekit.formatting import FormattedFile, Layout


@click.command(no_args_is_help=True, short_help="Lay out .bib files: indentation, delimiters, order.")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option(
    "--check", is_flag=True, help="Write nothing; name the files that would change. Exit code 1 if there are any."
)
@click.option("--diff", is_flag=True, help="Write nothing; print what would change as a unified diff.")
@click.option("-o", "--output", metavar="OUT", help="Write here rather than over the one FILE; - is standard output.")
@layout_options
@quiet_option
def fmt(
    files: tuple[str, ...], check: bool, diff: bool, output: str | None, sort_fields: bool, quiet: bool, **wishes: Any
) -> None:
    """Lays out .bib files where they are; - reads standard input and writes standard output.

    Only the layout changes: white space, delimiters, commas, letter case of types and fields, and the order if you ask for it. What
    entries say stays, and so do citation keys, comments, @string, @preamble, the file's encoding and its line ends. An
    entry that BibTeX would complain about stays to the letter and is named. The result is read again before it is written; a
    file that would say anything else than before is left as it is.

    \b
    Sorting takes the comments directly above an entry along, puts @string and
    @preamble first, and entries that others name in crossref behind those.

    \b
    Examples:
      citekit fmt refs.bib
      citekit fmt --check *.bib
      citekit fmt --diff --align auto --sort -year,key refs.bib
      citekit fmt --indent tab --delimiters quotes --wrap 80 refs.bib -o new.bib
      citekit fmt - < refs.bib

    \b
    Exit codes: 0 done, or with --check nothing would change; 1 with --check
    something would, or a file cannot be read or written or was left as it is;
    2 the command was not understood.
    """
    standard_input_once(files)
    if output is not None and (len(files) > 1 or check or diff):
        raise click.UsageError("-o takes one FILE, and neither --check nor --diff")
    run = _Run(layout_of(sort_fields, **wishes), "check" if check else "diff" if diff else "write", diff, output, quiet)
    for path in dict.fromkeys(files):
        run.take(path)
    run.tell()
    if run.failed or (check and run.changed):
        sys.exit(1)


class _Run:
    """One run over several files. What is read and told of each comes out at once; the numbers come at the end."""

    def __init__(
        self, wish: Layout, does: Literal["write", "check", "diff"], diff: bool, output: str | None, quiet: bool
    ) -> None:
        self.wish = wish
        self.does = does
        self.diff = diff
        self.output = output
        self.quiet = quiet
        self.changed = self.unchanged = 0
        self.failed = False

    def take(self, path: str) -> None:
        """Formats one file; trouble with it is told and does not stop the others."""
        from citekit.formatting import formatted_file
        from citekit.readers import bytes_of

        try:
            data = bytes_of(path)
            _refuse_others(path, data)
            result = formatted_file(data, path, self.wish)
            self._write(path, result)
        except CitekitError as error:
            click.echo(f"citekit: {error}", err=True)
            self.failed = True
            return
        self.failed |= result.is_left
        self.changed += result.is_changed
        self.unchanged += not result.is_changed and not result.is_left
        if result.problems and (result.is_left or not self.quiet):
            say_problems(path, result.problems)

    def _write(self, path: str, result: FormattedFile) -> None:
        if self.diff and result.is_changed:
            click.echo(_unified(path, result))
        if self.does == "check" and result.is_changed and not self.quiet:
            click.echo(f"{path}: would change", err=self.diff)
        if self.does != "write":
            return
        target = self.output or path
        if result.is_changed or target != path or path == STDOUT:
            check_writable(target)
            write_bytes(target, result.data)
            if not self.quiet and target != STDOUT:
                click.echo(f"{target}: {'formatted' if result.is_changed else 'written'}", err=True)

    def tell(self) -> None:
        from citekit.report.words import count

        if not self.quiet and self.does == "check":
            click.echo(f"{count(self.changed, 'file')} would change, {self.unchanged} would not", err=True)


def _refuse_others(path: str, data: bytes) -> None:
    """Raises `InputError` for a file that is called otherwise and is no BibTeX either: a page that quotes some is not to be changed."""
    from citekit.encoding import decode
    from citekit.readers.bibtex import looks_like

    if (
        path != STDOUT
        and PurePath(path).suffix.lower() not in (".bib", ".bibtex")
        and not looks_like(decode(data, path))
    ):
        raise InputError(path, "left as it is: neither its name nor what is in it says that it is BibTeX")


def _unified(path: str, result: FormattedFile) -> str:
    from citekit.formatting.changes import by_lines
    from citekit.latex import Edit, unified_diff

    edits = [Edit(each.start, each.end, each.text) for each in by_lines(result.text, result.changes)]
    found = unified_diff(path, result.text, edits).encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return found or f"{path}: only line ends change"
