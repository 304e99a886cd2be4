"""`citekit cited`: the entries that a paper cites, out of its `.bib` files."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

import click

from citekit.cli.options import Taken, quiet_option, standard_input_once, to_option
from citekit.cli.output import Output
from citekit.cli.problems import say_problems
from citekit.writers.files import STDOUT

if TYPE_CHECKING:
    from citekit.citing import Selection
    from citekit.model import Problem


@click.command(no_args_is_help=True, short_help="Pick what a paper cites out of its .bib files.")
@click.argument("files", nargs=-1, required=True, metavar="PAPER... [REFS.bib...]")
@click.option("-o", "--output", default=STDOUT, metavar="OUT", help="Where to write; - or nothing: standard output.")
@to_option
@click.option(
    "--order",
    type=click.Choice(["file", "citation"]),
    default="file",
    show_default=True,
    help="The entries as they follow each other in the .bib file, or as they are first cited.",
)
@quiet_option
def cited(files: tuple[str, ...], output: str, to: str | None, order: Literal["file", "citation"], quiet: bool) -> None:
    """Writes the entries that a paper cites, each byte for byte as it stands in its .bib file.

    PAPER is a .tex, read with all that it takes in by \\input, \\include and \\subfile, or the .aux or .bcf that LaTeX wrote for it. Several
    papers together make one bibliography. The .bib files are those that the paper names, looked for beside it, in the working folder
    and where BIBINPUTS says; or those given behind it. - is standard input: a .bib file if a PAPER is given by name, else the paper.

    Along come the entries that others lead to (crossref, xref, xdata, related, entry sets), crossref parents behind their children as
    BibTeX needs them, every @preamble, the @string that are used, and comments right above an entry or beside it. Keys are
    compared as BibTeX does, without case; in a biblatex paper as biber does, with it. The ids of an entry are its keys, too.

    \b
    Examples:
      citekit cited paper.tex -o paper.bib                 # to send along with the paper
      citekit cited paper.aux -o paper.bib                 # after a run of LaTeX
      citekit cited thesis.tex library.bib -o thesis.bib   # out of this file
      citekit cited one.tex two.tex --order citation -o both.bib
      citekit cited paper.tex -o paper.json                # CSL-JSON; RIS, … by suffix

    \b
    Exit codes: 0 written; 1 a cited key has no entry, which is named (what was
    found is written all the same), or nothing was found and nothing is written;
    2 the command was not understood.
    """
    from citekit.citing import selected, sources

    standard_input_once(files)
    paths, given = _parted(files)
    found = sources(paths, given)
    wanted = Output(output, to)
    _claim(output, [*paths, *found.bibliographies])
    wanted.check()
    shelved = found.shelf()
    selection = selected(shelved, found.papers, order)
    if not quiet:
        say_problems(paths[0], found.problems)
    say_problems(paths[0], selection.problems)
    if not selection.cited:
        raise found.nothing_cited()
    lost = _write(selection, wanted, quiet)
    if not quiet:
        say_problems(output, [shelved.placed(each) for each in lost])
        _tell(len(selection.cited), len(selection.library), output)
    if any(problem.kind == "undefined-key" for problem in selection.problems):
        sys.exit(1)


def _parted(files: Sequence[str]) -> tuple[list[str], list[str]]:
    """The papers, and the .bib files."""
    from citekit.readers.paper import is_paper

    paths = list(dict.fromkeys(files))
    papers = [path for path in paths if is_paper(path)] or [path for path in paths if path == STDOUT]
    if not papers:
        raise click.UsageError(f"{paths[0]} is no paper; give the .tex, or the .aux or .bcf that LaTeX wrote for it")
    return papers, [path for path in paths if path not in papers]


def _claim(output: str, read: Sequence[str]) -> None:
    taken = Taken()
    taken.add(read, "is read")
    taken.claim("-o", output if output != STDOUT else None)


def _write(selection: Selection, wanted: Output, quiet: bool) -> Sequence[Problem]:
    """As it stands in BibTeX; elsewhere the cited entries alone. Comes back with what the format could not hold."""
    as_it_stands = not wanted.is_zotero and wanted.writer.name in ("bibtex", "biblatex")
    return wanted.write(selection.library if as_it_stands else selection.alone(), quiet)


def _tell(cited: int, written: int, output: str) -> None:
    if output == STDOUT:
        return
    more = f", and {written - cited:,} that others need" if written > cited else ""
    click.echo(f"{cited:,} cited entr{'y' if cited == 1 else 'ies'}{more} written to {output}", err=True)
