"""The words of a page → its text in reading order, with the indents and the blank lines that show where paragraphs begin."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise
from statistics import median

from citekit.readers.pdf.document import Line

_CHARACTER = 5.0  # points: about a letter of a reference list in print
_DEEPEST_INDENT = 12
_PARAGRAPH = 1.35  # lines further apart than this many usual lines have a blank one between them


def page_text(lines: Sequence[Line]) -> str:
    """The page's text. Columns come one after the other, whatever the order of the file."""
    lines = [line for line in lines if line]
    gutters = _gutters(lines)
    if gutters and _jumps(lines, gutters):
        lines = _by_columns(lines, gutters)
    return "\n".join(_written(lines, gutters))


# ---------------------------------------------------------------- columns

_LEAST_LINES = 8  # in a column
_LEAST_WIDTH = 7.0  # points, of the white between columns
_STEP = 2.0
_CROSSING = 0.4  # for each line of the shorter side: titles, abstracts and figures run across
_FILLED = 0.55  # of its column: lines of text take more, cells of tables less
_MOST_JUMPS = 6  # back and forth between columns, as figures and footnotes make them


def _gutters(lines: Sequence[Line]) -> list[float]:
    """The middles of the white stripes between columns, from left to right; empty for a page without columns.

    A stripe has many lines on either side and few across, and the columns beside it are filled.
    """
    parts = [(part[0].left, part[-1].right) for line in lines for part in _at_gaps(line)]
    if len(parts) < 2 * _LEAST_LINES:
        return []
    left, right = min(start for start, _ in parts), max(stop for _, stop in parts)
    steps = int((right - left) / _STEP)
    if not 10 < steps < 5000:
        return []
    ended, begun = [0] * (steps + 2), [0] * (steps + 2)
    for start, stop in parts:
        begun[int((start - left) / _STEP)] += 1
        ended[min(steps, int((stop - left) / _STEP)) + 1] += 1
    before, started = list(accumulate(ended)), list(accumulate(begun))  # wholly left of a step; begun at it or before
    white = [
        min(before[step], len(parts) - started[step]) >= _LEAST_LINES
        and started[step] - before[step] <= _CROSSING * min(before[step], len(parts) - started[step])
        for step in range(steps + 1)
    ]
    found = [
        left + (a + b + 1) / 2 * _STEP
        for a, b in _stretches(white)
        if (b - a + 1) * _STEP >= _LEAST_WIDTH and steps * 0.2 < a and b < steps * 0.85
    ]
    return found if _are_filled(parts, [left, *found, right]) else []


def _are_filled(parts: Sequence[tuple[float, float]], edges: Sequence[float]) -> bool:
    for left, right in pairwise(edges):
        widths = [stop - start for start, stop in parts if start >= left - 1 and stop <= right + 1]
        if sum(width for width in widths if width >= _FILLED * (right - left)) < sum(widths) / 2:
            return False
    return True


def _at_gaps(line: Line) -> list[Line]:
    """A line cut where the white between its words is wide enough for a gutter, or where it jumps back."""
    parts = [line[:1]]
    for before, word in pairwise(line):
        if word.left - before.right + 1 < 0 or word.left - before.right >= _LEAST_WIDTH:
            parts.append([word])
        else:
            parts[-1].append(word)
    return parts


def _stretches(white: Sequence[bool]) -> list[tuple[int, int]]:
    edges = [index for index, (before, now) in enumerate(pairwise([False, *white, False])) if before != now]
    return [(start, stop - 1) for start, stop in zip(edges[::2], edges[1::2], strict=True)]


def _jumps(lines: Sequence[Line], gutters: Sequence[float]) -> bool:
    """Does the file go through the page row by row, across the columns?"""
    columns = [_column(part, gutters) for line in lines for part in _apart(line, gutters)]
    inside = [column for column in columns if column is not None]
    return sum(b < a for a, b in pairwise(inside)) > _MOST_JUMPS


def _column(line: Line, gutters: Sequence[float]) -> int | None:
    """Which column the line stands in, from 0; None for one that runs across."""
    column = sum(line[0].left > gutter for gutter in gutters)
    return column if sum(line[-1].right > gutter for gutter in gutters) == column else None


def _apart(line: Line, gutters: Sequence[float]) -> list[Line]:
    """A line cut at the gutters it has only white at; one with a word on a gutter, or a plain space, runs across and stays."""
    parts: list[Line] = []
    for part in _at_gaps(line):
        if parts and _column([*parts[-1], *part], gutters) is not None:
            parts[-1] = [*parts[-1], *part]
        else:
            parts.append(part)
    return parts


def _by_columns(lines: Sequence[Line], gutters: Sequence[float]) -> list[Line]:
    """From the top down; between two lines that run across, column by column."""
    parts = sorted((part for line in lines for part in _apart(line, gutters)), key=lambda part: -part[0].baseline)
    ordered: list[Line] = []
    columns: list[list[Line]] = [[] for _ in range(len(gutters) + 1)]
    for part in parts:
        column = _column(part, gutters)
        if column is None:
            ordered += [each for lines_of_one in columns for each in lines_of_one]
            columns = [[] for _ in columns]
            ordered.append(part)
        else:
            columns[column].append(part)
    return [*ordered, *(each for lines_of_one in columns for each in lines_of_one)]


# ---------------------------------------------------------------- indents and blank lines


def _written(lines: Sequence[Line], gutters: Sequence[float]) -> list[str]:
    edges = _edges(lines, gutters)
    usual = _usual_distance(lines)
    written: list[str] = []
    for number, line in enumerate(lines):
        if number and usual * _PARAGRAPH < lines[number - 1][0].baseline - line[0].baseline < usual * 4:
            written.append("")
        indent = round((line[0].left - edges.get(_column(line, gutters), line[0].left)) / _CHARACTER)
        text = " ".join(word.text for word in line)
        written.append(" " * (indent if 0 < indent <= _DEEPEST_INDENT else 0) + text)
    return written


def _edges(lines: Sequence[Line], gutters: Sequence[float]) -> dict[int | None, float]:
    """The left edge of each column: where at least a few of its lines begin."""
    starts: dict[int | None, list[float]] = {}
    for line in lines:
        starts.setdefault(_column(line, gutters), []).append(line[0].left)
    return {column: sorted(lefts)[len(lefts) // 10] for column, lefts in starts.items()}


def _usual_distance(lines: Sequence[Line]) -> float:
    distances = [a[0].baseline - b[0].baseline for a, b in pairwise(lines)]
    downwards = [distance for distance in distances if 2 < distance < 40]
    return median(downwards) if downwards else 12.0
