"""`citekit merge`: anything in, one bibliography out."""

from __future__ import annotations

import json

import click

from citekit.writers.files import STDOUT, check_writable, write_text


@click.command(no_args_is_help=True, short_help="Make one bibliography of pages, lists and .bib files.")
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@click.option(
    "-o", "--output", default=STDOUT, metavar="OUT.bib", help="Where to write; - or nothing: standard output."
)
@click.option("--report", metavar="FILE.json", help="Write what was read, merged and doubted as JSON.")
@click.option("--key-map", metavar="FILE.json", help="Write a JSON object: each input's citation key → its key now.")
@click.option("--doi", is_flag=True, help="Ask Crossref for the DOIs that are missing.")
@click.option(
    "--mailto",
    envvar="CITEKIT_MAILTO",
    metavar="ADDRESS",
    default="",
    help="Your address for Crossref, which then answers faster.  [env: CITEKIT_MAILTO]",
)
@click.option(
    "--crossref-url",
    envvar="CITEKIT_CROSSREF_URL",
    metavar="URL",
    default="",
    help="Another server that speaks Crossref's REST API.  [env: CITEKIT_CROSSREF_URL]",
)
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but errors.")
def merge(
    inputs: tuple[str, ...],
    output: str,
    report: str | None,
    key_map: str | None,
    doi: bool,
    mailto: str,
    crossref_url: str,
    quiet: bool,
) -> None:
    """Makes one bibliography of pages, papers, pasted reference lists and .bib files.

    INPUT is any mix of text (a page copied from a browser, a list of references), HTML, PDF, Word documents and .bib files,
    told by their content; - is standard input. The same work from several inputs becomes one entry with the best of each copy. Citation keys of .bib
    entries are kept; the order of the inputs does not matter. Entries that nothing changed are written as they were, byte
    for byte.

    \b
    Example:
      citekit merge page.html paper.pdf pasted.txt mine.bib -o refs.bib --doi --mailto me@example.org

    A failing network never fails the merge: the result is written, and what could not be looked up is said.

    \b
    Exit codes: 0 written; 1 an input cannot be read, no input has a reference
    in it, or the output cannot be written (whatever was there stays);
    2 the command was not understood.
    """  # fmt: skip
    from citekit import pipeline
    from citekit.cli.progress import on_terminal
    from citekit.readers import nothing_in
    from citekit.report import as_json, as_text
    from citekit.writers import bibtex

    if inputs.count(STDOUT) > 1:
        raise click.UsageError("standard input (-) can be read only once")
    for path in filter(None, (output, report, key_map)):
        check_writable(path)
    source = None
    if doi:
        from citekit.sources.crossref import Crossref

        source = Crossref(crossref_url, mailto) if crossref_url else Crossref(mailto=mailto)
    result = pipeline.merge(inputs, source=source, progress=on_terminal(quiet))
    if not result.library.references:
        raise nothing_in(result.inputs)
    write_text(output, bibtex.write(result.library))
    if report:
        write_text(report, json.dumps(as_json(result), ensure_ascii=False, indent=1) + "\n")
    if key_map:
        write_text(key_map, json.dumps(result.key_map, ensure_ascii=False, indent=1) + "\n")
    if not quiet:
        click.echo(as_text(result, output), nl=False, err=output == STDOUT)
