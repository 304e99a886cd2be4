"""`citekit convert`: a bibliography in another format."""

from __future__ import annotations

import click

from citekit.cli.options import from_option, quiet_option, standard_input_once, to_option
from citekit.cli.output import Output
from citekit.cli.problems import say_problems
from citekit.writers.files import STDOUT, write_bytes


@click.command(
    no_args_is_help=True,
    short_help="Put a bibliography into another format.",
    help="""Writes the references of INPUT in another format: nothing merged, nothing put in another order.

INPUT is anything that citekit reads (BibTeX, RIS, PubMed's and EndNote's exports, Web of Science, CSL-JSON, pages, lists, …;
citekit plugins readers names all), zotero: (see citekit merge --help), or - for standard input. Its format is told by its content, that of
OUT by its name or by --to. The references of several inputs follow each other. With -o zotero: they go into the running Zotero.

From BibTeX to BibTeX every byte stays that need not change; with --to bibtex biblatex's types and fields become BibTeX's. What the
format of OUT has no place for is named, once for each field.

\b
Examples:
  citekit convert export.ris -o refs.bib
  citekit convert refs.bib -o refs.json                 # CSL-JSON, for pandoc
  citekit convert refs.bib --to endnote-xml -o refs.xml
  citekit convert refs.bib --to biblatex -o modern.bib
  citekit convert pubmed.nbib --to ris | less
  citekit convert refs.bib -o zotero:                   # into the running Zotero

\b
Exit codes: 0 written; 1 INPUT cannot be read or has no reference in it, or OUT
cannot be written (whatever was there stays); 2 the command was not understood.
""",
)
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@click.option("-o", "--output", default=STDOUT, metavar="OUT", help="Where to write; - or nothing: standard output.")
@to_option
@from_option
@quiet_option
def convert(inputs: tuple[str, ...], output: str, to: str | None, form: str, quiet: bool) -> None:
    from citekit import files
    from citekit.cli.progress import on_terminal
    from citekit.converting import convert as converted
    from citekit.converting import together
    from citekit.readers import nothing_in

    standard_input_once(inputs)
    wanted = Output(output, to)
    wanted.check()
    libraries = [files.read(path, form=form, progress=on_terminal(quiet)) for path in inputs]
    library = together(libraries)
    if not library.references:
        raise nothing_in(libraries)
    if to:
        written = converted(library, to)
        write_bytes(output, written.data)
        problems = written.problems
    else:
        problems = wanted.write(library, quiet)
    if not quiet:
        for each in libraries:
            say_problems(each.file, each.problems)
        say_problems(output, problems)
        if output != STDOUT and not wanted.is_zotero:
            click.echo(
                f"{len(library):,} reference{'' if len(library) == 1 else 's'} written to {output} ({wanted.writer.title})",
                err=True,
            )
