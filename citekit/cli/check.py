"""`citekit check`: what is wrong in `.bib` files, and in papers that cite out of them."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

import click

from citekit.cli.options import quiet_option, standard_input_once
from citekit.errors import InputError

if TYPE_CHECKING:
    from citekit.checking import Finding, Rule
    from citekit.checking.paper import PaperRule
    from citekit.readers.paper import Paper

Form = Literal["text", "json", "github", "errorformat"]


def _list_rules(context: click.Context, _: click.Parameter, asked: bool) -> None:
    from citekit.checking import RULES
    from citekit.checking.paper import PAPER_RULES

    if not asked or context.resilient_parsing:
        return
    rules: tuple[Rule | PaperRule, ...] = (*RULES, *PAPER_RULES)
    width = max(len(rule.name) for rule in rules)
    for rule in rules:
        unusual = "" if rule.usual else " (only if selected)"
        click.echo(f"{rule.name:{width}}  {rule.severity:7}  {rule.sentence}{unusual}")
    context.exit()


@click.command(no_args_is_help=True, short_help="Report what is wrong in .bib files, and in what papers cite.")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option(
    "--model",
    type=click.Choice(["bibtex", "biblatex", "auto"]),
    default="auto",
    show_default=True,
    help="Whose entry types and fields to go by; auto: each file tells by what is in it.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github", "errorformat"]),
    default="text",
    show_default=True,
    help="text for people, json for programs, github for annotations in GitHub Actions, errorformat for editors.",
)
@click.option(
    "--select",
    metavar="RULES",
    help="Look for these only, with commas between; all: for everything, matters of taste too.",
)
@click.option("--ignore", metavar="RULES", help="Do not look for these.")
@click.option("--strict", is_flag=True, help="Exit code 1 for warnings, too.")
@click.option(
    "--list-rules",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_list_rules,
    help="Print all rules, each with one sentence, and exit.",
)
@quiet_option
def check(
    files: tuple[str, ...],
    model: Literal["bibtex", "biblatex", "auto"],
    form: Form,
    select: str | None,
    ignore: str | None,
    strict: bool,
    quiet: bool,
) -> None:
    """Reports what is wrong in .bib files, or looks so: what BibTeX, biber or LaTeX will stumble over, what is missing, what cannot
    be right. Nothing is changed, and nothing leaves the machine. - is standard input, a .bib file.

    A FILE that ends in .tex, .aux or .bcf is a paper: its cited keys are looked up in the .bib files given with it, or else in those that
    it names, which are then checked as well. Keys without an entry, entries that are not cited, keys that two .bib files have, and
    the like are told (--list-rules names them at the end). A .tex is read with all that it takes in by \\input, \\include and \\subfile.

    An error is what stops BibTeX, biber or LaTeX, loses something, or cannot be right; a warning is what is probably wrong. Files given
    together belong together: an @string or a crossref may lead from one to another.

    A comment directly above an entry takes rules out for it:

    \b
      % citekit: ignore title-capitals, year

    \b
    Examples:
      citekit check refs.bib
      citekit check paper.tex                       (with the .bib files it names)
      citekit check --ignore unused-entry paper.aux library.bib
      citekit check --select undefined-key chapter1.tex chapter2.tex refs.bib
      citekit check --list-rules
      citekit check --model biblatex --strict --ignore month strings.bib refs.bib
      citekit check --format github $(git ls-files '*.bib')
      citekit check --format errorformat refs.bib     (Vim: :cexpr system(…))

    \b
    Exit codes: 0 no error found (with --strict: nothing found);
    1 something found, or a file cannot be read; 2 the command was not understood.
    """
    from datetime import date

    from citekit.checking import Question
    from citekit.checking.paper import check_papers
    from citekit.readers.paper import is_paper

    standard_input_once(files)
    rules, paper_rules = _rules(select, ignore)
    question = Question(date.today().year, model, rules)
    paths = list(dict.fromkeys(files))
    papers = [paper for path in paths if is_paper(path) and (paper := _paper(path))]
    given = [path for path in paths if not is_paper(path)]
    bibliographies = given or _named(papers)
    texts = {path: text for path in bibliographies if (text := _read(path)) is not None}
    partly = len(texts) < len(bibliographies)
    findings = check_papers(papers, texts, question, paper_rules, given=bool(given), partly=partly)
    read = [*(paper.file for paper in papers), *texts]
    if not quiet or findings:
        _tell(findings, read, form, quiet)
    failing = [finding for finding in findings if strict or finding.severity == "error"]
    if failing or partly or not {*paths} <= {*read}:
        sys.exit(1)


def _rules(select: str | None, ignore: str | None) -> tuple[tuple[Rule, ...], tuple[PaperRule, ...]]:
    from citekit.checking.paper import chosen

    try:
        return chosen(_names(select), _names(ignore))
    except ValueError as error:
        raise click.UsageError(f"{error} (citekit check --list-rules names them)") from None


def _names(given: str | None) -> list[str]:
    return [name.strip().lower() for name in (given or "").split(",") if name.strip()]


def _read(path: str) -> str | None:
    """The text of a file; None where it cannot be read, which is told."""
    from citekit.encoding import decode
    from citekit.readers import bytes_of

    try:
        return decode(bytes_of(path), path)
    except InputError as error:
        click.echo(f"citekit: {error}", err=True)
        return None


def _paper(path: str) -> Paper | None:
    """A paper; None where it cannot be read, which is told."""
    from citekit.readers.paper import read_paper

    try:
        return read_paper(path)
    except InputError as error:
        click.echo(f"citekit: {error}", err=True)
        return None


def _named(papers: Sequence[Paper]) -> list[str]:
    """The `.bib` files that papers name, but for those that are not there: these are findings."""
    named = dict.fromkeys(path for paper in papers for path in paper.bibliographies)
    return [path for path in named if os.path.isfile(path)]


def _tell(findings: Sequence[Finding], files: Sequence[str], form: Form, quiet: bool) -> None:
    from citekit.checking.told import as_json, errorformat, github, text

    if form == "json":
        click.echo(as_json.told(findings, files))
        return
    if not files:
        return  # none could be read, which has been said
    if form == "text":
        colours = sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
        lines = list(text.told(findings, files, colours=colours))
    else:
        lines = list((github if form == "github" else errorformat).told(findings))
        if not quiet:
            click.echo(text.summary(findings, len(files)), err=True)
    if lines:
        click.echo("\n".join(lines), color=True)
