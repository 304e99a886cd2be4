"""`citekit parse`: the references as read, before anything is merged."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from citekit.cli.options import from_option, quiet_option, standard_input_once
from citekit.cli.problems import say_problems
from citekit.writers.files import STDOUT, check_writable, write_text

if TYPE_CHECKING:
    from citekit.model import Library, Reference


@click.command(no_args_is_help=True, short_help="Print the references of pages and lists as they were read.")
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@click.option("--to", type=click.Choice(["jsonl", "bibtex"]), default="jsonl", show_default=True, help="Output format.")
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
    inputs: tuple[str, ...], to: str, form: str, lines: bool, min_confidence: float, output: str, quiet: bool
) -> None:
    """Prints the references found in INPUT (- is standard input) as they were read: nothing merged, nothing completed.

    INPUT is text, HTML, PDF, a Word document or BibTeX; what it is shows by its content.

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
      citekit parse chapter.txt --to bibtex -o chapter.bib
      citekit parse paper.pdf page.html --min-confidence 0.8 -o sure.jsonl
      pbpaste | citekit parse --lines -

    Exit codes: 0 done, also when only some inputs hold references; 1 an input cannot be read, or none has a reference.
    """
    from citekit import pipeline
    from citekit.cli.progress import on_terminal
    from citekit.readers import nothing_in

    standard_input_once(inputs)
    check_writable(output)
    libraries = [pipeline.read(path, form=form, lines=lines, progress=on_terminal(quiet)) for path in inputs]
    found = [reference for library in libraries for reference in library]
    if not found and not lines:
        raise nothing_in(libraries)
    sure = [reference for reference in found if reference.confidence is None or reference.confidence >= min_confidence]
    write_text(output, _written(sure, to))
    if not quiet:
        _say(libraries)
        if len(sure) < len(found):
            click.echo(
                f"citekit: {len(found) - len(sure)} of {len(found)} references left out, less sure than {min_confidence}",
                err=True,
            )


def _written(references: Sequence[Reference], to: str) -> str:
    from citekit.doubts import marked
    from citekit.keys import assign_keys
    from citekit.model import Library
    from citekit.writers import bibtex, jsonl

    if to == "jsonl":
        return jsonl.write(references)
    return bibtex.write(Library(tuple(marked(assign_keys(references)[0]))))


def _say(libraries: Sequence[Library]) -> None:
    """Which inputs held nothing, and the first of the problems."""
    for library in libraries:
        if not library.references:
            click.echo(f"citekit: {library.file}: no references found", err=True)
        say_problems(library.file, library.problems)
