"""`citekit render`: a bibliography in a style."""

from __future__ import annotations

import click

from citekit.cli.names import STYLE
from citekit.cli.options import from_option, standard_input_once
from citekit.render import OUTPUTS, STYLES
from citekit.writers.files import STDOUT, check_writable, write_text

_TABLE = "\n\n".join(
    f"{title}\n\n\b\n" + "\n".join(f"  {name:<11}{meaning}" for name, meaning in names.items())
    for title, names in (("Styles:", STYLES), ("Output formats:", OUTPUTS))
)


@click.command(
    no_args_is_help=True,
    short_help="Print a bibliography in a citation style.",
    help=f"""Prints the references of FILE (- is standard input) as a bibliography.

FILE is anything that citekit reads (.bib, RIS, CSL-JSON, …), or zotero: (see citekit merge --help). Styles of other packages are in citekit plugins styles.

{_TABLE}

A reference that lacks something (an article without a year) is printed as far as it goes and named on standard error.

\b
Examples:
  citekit render refs.bib
  citekit render refs.bib --style vancouver --to html -o refs.html
  citekit merge page.txt | citekit render - --style vancouver

Exit codes: 0 done, also when references are incomplete; 1 a file cannot be read or written, or no file has a reference.
""",
)
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("--style", type=STYLE, metavar="NAME", default="plain", show_default=True, help="Citation style.")
@click.option("--to", type=click.Choice(list(OUTPUTS)), default="text", show_default=True, help="Output format.")
@from_option
@click.option("-o", "--output", default=STDOUT, metavar="FILE", help="Where to write; - or nothing: standard output.")
def render(files: tuple[str, ...], style: str, to: str, form: str, output: str) -> None:
    from citekit.cli.progress import on_terminal
    from citekit.files import read
    from citekit.inheritance import resolved
    from citekit.readers import nothing_in
    from citekit.render import render as rendered

    standard_input_once(files)
    check_writable(output)
    libraries = [resolved(read(path, form=form, progress=on_terminal())) for path in files]
    references = [reference for library in libraries for reference in library]
    if not references:
        raise nothing_in(libraries)
    result = rendered(references, style, to)
    for problem in (*(p for library in libraries for p in library.problems), *result.problems):
        click.echo(f"citekit: {problem}", err=True)
    write_text(output, result.text)
