"""The files of a paper as text."""

from __future__ import annotations

import re
from bisect import bisect_right

from citekit.encoding import verbatim
from citekit.readers import bytes_of

__all__ = ["Lines", "bytes_of", "text_of"]

_LINE_END = re.compile(r"\r\n?")


def text_of(data: bytes, path: str) -> str:
    """The text, its line ends `\\n`. Raises `InputError` for a binary file."""
    text = verbatim(data, path).text
    return _LINE_END.sub("\n", text) if "\r" in text else text


class Lines:
    """Line numbers of places in a text, from 1."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(found.end() for found in re.finditer("\n", text))]

    def of(self, place: int) -> int:
        return bisect_right(self._starts, place)
