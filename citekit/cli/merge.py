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
from citekit.cli.output import Output
from citekit.writers.files import STDOUT


@click.command(no_args_is_help=True, short_help="Make one bibliography of pages, lists, .bib files and exports.")
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
    """Makes one bibliography of pages, papers, pasted reference lists, .bib files and databases' exports.

    INPUT is any mix of text (a page copied from a browser, a list of references), HTML, PDF, Word documents, .bib files, exports (RIS,
    PubMed, EndNote, Web of Science, CSL-JSON, …; citekit plugins readers names all) and records in JSON lines, told by their content;
    - is standard input. The same work from several inputs becomes one entry with the best of each copy. Citation keys of .bib entries
    are kept; the order of the inputs does not matter. Entries that nothing changed are written as they were, byte for byte.

    A library in Zotero is an input, and an output, too: the one on this computer, or that of zotero.org if ZOTERO_API_KEY is set.

    \b
      zotero:                        your whole library
      zotero:collection/My papers    a collection by its name or key, and those
                                     below it; so with item/KEY, tag/NAME and
                                     search/WORDS
      zotero:group/123/tag/to read   all of these in a group, by number or name

    \b
    Examples:
      citekit merge page.html paper.pdf pasted.txt mine.bib -o refs.bib --doi --mailto me@example.org
      citekit merge scopus.ris pubmed.nbib zotero: mine.bib -o refs.bib
      citekit merge scopus.ris pubmed.nbib -o zotero:collection/Review
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
    from citekit.readers import nothing_in
    from citekit.report import as_text

    standard_input_once((*inputs, *decisions))
    target, wanted = Output(output, to), Beside(output, **beside)
    target.check()
    wanted.check(inputs, decisions)
    if doi:
        asked.check()
    else:
        asked.check_unused()
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
    problems = () if wanted.dry_run else target.write(result.library, quiet, result.made_keys)
    wanted.write(result, quiet=quiet)
    if not quiet:
        told = as_text(result, output)
        click.echo("nothing was written (--dry-run)\n" if wanted.dry_run else told, nl=False, err=output == STDOUT)
        say_unknown(decided, result.references)
        say_problems(output, problems)
