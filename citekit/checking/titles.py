"""What of a title BibTeX may change: the text outside braces."""

from __future__ import annotations

import re

_MARK = re.compile(r"\\[A-Za-z]+|\\.|[{}]|\$(?:\\.|[^$\\])*\$", re.DOTALL)
_BRACED = re.compile(r"\{[^{}]*\}")
_CAPITAL = re.compile(r"[A-Z]")
_LETTERS = frozenset({"\\AA", "\\AE", "\\OE"})  # in lower case they are the small letters


def outside_braces(title: str) -> str:
    """The title as long as it was, with `\\0` for all that stands in braces, in maths or in commands."""
    if not _MARK.search(title):
        return title
    out: list[str] = []
    depth = at = 0
    for mark in _MARK.finditer(title):
        out.append(title[at : mark.start()] if not depth else "\0" * (mark.start() - at))
        depth = max(depth + (mark[0] == "{") - (mark[0] == "}"), 0)
        out.append("\0" * len(mark[0]))
        at = mark.end()
    return "".join([*out, title[at:] if not depth else "\0" * (len(title) - at)])


def bare_maths(title: str) -> str:
    """The first formula or command outside braces, which lower case would spoil: `$SU(3)$`, `\\LaTeX`; else `""`."""
    depth = 0
    for mark in _MARK.finditer(title):
        depth = max(depth + (mark[0] == "{") - (mark[0] == "}"), 0)
        if depth == 0 and len(mark[0]) > 2 and _CAPITAL.search(_BRACED.sub("", mark[0])) and mark[0] not in _LETTERS:
            return mark[0]
    return ""


def is_braced(title: str) -> bool:
    """Is all of it in one pair of braces?"""
    if not (title.startswith("{") and title.endswith("}")):
        return False
    depth = 0
    for place, letter in enumerate(title):
        depth += (letter == "{") - (letter == "}")
        if depth == 0:
            return place == len(title) - 1
    return False


def is_capitals(title: str) -> bool:
    """Is it all in capitals, two words or more?"""
    text = outside_braces(title)
    letters = sum(map(str.isalpha, text))
    return letters >= 12 and text.upper() == text and len(text.split()) > 1
