"""The numbers of a merge as a flow diagram in the manner of PRISMA 2020 (Page et al., BMJ 2021;372:n71)."""

from __future__ import annotations

from collections.abc import Iterator

from citekit.report.account import Account
from citekit.report.counts import Counts, counts
from citekit.report.page.elements import Markup, element, join
from citekit.report.words import count

_MOST_INPUTS = 12  # named in the diagram


def diagram(told: Account) -> Markup:
    """Records identified in each input → duplicates removed → works; beside them what is left to look at."""
    numbers = counts(told)
    return element(
        "figure",
        element("div", "Identification", class_="stage"),
        _box("main", "Records identified", numbers.records, _inputs(told)),
        element("div", class_="right"),
        _box("side", "Duplicate records removed", numbers.duplicates, _removed(numbers)),
        element("div", class_="down"),
        element("div", "Included", class_="stage"),
        _box("main", "Works in the bibliography", numbers.works, _works(numbers)),
        element("div", class_="right"),
        _box("side", "For a person to look at", None, _open(numbers)),
        element("figcaption", sentence(told)),
        class_="flow",
        aria_label="Flow of the records",
    )


def sentence(told: Account) -> str:
    """The diagram in words."""
    numbers = counts(told)
    inputs = count(len(told.result.inputs), "input")
    return (
        f"{count(numbers.records, 'record')} from {inputs}; {count(numbers.duplicates, 'duplicate')} removed;"
        f" {count(numbers.works, 'work')} left, {numbers.merged:,} of them made from several records."
    )


def _box(place: str, title: str, number: int | None, lines: Iterator[str]) -> Markup:
    said = "" if number is None else f" (n = {number:,})"
    inside = [element("li", line) for line in lines]
    return element(
        "div", element("strong", title), said, element("ul", *inside) if inside else "", class_=f"box {place}"
    )


def _inputs(told: Account) -> Iterator[str]:
    inputs = told.result.inputs
    for library in inputs[:_MOST_INPUTS]:
        yield join(library.file, f" (n = {len(library):,})")
    if rest := inputs[_MOST_INPUTS:]:
        records = sum(len(library) for library in rest)
        yield f"{count(len(rest), 'more input')} (n = {records:,})"


def _removed(numbers: Counts) -> Iterator[str]:
    if numbers.merged:
        yield f"merged into {count(numbers.merged, 'work')} (see below)"


def _works(numbers: Counts) -> Iterator[str]:
    yield f"made from several records (n = {numbers.merged:,})"
    yield f"from one record (n = {numbers.works - numbers.merged:,})"
    if numbers.versions:
        yield f"linked as preprint and published form, pairs (n = {numbers.versions:,})"


def _open(numbers: Counts) -> Iterator[str]:
    yield f"unsure pairs, kept apart (n = {numbers.unsure:,})"
    yield f"conflicts between copies (n = {numbers.conflicts:,})"
    yield f"other problems (n = {numbers.problems:,})"
