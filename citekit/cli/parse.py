"""`citekit parse`: the references as read, before anything is merged."""

from __future__ import annotations

import click

from citekit.writers.files import STDOUT, check_writable, write_text


@click.command(no_args_is_help=True, short_help="Print the references of pages and lists as they were read.")
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@click.option("--to", type=click.Choice(["jsonl", "bibtex"]), default="jsonl", show_default=True, help="Output format.")
@click.option("--lines", is_flag=True, help="Each line is one reference; gives one result for every line, in order.")
@click.option("-o", "--output", default=STDOUT, metavar="FILE", help="Where to write; - or nothing: standard output.")
def parse(inputs: tuple[str, ...], to: str, lines: bool, output: str) -> None:
    """Prints the references found in INPUT (- is standard input) as they were read: nothing merged, nothing completed.

    JSON lines look like this; "kind" is "self" for a page's own record, "ref" for one of its references:

    \b
      {"page": "a.txt", "kind": "ref", "n": 1, "text": "Leung VC, Lee KE. Infantile …",
       "fields": {"type": "article", "author": ["Leung, VC", "Lee, KE"], "title": "…",
                  "journal": "…", "year": "1985", "volume": "5", "pages": "354--7"}}

    \b
    Examples:
      citekit parse chapter.txt --to bibtex -o chapter.bib
      pbpaste | citekit parse --lines -

    Exit codes: 0 done, also when only some inputs hold references; 1 an input cannot be read, or none has a reference.
    """
    from citekit import pipeline
    from citekit.keys import assign_keys
    from citekit.model import Library
    from citekit.readers import nothing_in
    from citekit.writers import bibtex, jsonl

    if inputs.count(STDOUT) > 1:
        raise click.UsageError("standard input (-) can be read only once")
    check_writable(output)
    libraries = [pipeline.read(path, lines=lines) for path in inputs]
    references = [reference for library in libraries for reference in library]
    if not references and not lines:
        raise nothing_in(libraries)
    for library in libraries:
        if not library.references:
            click.echo(f"citekit: {library.file}: no references found", err=True)
        for problem in library.problems:
            click.echo(f"citekit: {problem}", err=True)
    if to == "jsonl":
        write_text(output, jsonl.write(references))
    else:
        write_text(output, bibtex.write(Library(tuple(assign_keys(references)[0]))))
