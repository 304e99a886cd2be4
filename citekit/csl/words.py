"""Words of marked text, for text cases."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from citekit.csl import marks

_MARK = re.compile(marks.ANY)
_MARKS = re.compile(marks.ANY + "+")
_LETTERS = re.compile(r"\w")
_FIRST = re.compile(r"[^\W_]")
_RUN = re.compile(r"\S+")
_WORD = re.compile(r"""[^\s()\[\]{}<>"“”„«»,;:!?…|+=&@*~/–—-]+""")
_AROUND = ".'’‘`"


@dataclass(slots=True)
class Word:
    """A word at `start` to `end`. Its `core` is without marks and begins and ends with a letter or digit, roughly: `’n’` is `n`."""

    start: int
    end: int
    first: int
    """The place of its first letter or digit."""
    core: str

    @property
    def is_small(self) -> bool:
        """Begins with a letter and has no capital: not `iPad`, not `3d`."""
        return self.core[0].isalpha() and self.core == self.core.lower()

    @property
    def is_capitalized(self) -> bool:
        """`Word`, but not `DNA`, `McNemar` or a letter alone other than `A`."""
        rest = self.core[1:]
        return self.core[0].isupper() and rest == rest.lower() and (rest != "" or self.core == "A")


def runs(text: str) -> Iterator[Word]:
    """What blanks part: `Out-of-fashion` is one word."""
    return _words(_RUN, text)


def words(text: str) -> Iterator[Word]:
    """What blanks, punctuation, brackets, dashes and hyphens part; `’`, `.` and the hyphen U+2010 belong to words."""
    return _words(_WORD, text)


def _words(pattern: re.Pattern[str], text: str) -> Iterator[Word]:
    for match in pattern.finditer(text):
        token, start = match[0], match.start()
        if token.isalpha():
            yield Word(start, match.end(), start, token)
        elif first := _FIRST.search(token):
            core = _MARKS.sub("", token[first.start() :]).rstrip(_AROUND)
            yield Word(start, match.end(), start + first.start(), core)


def parts(text: str, holding: str) -> Iterator[tuple[str, bool]]:
    """The text in parts, and of each whether it is inside one of the marks that `holding` lists. `LINK` holds its address, too."""
    depth = start = 0
    opened: list[bool] = []
    for match in _MARK.finditer(text):
        if match[0] == marks.SEPARATOR:
            continue
        if match[0] != marks.CLOSE:
            opened.append(match[0] in holding)
            if opened[-1] and depth == 0:
                yield text[start : match.start()], False
                start = match.start()
            depth += opened[-1]
        elif opened.pop():
            depth -= 1
            if depth == 0:
                yield text[start : match.end()], True
                start = match.end()
    yield text[start:], False


def masked(text: str, holding: str) -> str:
    """The text with digits for letters inside the marks that `holding` lists; each character keeps its place."""
    if not any(mark in text for mark in holding):
        return text
    return "".join(_LETTERS.sub("0", part) if held else part for part, held in parts(text, holding))
