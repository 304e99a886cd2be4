"""`citekit parse`: the references as read, before anything is merged."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from citekit.cli.names import FORMAT_WRITTEN
from citekit.cli.options import from_option, quiet_option, standard_input_once
from citekit.cli.output import LINES, Output
from citekit.cli.problems import say_problems
from citekit.formats import suffix_of
from citekit.writers.files import STDOUT, write_text

if TYPE_CHECKING:
    from citekit.model import Library, Problem, Reference


@click.command(no_args_is_help=True, short_help="Print the references of pages and lists as they were read.")
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@click.option(
    "--to",
    type=FORMAT_WRITTEN,
    metavar="FORMAT",
    help="jsonl (which a name.json means, too), or any format of citekit plugins writers.  [default: told by the name of FILE, else"
    " jsonl]",
)
@from_option
@click.option("--lines", is_flag=True, help="Each line is one reference; gives one result for every line, in order.")
@click.option(
    "--min-confidence",
    type=click.FloatRange(0, 1),
    default=0.0,
    metavar="P",
    help="Leave out references less sure than P, from 0 to 1.",
)
@click.option("-o", "--output", default=STDOUT, metavar="FILE", help="Where to write; - or nothing: standard output.")
@quiet_option
def parse(
    inputs: tuple[str, ...], to: str | None, form: str, lines: bool, min_confidence: float, output: str, quiet: bool
) -> None:
    """Prints the references found in INPUT (- is standard input) as they were read: nothing merged, nothing completed.

    INPUT is text, HTML, PDF, a Word document, BibTeX, RIS or anything else that citekit reads, told by its content, or zotero: (see
    citekit merge --help).

    JSON lines look like this; "kind" is "self" for a page's own record, "ref" for one of its references:

    \b
      {"page": "a.txt", "kind": "ref", "n": 1, "text": "Leung VC, Lee KE. Infantile …",
       "confidence": 0.93,
       "fields": {"type": "article", "author": ["Leung, VC", "Lee, KE"], "title": "…",
                  "journal": "…", "year": "1985", "volume": "5", "pages": "354--7"},
       "confidences": {"author": 0.99, "title": 0.97, …}}

    The confidence is how probable it is that everything was read right. Under 0.5 a reference is said to be doubtful, here on
    standard error, in JSON under "doubtful", in BibTeX as a comment before the entry.

    \b
    Examples:
      citekit parse chapter.txt -o chapter.bib
      citekit parse paper.pdf --to ris
      citekit parse paper.pdf page.html --min-confidence 0.8 -o sure.jsonl
      pbpaste | citekit parse --lines -

    Exit codes: 0 done, also when only some inputs hold references; 1 an input cannot be read, or none has a reference.
    """
    from citekit import files
    from citekit.cli.progress import on_terminal
    from citekit.readers import nothing_in

    standard_input_once(inputs)
    wanted = _wanted(output, to)
    wanted.check()
    libraries = [files.read(path, form=form, lines=lines, progress=on_terminal(quiet)) for path in inputs]
    found = sum(map(len, libraries))
    if not found and not lines:
        raise nothing_in(libraries)
    sure = [library.with_references(_surer(library, min_confidence)) for library in libraries]
    problems = _write(sure, wanted, quiet)
    if not quiet:
        _say(libraries)
        say_problems(output, problems)
        left_out = found - sum(map(len, sure))
        if left_out:
            click.echo(
                f"citekit: {left_out} of {found} references left out, less sure than {min_confidence}",
                err=True,
            )


def _wanted(output: str, to: str | None) -> Output:
    """JSON lines where nothing tells another format."""
    wanted = Output(output, to)
    if wanted.is_zotero or (wanted.tells and (to or suffix_of(output) not in LINES)):
        return wanted
    return Output(output, "jsonl")


def _surer(library: Library, least: float) -> Iterator[Reference]:
    return (each for each in library if each.confidence is None or each.confidence >= least)


def _write(libraries: Sequence[Library], wanted: Output, quiet: bool) -> tuple[Problem, ...]:
    """Writes what was found as JSON lines or as BibTeX with doubts marked, else in the format that is wanted."""
    from citekit.converting import together
    from citekit.doubts import marked
    from citekit.keys import assign_keys
    from citekit.model import Library
    from citekit.writers import bibtex, jsonl

    references = [reference for library in libraries for reference in library]
    if wanted.is_zotero or wanted.writer.name not in ("jsonl", "bibtex"):
        return wanted.write(together(libraries), quiet)
    if wanted.writer.name == "jsonl":
        write_text(wanted.path, jsonl.write(references))
    else:
        write_text(wanted.path, bibtex.write(Library(tuple(marked(assign_keys(references)[0])))))
    return ()


def _say(libraries: Sequence[Library]) -> None:
    """Which inputs held nothing, and the first of the problems."""
    for library in libraries:
        if not library.references:
            click.echo(f"citekit: {library.file}: no references found", err=True)
        say_problems(library.file, library.problems)
