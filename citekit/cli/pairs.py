"""`--decisions` and `--unsure`: pairs of records that a person decides."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

import click

from citekit.errors import InputError, OutputError
from citekit.writers.files import STDOUT, check_writable, write_text

if TYPE_CHECKING:
    from citekit.decisions import Decisions
    from citekit.dedupe import Known, Pair
    from citekit.model import Reference

_MOST_NAMED = 5
_DELIMITERS = {".csv": ",", ".tsv": "\t"}


def read_decisions(paths: Sequence[str]) -> Decisions | None:
    """The decisions of all files together; `None` where there are none. Raises `InputError` (see `citekit.decisions`)."""
    if not paths:
        return None
    from citekit.decisions import Decisions, from_text
    from citekit.readers import text_of

    return sum((from_text(text_of(path), path) for path in paths), Decisions())


def check_unsure(path: str | None) -> None:
    """Raises `OutputError` where the file cannot be written, or holds decisions that would be lost."""
    if path is None:
        return
    check_writable(path)
    if path == STDOUT or not Path(path).is_file():
        return
    try:
        decided = read_decisions([path])
    except InputError:
        return  # whatever it is, it holds no decisions
    if decided:
        raise OutputError(path, "holds decisions already; keep it for --decisions and name another file for --unsure")


def write_unsure(path: str | None, references: Sequence[Reference], pairs: Sequence[Pair], known: Known) -> None:
    """Writes the pairs of these references that are unsure; `known` is their `Grouping.known`."""
    if path is None:
        return
    from citekit.dedupe import why
    from citekit.ids import record_ids
    from citekit.writers import decisions

    ids = record_ids(references) if pairs else ()
    doubts = [
        decisions.Doubt(
            ids[pair.left],
            references[pair.left],
            ids[pair.right],
            references[pair.right],
            why(references, pair, known).reasons,
        )
        for pair in pairs
    ]
    delimiter = _DELIMITERS.get(PurePath(path).suffix.lower())
    write_text(path, decisions.write_table(doubts, delimiter) if delimiter else decisions.write(doubts))


def say_unknown(decisions: Decisions | None, references: Sequence[Reference]) -> None:
    """Names ids of decisions that mean no record of this run: a slip, or records that are not here today."""
    unknown = decisions.unknown(references) if decisions else ()
    if unknown:
        more = ", …" if len(unknown) > _MOST_NAMED else ""
        named = f"{', '.join(unknown[:_MOST_NAMED])}{more}"
        count = "1 id" if len(unknown) == 1 else f"{len(unknown)} ids"
        click.echo(f"citekit: {count} in the decisions mean no record here, or several: {named}", err=True)
