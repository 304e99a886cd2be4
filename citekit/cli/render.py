"""`citekit render`: a bibliography in a style."""

from __future__ import annotations

import re

import click

from citekit.cli.names import STYLE
from citekit.cli.options import from_option, standard_input_once
from citekit.formats import suffix_of
from citekit.render import OUTPUTS, SUFFIXES
from citekit.writers.files import STDOUT, check_writable, write_bytes

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*")
_OUTPUTS = "\n".join(f"  {name:<11}{meaning}" for name, meaning in OUTPUTS.items())


@click.command(
    no_args_is_help=True,
    short_help="Print a bibliography in a citation style.",
    help=f"""Prints the references of FILE (- is standard input) as a bibliography.

FILE is anything that citekit reads (.bib, RIS, CSL-JSON, …), or zotero: (see citekit merge --help).

STYLE is a short name (vancouver, nejm, ama, lancet, bmj, nature, cell, plos, apa, ieee, acm, acs, chicago, mla, harvard, …), the name of one of the 10,000 styles of the Citation Style Language (citekit styles finds it), a .csl file of yours, plain (as BibTeX's), or a style of another package (citekit plugins styles).

\b
Output formats:
{_OUTPUTS}

A reference that lacks something (an article without a year) is printed as far as it goes and named on standard error.

\b
Examples:
  citekit render refs.bib
  citekit render refs.bib --style nejm -o refs.html
  citekit render refs.bib --style apa --lang de-DE --to markdown
  citekit merge page.txt | citekit render - --style my-journal.csl

Exit codes: 0 done, also when references are incomplete; 1 a file cannot be read or written, there is no such style, or no file has a reference.
""",
)
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("--style", type=STYLE, metavar="STYLE", default="plain", show_default=True, help="Citation style.")
@click.option(
    "--to",
    type=click.Choice(list(OUTPUTS)),
    help="Output format.  [default: told by the name of OUT, else text]",
)
@click.option("--page", is_flag=True, help="HTML as a page by itself; the same as --to page.")
@click.option(
    "--lang",
    "language",
    metavar="LANG",
    default="",
    help="Language of a CSL style's words, as de-DE.  [default: its own]",
)
@from_option
@click.option("-o", "--output", default=STDOUT, metavar="OUT", help="Where to write; - or nothing: standard output.")
def render(
    files: tuple[str, ...], style: str, to: str | None, page: bool, language: str, form: str, output: str
) -> None:
    from citekit.cli.progress import on_terminal
    from citekit.printing import printed

    form_of_output = _output(to, page, output)
    if language and not _LANGUAGE.fullmatch(language):
        raise click.BadParameter(f"{language!r} is no language: say de, de-DE, pt-BR …", param_hint="--lang")
    standard_input_once(files)
    check_writable(output)
    result = printed(files, style, form_of_output, language, form=form, progress=on_terminal())
    for problem in result.problems:
        click.echo(f"citekit: {problem}", err=True)
    write_bytes(output, result.data)


def _output(to: str | None, page: bool, output: str) -> str:
    """The output format that is asked for."""
    if page and to not in (None, "html", "page"):
        raise click.UsageError(f"--page is for HTML, not for --to {to}")
    if page:
        return "page"
    suffix = suffix_of(output)
    if not to and suffix and suffix not in SUFFIXES:
        raise click.UsageError(
            f"{output}: {suffix} is no output format; one of {' '.join(SUFFIXES)}, or say which with --to"
        )
    return to or SUFFIXES.get(suffix, "text")
