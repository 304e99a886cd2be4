"""`citekit styles`: find a citation style."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from citekit.csl.shelf import Listed

_WIDEST = 48  # characters of the first column


@click.command(
    short_help="Find the citation style of a journal, publisher or society.",
    help="""Finds citation styles among the 10,000 of the CSL project (https://citationstyles.org).

A style has all words of SEARCH in its name, short name, title, kind, field or ISSN. Case and accents do not count, and the beginning of a
word will do. What fits best comes first. Without SEARCH the styles with short names are listed.

\b
Each line has
  the name to give to --style, and short names for the same
  how works are cited: numeric, author-date, author, label or note
  the title; = NAME says that the journal has the style of that name

\b
Fields are anthropology, astronomy, biology, botany, chemistry,
communications, engineering, generic-base, geography, geology, history,
humanities, law, linguistics, literature, math, medicine, philosophy,
physics, political_science, psychology, science, social_science, sociology,
theology and zoology.

\b
With --to json there is one list of objects:
  {"stem": "nature-physics", "names": [], "title": "Nature Physics",
   "title_short": "", "kind": "numeric", "fields": ["physics"],
   "issns": ["1745-2473", "1745-2481"], "parent": "nature"}

\b
Examples:
  citekit styles
  citekit styles lancet oncology
  citekit styles 0028-0836
  citekit styles note history -n 50
  citekit render refs.bib --style the-lancet-oncology

Styles of other packages are in citekit plugins styles. A style from elsewhere is given as a file: --style ./mine.csl

Exit codes: 0 found; 1 there is no such style; 2 the command was not understood.
""",
)
@click.argument("words", nargs=-1, metavar="[SEARCH]...")
@click.option(
    "-n", "--rows", type=click.IntRange(min=1), default=20, show_default=True, help="How many to show at most."
)
@click.option("--to", type=click.Choice(["text", "json"]), default="text", show_default=True, help="Output format.")
def styles(words: tuple[str, ...], rows: int, to: str) -> None:
    from citekit.csl.shelf import short_named

    words = tuple(word for word in words if word.strip())
    found = _searched(words) if words else short_named()
    shown = found[:rows] if words else found
    if to == "json":
        click.echo(json.dumps([asdict(each) for each in shown], ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(_table([_row(each) if words else _short_row(each) for each in shown])))
    if not words and to == "text":
        click.echo("\nThere are 10,000 more. To find one:  citekit styles nature physics")
    if len(found) > len(shown):
        click.echo(f"and {len(found) - len(shown)} more: more words find fewer, -n {len(found)} shows all", err=True)


def _searched(words: Sequence[str]) -> list[Listed]:
    from citekit.cli.progress import on_terminal
    from citekit.csl.shelf import instead, search
    from citekit.errors import CitekitError

    found = search(words, on_terminal())
    if not found:
        said = " ".join(words)
        raise CitekitError(f"no style has {said!r} in its name, title, field or ISSN{instead(said)}")
    return found


@dataclass(frozen=True, slots=True)
class _Row:
    """A style as it is shown: `same` is the style that it is under another name, `""` for none."""

    name: str
    kind: str
    title: str
    same: str


def _row(style: Listed) -> _Row:
    short = f" ({', '.join(style.names)})" if style.names else ""
    return _Row(style.stem + short, style.kind, style.title, style.parent)


def _short_row(style: Listed) -> _Row:
    """Short names first."""
    if not style.names:
        return _row(style)
    return _Row(", ".join(style.names), style.kind, style.title, style.stem)


def _table(rows: Sequence[_Row]) -> Iterator[str]:
    """The first column is as wide as its names, but for very long ones."""
    width = min(max(len(row.name) for row in rows), _WIDEST)
    for row in rows:
        same = f"  = {row.same}" if row.same else ""
        yield f"{click.style(f'{row.name:<{width}}', bold=True)}  {row.kind:<11}  {row.title}{same}"
