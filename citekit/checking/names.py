"""The names in an `author` field as they are written, before anyone tries to understand them."""

from __future__ import annotations

import re
from dataclasses import dataclass

_AND = re.compile(r"[{}]|(?:(?<=\s)|^)and(?=\s|$)", re.IGNORECASE)
_COMMA = re.compile(r"[{}]|(?<!\\),")
_DEEPEST = 8
_INSIDE = re.compile(r"\\[A-Za-z]+|\\.|\{[^{}]*\}", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Written:
    """One name, and the place of its first letter in the field's LaTeX."""

    text: str
    at: int

    @property
    def commas(self) -> list[str]:
        """What stands between its commas, those in braces aside."""
        return [text for text, _ in parted(self.text, _COMMA)]

    @property
    def bare(self) -> str:
        """Without what stands in braces and without commands."""
        text = self.text
        for _ in range(_DEEPEST):
            text, before = _INSIDE.sub(" ", text), text
            if text == before:
                return text
        return ""


def written(latex: str) -> list[Written]:
    """The names of a field; an empty one stands where two `and`s have nothing between them."""
    return [Written(text, at) for text, at in parted(latex, _AND)]


def parted(text: str, separator: re.Pattern[str]) -> list[tuple[str, int]]:
    """The parts between separators that stand outside braces, stripped, each with its place."""
    found = []
    depth = start = 0
    for mark in separator.finditer(text):
        if mark[0] == "{":
            depth += 1
        elif mark[0] == "}":
            depth = max(depth - 1, 0)
        elif depth == 0:
            found.append(_stripped(text, start, mark.start()))
            start = mark.end()
    return [*found, _stripped(text, start, len(text))]


def _stripped(text: str, start: int, stop: int) -> tuple[str, int]:
    piece = text[start:stop]
    bare = piece.strip()
    return bare, start + (piece.index(bare[0]) if bare else 0)
