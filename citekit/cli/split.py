"""`citekit split`: a merge undone."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from citekit.cli.options import Taken, quiet_option, standard_input_once
from citekit.errors import InputError
from citekit.writers.files import STDOUT, check_writable, write_text

if TYPE_CHECKING:
    from citekit.model import Library
    from citekit.report import Story
    from citekit.splitting import Split

STDIN = "-"


@click.command(no_args_is_help=True, short_help="Bring the members of a merged entry back.")
@click.argument("arguments", nargs=-1, required=True, metavar="KEY... [REFS.bib]")
@click.option("--report", required=True, metavar="FILE.json", help="The report of the merge; - is standard input.")
@click.option(
    "--member",
    "members",
    multiple=True,
    metavar="N",
    help="Take only this member out and leave the rest merged: its number in the report, or the key it had. May be repeated.",
)
@click.option(
    "-o", "--output", default=STDOUT, metavar="OUT.bib", help="Where to write; - or nothing: standard output."
)
@click.option(
    "--decisions",
    metavar="FILE",
    help="Add lines to FILE that say that these are different, so that the next merge with it leaves them apart.",
)
@click.option(
    "--force", is_flag=True, help="Split an entry that was changed since the merge, too; the changes are lost."
)
@quiet_option
def split(
    arguments: tuple[str, ...],
    report: str,
    members: tuple[str, ...],
    output: str,
    decisions: str | None,
    force: bool,
    quiet: bool,
) -> None:
    """Puts the records that an entry was merged from back in its place.

    KEY is the key of a merged entry, or one that a record had before the merge. REFS.bib, the last argument, is the merged
    bibliography (- is standard input); without it the records alone are written. Records that came from a .bib file come
    back byte for byte, with their own keys; where another entry has such a key by now, it gets a letter behind it, and
    that is said. Everything else in REFS.bib stays as it is.

    \b
    Examples:
      citekit merge mine.bib page.html -o refs.bib --report report.json
      citekit split reddy2009 refs.bib --report report.json -o refs.bib
      citekit split reddy2009 refs.bib --report report.json -o refs.bib \\
          --member 2 --decisions decisions.jsonl

    A later merge finds the same records to be one work again, unless it is given the decisions.

    \b
    Exit codes: 0 written; 1 a file cannot be read or written, or there is no
    such merged entry (nothing was written); 2 the command was not understood.
    """
    from citekit.readers import text_of
    from citekit.report import story
    from citekit.splitting import split as taken_apart
    from citekit.writers import bibtex

    keys, bibliography = _understood(arguments)
    if members and len(keys) != 1:
        raise click.UsageError("--member takes members out of one entry; give one KEY")
    standard_input_once((bibliography, report))
    taken = Taken()
    taken.add([report], "is read")
    taken.claim("-o", output)
    taken.add([bibliography] if bibliography else [], "is read")
    taken.claim("--decisions", decisions)
    for path in filter(None, (output, decisions)):
        check_writable(path)
    told = story(text_of(report), report)
    keys = list(dict.fromkeys(told.work(key).reference.key for key in keys))
    library = _read(bibliography) if bibliography else _alone(told, keys)
    done: list[Split] = []
    for key in keys:
        done.append(taken_apart(library, told, key, members=members, force=force))
        library = done[-1].library
    kept, added = _kept(decisions, done) if decisions else ("", 0)
    write_text(output, bibtex.write(library))
    if decisions and added:
        write_text(decisions, kept)
    if not quiet:
        _say(done, decisions, added, to_stderr=output == STDOUT)


def _understood(arguments: Sequence[str]) -> tuple[list[str], str]:
    """The keys, and the bibliography, `""` when there is none."""
    *keys, last = arguments
    if last == STDIN or last.lower().endswith(".bib") or Path(last).is_file():
        if not keys:
            raise click.UsageError(f"which entries? citekit split KEY... {last}")
        return keys, last
    return [*keys, last], ""


def _read(path: str) -> Library:
    from citekit import files

    library = files.read(path)
    if library.format != "bibtex":
        raise InputError(path, "is not BibTeX; give the bibliography that the merge wrote")
    return library


def _alone(told: Story, keys: Sequence[str]) -> Library:
    from citekit.model import Library

    return Library(tuple(told.work(key).reference for key in keys), file=told.file, format="bibtex")


def _kept(path: str, done: Sequence[Split]) -> tuple[str, int]:
    """The decisions that are in the file with those that are new, and how many are new.

    Raises `InputError` where a line that is there already says the contrary.
    """
    from citekit.decisions import decision_line, from_text
    from citekit.readers import text_of

    before = text_of(path) if Path(path).exists() else ""
    if before.strip() and not before.lstrip().startswith("{"):
        raise InputError(path, "holds no JSON lines; name another file, and give both to the next merge")
    known = set(before.splitlines())
    lines = (decision_line(left, right, "different") for each in done for left, right in each.apart)
    new = [line for line in dict.fromkeys(lines) if line.rstrip("\n") not in known]
    text = before + ("\n" if before and not before.endswith("\n") else "") + "".join(new)
    from_text(text, path)
    return text, len(new)


def _say(done: Sequence[Split], decisions: str | None, added: int, *, to_stderr: bool) -> None:
    from citekit.report.words import count, place

    for each in done:
        for reference, members in each.pieces:
            click.echo(f"{reference.key}  {', '.join(map(place, members))}", err=to_stderr)
        for problem in each.problems:
            click.echo(f"citekit: {problem}", err=True)
    if decisions:
        said = f"{count(added, 'line')} added to {decisions}; give it to the next merge: --decisions {decisions}"
    else:
        said = "the next merge would find them to be one work again; --decisions FILE keeps them apart"
    click.echo(said, err=to_stderr)
