"""Several references on one line: numbered (`… 354–7. 2. Ivker RA, …`), run together, or parted by semicolons in a footnote.

We cut only where both sides are references; a reference wrongly cut is worse than two left together.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from citekit.readers.text.items import without_signal
from citekit.readers.text.likeness import (
    UPPER,
    is_dated,
    looks_like_reference,
    may_end,
    score,
    starts_like_title,
    starts_with_author,
)
from citekit.readers.text.lists import PATTERNS, marks
from citekit.readers.text.running import Line

# The schemes of `lists.PATTERNS` that also stand in the middle of a line.
INLINE = {
    "[n]": re.compile(r"\[(\d{1,4})\]\s*(?=[^\s\]]|$)"),  # 354–7. [2] Ivker
    "(n)": re.compile(r"(?<=\s)\((\d{1,3})\)\s*(?=[^\s)]|$)"),  # 354–7. (2) Ivker
    "n.": re.compile(r"(?<=\s)(\d{1,3})[.)](?:\s*\1[.)])?\s*(?=[^\d\s]|$)"),  # 354–7. 2. Ivker   354–7. 2. 2.Ivker
    "n ": re.compile(rf"(?<=\s)(\d{{1,3}})\s(?=[{UPPER}])"),  # 354–7. 2 Ivker
}
_PLAIN = frozenset({"[n]", "(n)"})  # hardly anything else is written so: a capital letter behind it is enough
_VOLUME = re.compile(
    r"\b(?:vol|no|nr|bd|band|pp?|ed|ch|chap|kap|pt|heft|art|fig|ser|suppl|issue|tome?|rev|rfc)\.?$", re.IGNORECASE
)
_LONG = 40


@dataclass(frozen=True, slots=True)
class _Candidate:
    start: int
    number: int
    strong: bool  # an author stands behind it
    weak: bool  # a title or a body may stand behind it


def broken(lines: Sequence[Line], scheme: str) -> list[Line]:
    """The lines, those with list numbers inside cut before each number that goes on counting. All text is kept."""
    if all(len(line.text) <= _LONG for line in lines):
        return list(lines)
    heads = {mark.index: mark.number for mark in marks(lines, scheme) if not mark.bare}
    following = _following(heads, len(lines))
    result: list[Line] = []
    expected: int | None = None
    for index, line in enumerate(lines):
        head = heads.get(index)
        if head and (expected is None or head == 1 or expected <= head <= expected + 5):
            expected = head + 1
        if len(line.text) <= _LONG:
            result.append(line)
            continue
        below = lines[index + 1].text[:120] if index + 1 < len(lines) else ""
        cuts, expected = _cuts(line.text, below, scheme, expected, following[index])
        bounds = [0, *cuts, len(line.text)]
        pieces = [line.text[a:b].strip() for a, b in pairwise(bounds)]
        result.extend(replace(line, text=piece) for piece in pieces if piece or len(pieces) == 1)
    return result


def _following(heads: dict[int, int], length: int) -> list[int | None]:
    """For each line, the number at the head of the next line that has one."""
    following: list[int | None] = [None] * length
    for index in range(length - 2, -1, -1):
        following[index] = heads.get(index + 1, following[index + 1])
    return following


def _cuts(text: str, below: str, scheme: str, expected: int | None, head: int | None) -> tuple[list[int], int | None]:
    """Where to cut the line, and the number to be expected on the next one."""
    candidates = _candidates(text, below, scheme)
    better = _better_ones(candidates)
    cuts = []
    for place, candidate in enumerate(candidates):
        counts_on = candidate.number == expected or (candidate.number == 1 and candidate.strong)
        taken_below = head is not None and head != 1 and candidate.number >= head
        if not counts_on or taken_below or not (candidate.strong or candidate.weak) or better[place]:
            continue
        before = text[max(0, candidate.start - 400) : candidate.start].rstrip()
        if before and candidate.number > 1 and (not may_end(before) or _VOLUME.search(before[-12:])):
            continue
        if candidate.start:
            cuts.append(candidate.start)
        expected = candidate.number + 1
    return cuts, expected


def _candidates(text: str, below: str, scheme: str) -> list[_Candidate]:
    found = []
    head = PATTERNS[scheme].match(text)
    for match in INLINE[scheme].finditer(text, head.end() if head else 0):
        rest = f"{text[match.end() : match.end() + 120]} {below}"[:120].lstrip()  # the number may end the line
        weak = starts_like_title(rest) and (scheme in _PLAIN or " " in rest) and scheme != "n "
        found.append(_Candidate(match.start(), int(match[1]), starts_with_author(rest), weak))
    return found


def _better_ones(candidates: Sequence[_Candidate]) -> list[bool]:
    """For each weak candidate: does a strong one with its number come before a strong one with the next number?"""
    ahead: dict[int, int] = {}
    better = [False] * len(candidates)
    for place in range(len(candidates) - 1, -1, -1):
        candidate = candidates[place]
        same, successor = ahead.get(candidate.number), ahead.get(candidate.number + 1)
        if candidate.strong:
            ahead[candidate.number] = place
        else:
            better[place] = same is not None and (successor is None or same < successor)
    return better


# ---------------------------------------------------------------- without numbers

_FAMILY = rf"[{UPPER}][\w’'‐-]{{1,40}}"
_AUTHORS_AND_YEAR = re.compile(
    rf"(?:v[ao]n |de |{_FAMILY} )?{_FAMILY}, (?:[{UPPER}]\.[ -]?){{1,4}}(?:(?:,? (?:&|and|und|et|y|e) |, ?){_FAMILY}, (?:[{UPPER}]\.[ -]?){{1,4}}){{0,30}},? ?\((?:1[5-9]|20)\d\d"
)
_CLOSES = re.compile(
    r"(?:\d ?[-–—]{1,2} ?[A-Za-z]?\d{1,6}[a-z]?|\b(?:1[5-9]|20)\d\d[a-z]?\)?|(?<!\d)10\.\d{4,9}/\S{1,100}|: ?[eE]?\d{1,7}|\(\d{1,4}\))[.;]?$"
)
_GAP = re.compile(rf"(?<=[\w.)\]/;]) (?=[{UPPER}]|v[ao]n |de )")


def run_on(text: str) -> list[str]:
    """References one after the other in a paragraph → each; the paragraph itself where that is not safe.

    A cut needs an end (pages, a year, a DOI) and authors behind it, or authors with their year; both sides must look like references.
    """
    cuts = [found.end() for found in _GAP.finditer(text, 40) if _parts(text, found.end())]
    bounds = [0, *cuts, len(text)]
    pieces = [text[a:b].strip() for a, b in pairwise(bounds)]
    if not looks_like_reference(pieces[0]):
        return [text]
    starts = [place for place, piece in enumerate(pieces) if place == 0 or looks_like_reference(piece)]
    return [" ".join(pieces[a:b]) for a, b in pairwise([*starts, len(pieces)])]


def _parts(text: str, at: int) -> bool:
    before = text[max(0, at - 121) : at - 1]
    if text[at - 2] == "." and _AUTHORS_AND_YEAR.match(text, at):
        return True
    return starts_with_author(text, at, at + 120) and bool(_CLOSES.search(before))


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
    if len(text) < 25 or not (_NAMED.match(text) or starts_with_author(text)) or not is_dated(text):
        return False
    return len(_WORD.findall(text)) >= 4 and (bool(_PLACED.search(text)) or score(text) >= 4)
