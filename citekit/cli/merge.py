"""`citekit merge`: anything in, one bibliography out."""

from __future__ import annotations

from contextlib import nullcontext
from typing import Any

import click

from citekit.cli.lookups import Asked, lookup_options
from citekit.cli.options import (
    decision_options,
    from_option,
    key_options,
    quiet_option,
    report_option,
    standard_input_once,
    to_option,
    versions_option,
)
from citekit.writers.files import STDOUT


@click.command(no_args_is_help=True, short_help="Make one bibliography of pages, lists and .bib files.")
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@click.option("-o", "--output", default=STDOUT, metavar="OUT", help="Where to write; - or nothing: standard output.")
@to_option
@from_option
@report_option
@decision_options
@versions_option("two")
@key_options
@click.option("--doi", is_flag=True, help="Find the DOIs that are missing, and verify those that are there.")
@lookup_options
@quiet_option
def merge(
    inputs: tuple[str, ...],
    output: str,
    to: str | None,
    form: str,
    decisions: tuple[str, ...],
    merge_versions: bool | None,
    doi: bool,
    asked: Asked,
    quiet: bool,
    **beside: Any,
) -> None:
    """Makes one bibliography of pages, papers, pasted reference lists, .bib files and JSON records.

    INPUT is any mix of text (a page copied from a browser, a list of references), HTML, PDF, Word documents, .bib files and records
    in JSON lines, told by their content; - is standard input. The same work from several inputs becomes one entry with the best of each
    copy. Citation keys of .bib entries are kept; the order of the inputs does not matter. Entries that nothing changed are written as they
    were, byte for byte.

    \b
    Examples:
      citekit merge page.html paper.pdf pasted.txt mine.bib -o refs.bib --doi --mailto me@example.org
      citekit merge mine.bib theirs.bib -o refs.bib --unsure pairs.csv --report report.html
      citekit merge mine.bib theirs.bib -o refs.bib --decisions pairs.csv --tex paper.tex

    What --doi tells of each work is explained in citekit doi --help. A failing network never fails the merge: the result is written,
    and what could not be looked up is said.

    \b
    Exit codes: 0 written; 1 an input cannot be read, no input has a reference
    in it, decisions contradict each other, or the output cannot be written
    (whatever was there stays); 2 the command was not understood.
    """
    from citekit import pipeline
    from citekit.cli.beside import Beside
    from citekit.cli.pairs import read_decisions, say_unknown
    from citekit.cli.problems import say_problems
    from citekit.cli.progress import on_terminal
    from citekit.converting import in_format
    from citekit.readers import nothing_in
    from citekit.report import as_text
    from citekit.writers import for_file, named

    standard_input_once((*inputs, *decisions))
    wanted = Beside(output, **beside)
    wanted.check(inputs, decisions)
    if doi:
        asked.check()
    else:
        asked.check_unused()
    writer = named(to) if to else for_file(output)
    decided = read_decisions(decisions)
    services = asked.open() if doi else None
    with services.asking(quiet) if services else nullcontext():
        result = pipeline.merge(
            inputs,
            form=form,
            **services.arguments() if services else {},
            versions="together" if merge_versions else "apart",
            decisions=decided,
            progress=services.progress(quiet) if services else on_terminal(quiet),
        )
    if not result.library.references:
        raise nothing_in(result.inputs)
    written = in_format(result.library, writer)
    wanted.write(written.data, result, quiet=quiet)
    if not quiet:
        told = as_text(result, output)
        click.echo("nothing was written (--dry-run)\n" if wanted.dry_run else told, nl=False, err=output == STDOUT)
        say_unknown(decided, result.references)
        say_problems(output, written.problems)
