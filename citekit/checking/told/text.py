"""For people: by file, each finding on a line, then how many there are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from citekit.checking.finding import Finding

_COLOURS = {"error": "31", "warning": "33", "place": "2", "file": "4", "key": "1"}


def told(findings: Sequence[Finding], files: Sequence[str], *, colours: bool) -> Iterator[str]:
    """Lines of text. `files` are all that were looked at. With `colours` they have escape sequences for a terminal in them."""

    def paint(text: str, how: str) -> str:
        return f"\x1b[{_COLOURS[how]}m{text}\x1b[0m" if colours else text

    for file, group in groupby(findings, lambda finding: finding.file):
        these = list(group)
        width = max(len(_place(finding)) for finding in these)
        yield paint(file, "file")
        for finding in these:
            place = paint(_place(finding).rjust(width), "place")
            severity = paint(finding.severity, finding.severity) + " " * (7 - len(finding.severity))
            key = paint(finding.key, "key") + ": " if finding.key else ""
            yield f"  {place}  {severity}  {key}{finding.message}  {paint(f'[{finding.rule}]', 'place')}"
        yield ""
    yield summary(findings, len(files))


def summary(findings: Sequence[Finding], files: int) -> str:
    """`2 errors and 1 warning in 3 files`"""
    number = Counter(finding.severity for finding in findings)
    where = _count(files, "file")
    if not findings:
        return f"nothing found in {where}"
    return f"{_count(number['error'], 'error')} and {_count(number['warning'], 'warning')} in {where}"


def _place(finding: Finding) -> str:
    return f"{finding.line}:{finding.column}"


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
