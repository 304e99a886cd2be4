"""Titles as we compare them: what they are about, where they break off, which numbers they hold."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import islice

from citekit.values.notices import notice
from citekit.values.text import fold_all
from citekit.values.titles import fold_title, without_markup, without_note

LONGEST = 2000
"""Letters of a title that are compared."""
_LEADING_YEAR = re.compile(r"\((?:(?:19|20)\d\d[a-z]?|in press)\)\W*", re.I)  # (1983) Learning by experimentation
# Deficiency of X: a case   X - a case   X? A case   X. A case   X [Mangel an X]   X (abstract)
_BREAK = re.compile(r"[:?!]\s|\s[-–—]+\s|—|--|\.\s+(?=\w{3})|\s[\[(]")
SHORTEST_HEAD = 12
_MOST_HEADS = 6


def about(title: str) -> tuple[str, str]:
    """What kind of notice a title announces and the title of the work itself (see `notices.notice`), without the year
    before it and the note behind it that databases add: `(1997) Erratum to: X [Russian]` → `correction`, `X`."""
    title = title[:LONGEST]
    if title[:1] == "(":
        title = _LEADING_YEAR.sub("", title)
    return notice(without_note(title))


def fold_titles(titles: Sequence[str]) -> list[str]:
    """`fold_title` of each, in a fraction of the time."""
    return fold_all([without_markup(title) if "<" in title else title for title in titles])


@lru_cache(maxsize=10_000)
def heads(title: str) -> tuple[str, ...]:
    """The beginnings of a title that end where a subtitle, translation or note begins, squashed, the shortest first."""
    breaks = islice(_BREAK.finditer(title, SHORTEST_HEAD), _MOST_HEADS)
    found = (fold_title(title[: each.start()]).replace(" ", "") for each in breaks)
    return tuple(dict.fromkeys(head for head in found if len(head) >= SHORTEST_HEAD))


def shortest_head(title: str) -> str:
    """The part of a title before its subtitle, not folded; `""` for a title without one."""
    found = _BREAK.search(title, SHORTEST_HEAD)
    return title[: found.start()] if found else ""


ROMAN = {
    "i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5", "vi": "6", "vii": "7", "viii": "8", "ix": "9", "x": "10",
}  # fmt: skip
_NUMBERED = frozenset(
    "part type phase stage class group section chapter volume vol book grade study report paper".split()
)
_DIGITS = re.compile(r"\d+")


@lru_cache(maxsize=10_000)
def numbers(title: str) -> tuple[str, ...]:
    """`part ii of il 1b` → `2`, `1`. A lone letter (`i`, `v`, `x`) is a number after *part* and the like, or at the end."""
    words = title.split()
    found: list[str] = []
    for place, word in enumerate(words):
        if not word.isalpha():
            found.extend(digits.lstrip("0") or "0" for digits in _DIGITS.findall(word))
        elif word in ROMAN and (
            len(word) > 1 or (place and (words[place - 1] in _NUMBERED or place == len(words) - 1))
        ):
            found.append(ROMAN[word])
    return tuple(found)
