"""`citekit latex`: BibTeX's work, in any style."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import click

from citekit import __version__
from citekit.cli.names import STYLE
from citekit.cli.problems import say_problems
from citekit.errors import InputError

if TYPE_CHECKING:
    from citekit.readers.paper import Paper
    from citekit.typesetting import Bibliography

_SUFFIXES = (".aux", ".tex", ".bbl", ".bcf")
_NEEDS_BIBER = (
    "is of a paper with biblatex, whose bibliography only biber can make: run biber {job}; for a style of citekit's the paper has to load"
    r" natbib, or nothing, and end in \bibliographystyle{{nejm}}\bibliography{{refs}}"
)


@click.command(
    no_args_is_help=True,
    short_help="Write the bibliography of a LaTeX paper, in any style.",
    help="""Does what bibtex does, in any style: reads PAPER.aux, which LaTeX has written, takes the entries that the paper cites from its .bib files,
and writes PAPER.bbl, which LaTeX takes in at \\bibliography{…} on its next run.

The style is --style, else the one of \\bibliographystyle{…} in the paper: all that citekit render takes (nejm, apa, ieee, …; citekit styles
finds more). For a style of BibTeX's (plainnat, IEEEtran) the nearest is taken, which is said. BIB are taken instead of the .bib files that the
paper names, and may be any format that citekit reads. Entries are found by key, in capitals or not, and by what stands in ids.

The .bbl works with LaTeX as it is, with natbib, cite, hyperref, babel, beamer and KOMA-Script. Styles with numbers want
\\usepackage[numbers]{natbib} where natbib is loaded. A paper with biblatex needs biber instead.

\b
Examples:
  pdflatex paper && citekit latex paper --style nejm && pdflatex paper && pdflatex paper
  citekit latex paper.aux library.json --style apa
  citekit latex build/paper.aux --style my-journal.csl

\b
With latexmk, in the file .latexmkrc:
  $bibtex = 'citekit latex %O %S --style nejm';

What is undefined or incomplete is named on standard error and in PAPER.blg, where latexmk and editors look for it.

\b
Exit codes: 0 written, also when keys are undefined; 1 PAPER.aux or a .bib file
cannot be read, there is no such style, or PAPER needs biber (whatever was
there stays); 2 the command was not understood.
""",
)
@click.argument("paper", metavar="PAPER")
@click.argument("bibs", nargs=-1, metavar="[BIB]...")
@click.option("--style", type=STYLE, metavar="STYLE", help="Citation style.  [default: the paper's]")
@click.option("--lang", "language", metavar="LANG", default="", help="Language of a CSL style's words, as de-DE.")
@click.option("-o", "--output", metavar="FILE", help="Where to write.  [default: PAPER.bbl]")
@click.option("-q", "--quiet", "-terse", is_flag=True, help="Say nothing but errors; -terse is what latexmk asks for.")
def latex(paper: str, bibs: tuple[str, ...], style: str | None, language: str, output: str | None, quiet: bool) -> None:
    from citekit.readers.paper import read_paper
    from citekit.typesetting import bibliography
    from citekit.writers.files import STDOUT, check_writable, write_text

    stem, suffix = os.path.splitext(paper)
    stem = stem if suffix in _SUFFIXES else paper
    target = output or f"{stem}.bbl"
    check_writable(target)
    found = read_paper(paper if suffix == ".bcf" else f"{stem}.aux")
    if found.biblatex:
        raise InputError(found.file, _NEEDS_BIBER.format(job=os.path.basename(stem)))
    named, said = _style(style, found)
    made = bibliography(found, named, bibs, language)
    write_text(target, made.text)
    if target != STDOUT:
        write_text(f"{os.path.splitext(target)[0]}.blg", _log(found.file, named, made))
    if not quiet:
        for line in (*said, *_undefined(made)):
            click.echo(f"citekit: {line}", err=True)
        say_problems(target, made.problems)
        entries = f"{made.entries:,} {'entry' if made.entries == 1 else 'entries'}"
        click.echo(f"{entries} written to {target}, style {named}, from {', '.join(made.files)}", err=True)


def _style(asked: str | None, paper: Paper) -> tuple[str, list[str]]:
    """The style, and what to say about it. Raises `InputError` where nobody names one."""
    from citekit.render.bbl.bibtex_styles import nearest

    named = asked or paper.style
    if not named:
        raise InputError(paper.file, r"names no style: say --style, or \bibliographystyle{nejm} in the paper")
    ours = nearest(named)
    return (
        (ours, [f"{named} is a style of BibTeX's; the nearest is {ours} (--style names another)"])
        if ours
        else (named, [])
    )


def _undefined(made: Bibliography) -> list[str]:
    where = ", ".join(made.files)
    return [f"{key} is cited and not in {where}{meant}" for key, meant in made.undefined.items()]


def _log(file: str, style: str, made: Bibliography) -> str:
    """A `.blg` in bibtex's words, by which latexmk and editors know what went wrong."""
    warnings = [f'I didn\'t find a database entry for "{key}"' for key in made.undefined]
    warnings += map(str, made.problems)
    lines = [f"This is citekit, version {__version__}", f"The top-level auxiliary file: {file}", f"The style: {style}"]
    lines += [f"Database file #{number}: {path}" for number, path in enumerate(made.files, 1)]
    lines += [f"Warning--{warning}" for warning in warnings]
    lines += (
        [f"(There {'was 1 warning' if len(warnings) == 1 else f'were {len(warnings)} warnings'})"] if warnings else []
    )
    return "".join(f"{line}\n" for line in lines)
