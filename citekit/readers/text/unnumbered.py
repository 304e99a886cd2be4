"""Lists without numbers: one a line, one a paragraph, hanging, wrapped flush, bulleted, parted by link labels.

No page says how it parts its references, but every page does it in one way. So we ask the lines themselves: those that begin with
an author below what may be an end are probably starts. How blank lines, short lines, indents and bullets go with those is counted
on the page, and what was counted decides about the lines that do not show what they are; then it is counted once more.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import log

from citekit.readers.text.furniture import without_arrows, without_furniture
from citekit.readers.text.items import Item, ends_list, joined
from citekit.readers.text.likeness import goes_on, is_dated, may_end, starts_like_reference
from citekit.readers.text.running import Line

_BULLET = re.compile(r"(?:[•●▪◦‣∙·*–-]|[↵↑⇑^])(?:\s+(?=\S)|$)")
_ARROWS = "^↵↑⇑"
_IDENTIFIER = re.compile(r"(?:doi: ?10\.|https?://(?:dx\.)?doi\.org/|PMID: ?\d|PMCID: ?P|arXiv: ?\d)", re.IGNORECASE)
_OPEN_END = re.compile(
    r"(?:[,&(‐–—:/-]|\b(?:and|und|et|y|e|of|the|in|In|for|de|der|des|la|von|to|on|a|an|with|by|from|pp?|vol|no)\.?)$"
)
_NO_START = re.compile(r"[^\W\d_A-Z](?<=[a-zß-öø-ÿ])|[,;:)\]&.%/-]|\d")
_DEEPER = 2  # columns: less is no indent but a slip
_SHORT = 0.87  # of the width: the next line's first word would have had room

# What may part references: how often each goes with a start and with another line before anything was counted, as if seen on so
# many lines (few where it is done on purpose or not at all), and the least that it says for a start where it is seen.
_SIGNS = {
    "blank": (0.4, 0.08, 4.0, 0.0),
    "short": (0.7, 0.15, 4.0, 0.0),
    "deep": (0.1, 0.3, 1.0, -4.0),
    "bullet": (0.1, 0.01, 4.0, 1.0),
}
_MOST = 4.0
_ROUNDS = 3
_COMPLETE, _INCOMPLETE = 0.7, -1.5
_SURELY = 20.0


@dataclass(frozen=True, slots=True)
class _Row:
    """A line with words: what they say for a start (log-odds), and which signs are seen with it, a bit each."""

    line: Line
    opens: bool  # begins like a reference
    dated: bool
    points: float
    signs: int
    torn: bool  # a page ended above it: what parts the two lines says nothing


def items(lines: Sequence[Line]) -> list[Item]:
    """The lines parted into what seems one reference, or one paragraph of other text, each; every line with words is in one."""
    rows = _rows(lines)
    if not rows:
        return []
    starts = [0, *(i for i in range(1, len(rows)) if rows[i].opens and may_end(rows[i - 1].line.text))]
    for _ in range(_ROUNDS):
        starts = _starts(rows, _weights(rows, starts))
    found = (joined([row.line for row in rows[a:b]]) for a, b in pairwise([*starts, len(rows)]))
    return [item for item in found if item]


# ---------------------------------------------------------------- what is seen


def _rows(lines: Sequence[Line]) -> list[_Row]:
    width = _width([len(line.text) for line in lines if line.text]) * _SHORT
    base = min((line.indent for line in lines if line.text), default=0) + _DEEPER
    rows: list[_Row] = []
    above = ""
    blank = closed = bullet = torn = False
    for line in lines:
        if not line.text:
            blank, closed, torn = True, closed or line.closes, torn or line.ends_page
            continue
        mark = _BULLET.match(line.text)
        if mark and mark.end() == len(line.text):
            bullet = True  # the text is on the next line
            continue
        text = line.text[mark.end() :] if mark and line.text[0] not in _ARROWS else without_arrows(line.text)
        ends = ends_list(text)
        opens = starts_like_reference(text)
        short = bool(above) and len(above) + 1 + len(text.split(" ", 1)[0]) < width
        signs = (blank, short, line.indent >= base, bool(mark) or bullet)
        rows.append(
            _Row(
                line=line if text == line.text else replace(line, text=text),
                opens=opens,
                dated=is_dated(text),
                points=_points(above, text, opens) + _SURELY * (closed or ends),
                signs=sum(1 << place for place, sign in enumerate(signs) if sign),
                torn=torn,
            )
        )
        above, blank, bullet = text, False, False
        closed, torn = ends or without_furniture(text) != text, line.ends_page
    return rows


def _width(lengths: Sequence[int]) -> int:
    """How wide lines are: nine in ten are not wider."""
    return sorted(lengths)[len(lengths) * 9 // 10] if lengths else 0


def _points(above: str, text: str, opens: bool) -> float:
    """What the words at the end of a line and at the head of the next say for a start."""
    if len(text) < 200 and (identifier := _IDENTIFIER.match(text)):
        return _SURELY if identifier[0].casefold() in above[-200:].casefold() else -_SURELY
    points = -1.0 + (2.5 if opens else -3.0 if _NO_START.match(text) else 0.0)
    points += 1.0 if may_end(above) else -2.5 if _OPEN_END.search(above[-20:]) else -0.7
    return points - 2.0 * goes_on(text)


# ---------------------------------------------------------------- what it means on this page


def _weights(rows: Sequence[_Row], starts: Sequence[int]) -> list[float]:
    """What each combination of signs says for a start (log-odds), if these are the starts.

    Only lines near a start that an author shows are counted: the rest of the page has ways of its own.
    """
    begun = set(starts)
    near = {i for index in starts if rows[index].opens for i in range(index - 2, index + 6)}
    counted = [i for i in range(1, len(rows)) if i in near and not rows[i].torn]
    with_start = [rows[i].signs for i in counted if i in begun]
    with_other = [rows[i].signs for i in counted if i not in begun]
    weights = [0.0] * (1 << len(_SIGNS))
    for place, (prior, other_prior, lines, least) in enumerate(_SIGNS.values()):
        p, q = _share(with_start, place, prior, lines), _share(with_other, place, other_prior, lines)
        seen, unseen = max(least, min(_MOST, log(p / q))), max(-_MOST, log((1 - p) / (1 - q)))
        for signs in range(len(weights)):
            weights[signs] += seen if signs >> place & 1 else unseen
    return weights


def _share(signs: Sequence[int], place: int, prior: float, lines: float) -> float:
    seen = sum(sign >> place & 1 for sign in signs)
    return (seen + prior * lines) / (len(signs) + lines)


def _starts(rows: Sequence[_Row], weights: Sequence[float]) -> list[int]:
    starts = [0]
    dated = rows[0].dated
    for index in range(1, len(rows)):
        row = rows[index]
        complete = dated or not rows[starts[-1]].opens
        points = row.points + (_COMPLETE if complete else _INCOMPLETE)
        if points + (0.0 if row.torn else weights[row.signs]) > 0:
            starts.append(index)
            dated = False
        dated = dated or row.dated
    return starts
