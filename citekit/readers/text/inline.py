"""Several references in one paragraph: run together, or parted by semicolons in a footnote.

We cut only where both sides are references; a reference wrongly cut is worse than two left together.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import pairwise

from citekit.readers.text.furniture import without_furniture
from citekit.readers.text.items import without_signal
from citekit.readers.text.likeness import (
    UPPER,
    YEAR,
    is_dated,
    score,
    starts_like_reference,
)

_FAMILY = rf"[{UPPER}][\w’'‐-]{{1,40}}"
_AUTHORS_AND_YEAR = re.compile(
    rf"(?:v[ao]n |de |{_FAMILY} )?{_FAMILY}, (?:[{UPPER}]\.[ -]?){{1,4}}(?:(?:,? (?:&|and|und|et|y|e) |, ?){_FAMILY}, (?:[{UPPER}]\.[ -]?){{1,4}}){{0,30}},? ?\((?:1[5-9]|20)\d\d"
)
# 354–7.   2001)   10.1000/x   12: e123   (2016)   A&A, 520, A83   113 032501   arXiv:1509.06322   Diss. 216 p.
_CLOSES = re.compile(
    r"(?:\d ?[-–—]{1,2} ?[A-Za-z]?\d{1,6}[a-z]?|\b(?:1[5-9]|20)\d\d[a-z]?\)?|(?<!\d)10\.\d{4,9}/\S{1,100}|: ?[eE]?\d{1,7}|\(\d{1,4}\)"
    r"|\d,? [A-Z]?\d{1,7}|arXiv ?: ?\S{4,20}|\b[ps]p?\. ?\d{1,4}|\d ?pp?|https?://\S{1,100}|\[[A-Za-z ]{3,30}\]|\))[.;]?$"
)
_HEADING = r"(?:References|REFERENCES|Bibliography|Literature [Cc]ited|Works [Cc]ited|Literatur(?:verzeichnis)?|Références|Referencias)[:.]?"
_HEADED = re.compile(rf"\b{_HEADING}$")
_HEAD = re.compile(rf"{_HEADING} (?=[{UPPER}])")
_GAP = re.compile(rf"(?<=[\w.)\]/;:®]) (?=[{UPPER}]|v[ao]n |de )")
_SHORTEST = 25
_FEW = 4  # so few may well be one reference with its translation
_WINDOW = 121


def run_on(text: str) -> list[str]:
    """References one after the other in a paragraph → each; the paragraph itself where that is not safe.

    A cut needs an end (pages, a year, a DOI, a link label) and authors behind it, or authors with their year; what it cuts off must
    be dated, and most pieces must look like references. A piece that does not stays with the one before it, but prose may lead.
    """
    pieces = _pieces(text)
    enough = 3 if len(pieces) > _FEW else 4
    good = [score(piece) >= enough and bool(YEAR.search(piece)) for piece in pieces]
    if sum(good) * 5 < len(pieces) * 3 and sum(good) < len(pieces) - 1:
        return [text]
    starts = [place for place, one in enumerate(good) if place == 0 or one]
    joined = [" ".join(pieces[a:b]) for a, b in pairwise([*starts, len(pieces)])]
    return [without_furniture(piece) for piece in joined] if len(joined) > 1 else [text]


def _pieces(text: str) -> list[str]:
    dated = [found.start() for found in YEAR.finditer(text)]
    head = _HEAD.match(text)
    starts = [0, head.end()] if head else [0]
    for found in _GAP.finditer(text, _SHORTEST if dated else len(text)):
        at, last = found.end(), starts[-1]
        if at - last < _SHORTEST or not starts_like_reference(text[at : at + _WINDOW]):
            continue
        before = text[max(last, at - _WINDOW) : at - 1]
        if _HEADED.search(before) or (
            bisect_left(dated, last) < bisect_left(dated, at - 1) < len(dated) and _parts(text, before, at)
        ):
            starts.append(at)
    return [text[a:b].strip() for a, b in pairwise([*starts, len(text)])]


def _parts(text: str, before: str, at: int) -> bool:
    if before.endswith(".") and _AUTHORS_AND_YEAR.match(text, at):
        return True
    return bool(_CLOSES.search(before)) or without_furniture(before) != before


_SEMICOLON = re.compile(
    rf"; ?(?:and |und |et )?(?:\(?[b-z]\) ?)?(?=(?:[Ss]ee (?:also )?|[Cc]f\. |[Vv]gl\. )?[{UPPER}\"“„‘])"
)
_NAMED = re.compile(
    rf"(?:\(?a\) ?)?(?:{_FAMILY}(?: (?:and|&|und|et) {_FAMILY}| et al\.?)?, [{UPPER}\"“„‘]|(?:{_FAMILY} )(?:[{UPPER}]\.? ){{0,2}}{_FAMILY}, [{UPPER}\"“„‘]"
    rf"|(?:[{UPPER}]\.[ -]?){{1,3}}{_FAMILY})"
)
_PLACED = re.compile(
    r"\([^()]{0,80}\b(?:1[5-9]|20)\d\d[a-z]?\)|\b(?:1[5-9]|20)\d\d, \d"
)  # (Oxford 1999)   1999, 12, 345
_WORD = re.compile(r"[^\W\d_]{2,}")
_MOST_WORKS = 40


def works(text: str) -> list[str]:
    """The works one footnote names, parted by semicolons; the footnote itself if that is not what they part."""
    pieces = _SEMICOLON.split(text, maxsplit=_MOST_WORKS) if len(text) <= 3000 else [text]
    if not 1 < len(pieces) <= _MOST_WORKS:
        return [text]
    groups = [pieces[0]]
    for piece in pieces[1:]:
        if _is_work(groups[-1]):
            groups.append(piece)
        else:
            groups[-1] += f"; {piece}"
    if len(groups) > 1 and not _is_work(groups[-1]):
        groups[-2:] = ["; ".join(groups[-2:])]
    return groups if len(groups) > 1 else [text]


def _is_work(text: str) -> bool:
    """An author, a title and a year with its place or numbers. `Smith 1999, 12` is a short cite, `Lipo, C. P.` a name."""
    text = without_signal(text)
    if len(text) < 25 or not (_NAMED.match(text) or starts_like_reference(text)) or not is_dated(text):
        return False
    return len(_WORD.findall(text)) >= 4 and (bool(_PLACED.search(text)) or score(text) >= 3)
