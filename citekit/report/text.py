"""The story on a screen: what was read, what was merged and why, what is unsure, what to look at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from citekit.dedupe import Pair
from citekit.model import Library, Reference
from citekit.pipeline import Result
from citekit.report.account import Account, account
from citekit.report.matches import silence, summary, to_look_at
from citekit.report.words import count, format_name, is_own, place

_REASONS = 4  # of one work


def as_text(result: Result, output: str) -> str:
    """The story in plain lines; `output` is where the works were written."""
    told = account(result)
    sections = (_read(result), _merged(told), _doubts(told), _versions(told), _dois(result), _problems(told))
    lines = [line for section in sections for line in section]
    where = "standard output" if output == "-" else output
    lines.append(
        f"{count(len(result.references), 'record')} read, {count(len(result.merged), 'work')} written to {where}"
    )
    return "\n".join(lines) + "\n"


def _read(result: Result) -> Iterator[str]:
    yield "read"
    width = max((len(library.file) for library in result.inputs), default=0)
    for library in result.inputs:
        own = any(is_own(reference) for reference in library)
        parts = ["its own record"] if own else []
        if len(library) > own:
            parts.append(count(len(library) - own, "reference"))
        parts = parts or ["no references found"]
        yield f"  {library.file:{width}}  {format_name(library.format)}: {' and '.join(parts)}{_unused(library)}"


def _unused(library: Library) -> str:
    unused = [block for block in library.blocks if block.kind == "unused"]
    if not unused:
        return ""
    lines = sum(1 for block in unused for line in block.text.splitlines() if line.strip())
    return f"; {count(lines, 'line')} of other text not used (from line {unused[0].line})"


def _merged(told: Account) -> Iterator[str]:
    several = [(number, work) for number, work in enumerate(told.result.merged) if len(work.members) > 1]
    if several:
        yield "merged"
    for number, work in several:
        yield f"  {work.reference.key}  {_places(work.members)}"
        yield f"      {'; '.join(islice(told.reasons(number), _REASONS))}"
        for problem in work.problems:
            yield f"      {problem.message}"


def _places(members: Iterable[Reference]) -> str:
    return ", ".join(sorted(place(member) for member in members))


def _doubts(told: Account) -> Iterator[str]:
    if told.unsure:
        yield "unsure, kept apart"
    for pair in told.unsure:
        yield from _pair(told, pair)


def _versions(told: Account) -> Iterator[str]:
    if told.versions:
        yield "preprint and published form, kept apart"
    for each in told.versions:
        preprint, published = (told.result.merged[number].reference.key for number in (each.preprint, each.published))
        yield f"  {preprint} is a preprint of {published}"
        if each.pair:
            yield f"      {'; '.join(told.pair_reasons(each.pair))}"


def _pair(told: Account, pair: Pair) -> Iterator[str]:
    references = told.result.references
    yield f"  {place(references[pair.left])} and {place(references[pair.right])}"
    yield f"      {'; '.join(told.pair_reasons(pair))}"


def _dois(result: Result) -> Iterator[str]:
    if not result.matches:
        return
    yield "DOIs"
    yield f"  {summary(result.matches)}"
    for group in to_look_at([work.reference.key for work in result.merged], result.matches):
        yield from (f"  {line}" for line in group.lines())
    yield from (f"  {line}" for line in silence(result.matches))


def _problems(told: Account) -> Iterator[str]:
    if told.problems:
        yield "please look at"
    for problem in told.problems:
        yield f"  {problem}"
