"""`citekit index`: Crossref's records on this machine."""

from __future__ import annotations

from pathlib import Path

import click

from citekit.cli.options import quiet_option, standard_input_once


@click.group(no_args_is_help=True, short_help="Keep Crossref's records on this machine and search them.")
def index() -> None:
    """Keeps Crossref's records on this machine, where references find their DOIs without the network.

    \b
    Examples:
      citekit index build crossref-2025/
      citekit index search "Leung VC. Infantile cortical hyperostosis. 1985"
    """


_folder_help = "[default: citekit/index where your data belongs; env: CITEKIT_INDEX_DIR]"


@index.command(no_args_is_help=True)
@click.argument("dumps", nargs=-1, required=True, metavar="DUMP...")
@click.option("-o", "--output", type=Path, metavar="FOLDER", help=f"Where the index is.  {_folder_help}")
@quiet_option
def build(dumps: tuple[str, ...], output: Path | None, quiet: bool) -> None:
    """Reads Crossref's public data files into the index.

    DUMP is JSON lines, an object with "items" or an array of records, any of them gzipped, tar archives of such files, or a folder of
    all these; - is JSON lines on standard input. What a file is, its content tells.

    A later build adds to what is there: of two records of one DOI that which Crossref touched last stays, and files that were read
    before are passed over. A build that was stopped goes on where it was. Meanwhile the index can be searched.

    \b
    Exit codes: 0 done, though records that could not be read are named; 1 a dump
    is not there, no record could be read, or the index cannot be written; 2 the
    command was not understood.
    """
    from citekit.cli.problems import say_problems
    from citekit.cli.progress import on_terminal
    from citekit.errors import InputError
    from citekit.index import build as build_index
    from citekit.index import default_folder
    from citekit.report.words import count

    standard_input_once(dumps)
    folder = output or default_folder()
    try:
        built = build_index(dumps, folder, tell=on_terminal(quiet))
    except KeyboardInterrupt:
        click.echo("\ncitekit: what was done is kept; run the same command again to go on", err=True)
        raise
    say_problems("all dumps", built.problems)
    written = built.written
    if built.problems and not (written.new or written.replaced or written.kept or built.known):
        raise InputError(", ".join(dumps), "no record of Crossref in it; nothing was indexed")
    if not quiet:
        counts = [f"{written.new} new", f"{written.replaced} replaced", f"{written.kept} were there"]
        before = f"; {count(built.known, 'file')} read before" if built.known else ""
        click.echo(f"{', '.join(counts)}{before}\n{_summary(folder)}")


@index.command()
@click.option("--index", "folder", type=Path, metavar="FOLDER", help=f"Where the index is.  {_folder_help}")
def info(folder: Path | None) -> None:
    """Tells what the index holds."""
    from citekit.index import about, default_folder
    from citekit.report.words import count

    found = about(folder or default_folder())
    click.echo(_summary(found.folder))
    if found.newest:
        click.echo(f"newest record of {found.newest}")
    begun = f"; {count(found.begun, 'file')} not to the end" if found.begun else ""
    click.echo(f"{count(found.files, 'file')} read{begun}")


@index.command(no_args_is_help=True)
@click.argument("text", nargs=-1, required=True)
@click.option("--index", "folder", type=Path, metavar="FOLDER", help=f"Where the index is.  {_folder_help}")
@click.option(
    "-n", "--rows", type=click.IntRange(min=1), default=5, show_default=True, help="How many to show at most."
)
def search(text: tuple[str, ...], folder: Path | None, rows: int) -> None:
    """Shows the works that best fit a reference, best first. Nobody has checked that one of them is meant.

    In front of each stands what speaks for it: the rarer what it shares with the reference, the more. A DOI alone shows its work.
    """
    from citekit.index import open_index
    from citekit.report.matches import described, plain
    from citekit.values.identifiers import mended_doi

    said = " ".join(text)
    doi = mended_doi(said)
    with open_index(folder) as found:
        if doi and said.endswith(doi):
            works = [("", work) for work in found.works((doi,)).values() if work]
        else:
            works = [(f"{work.score:6.1f}", work) for work in found.search(said, rows)]
    if not works:
        click.echo("nothing like it in the index", err=True)
    for score, work in works:
        click.echo(plain(f"{score:6}  {work.doi}"))
        click.echo(plain(f"        {described(work)}"))


def _summary(folder: Path) -> str:
    from citekit.index import about
    from citekit.report.words import count

    found = about(folder)
    return f"{count(found.works, 'work')} in {found.folder}, {found.size / 1e6:,.1f} MB"
