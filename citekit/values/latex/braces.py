"""Braces as BibTeX counts them, and blanks as TeX does."""

from __future__ import annotations

import re

_BLANKS = re.compile(r"[ \t\r\n\f\v]+")  # what TeX reads as one space; U+00A0 is text


def spaced(text: str) -> str:
    """The text with one space for every run of blanks and none at its ends."""
    return _BLANKS.sub(" ", text).strip(" ")


def balanced(text: str) -> bool:
    r"""Do the braces balance as BibTeX counts them, `\{` included?"""
    depth = 0
    for brace in re.findall("[{}]", text):
        depth += 1 if brace == "{" else -1
        if depth < 0:
            return False
    return depth == 0
