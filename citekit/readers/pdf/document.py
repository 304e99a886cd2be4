"""The door to PDFium, by pypdfium2: the words of a PDF and where they stand.

PDFium, because Chrome's reader copes with what is out there, is fast, and tells places, which order and indents need.
"""

from __future__ import annotations

import ctypes
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import TracebackType
from typing import Any

from citekit.errors import InputError


@dataclass(frozen=True, slots=True)
class Word:
    """A word on a page. Places are in points from the page's lower left corner."""

    text: str
    left: float
    right: float
    baseline: float


Line = list[Word]
"""Words that PDFium takes for one line."""

_PASSWORD = 4  # FPDF_ERR_PASSWORD
_BREAKS = "\r\n"
_HYPHENS = "-\x02\ufffe\u00ad"  # PDFium leaves no line break behind a hyphen at a line's end


class Document:
    """An open PDF; a context manager. Raises `InputError` for one that cannot be opened."""

    def __init__(self, data: bytes, file: str) -> None:
        import pypdfium2

        try:
            self._pdf: Any = pypdfium2.PdfDocument(data)
            self._count = len(self._pdf)
        except pypdfium2.PdfiumError as error:
            if getattr(error, "err_code", None) == _PASSWORD:
                raise InputError(
                    file, "a PDF that asks for a password; save a copy without one and give that"
                ) from None
            raise InputError(file, "a broken PDF, or only part of one; get it again") from None

    def __enter__(self) -> Document:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._pdf.close()

    def information(self) -> Mapping[str, str]:
        """The document information: `Title`, `Author`, `Subject`, `Keywords`, …, `""` where it is silent."""
        found: Mapping[str, str] = self._pdf.get_metadata_dict()
        return found

    def pages(self) -> Iterator[list[Line]]:
        """The lines of each page, in the order of the file. A page that cannot be read has none."""
        from pypdfium2 import PdfiumError

        for number in range(self._count):
            try:
                page = self._pdf[number]
            except PdfiumError:
                yield []
                continue
            text = page.get_textpage()
            yield list(_lines(text))
            text.close()
            page.close()


def _lines(text: Any) -> Iterator[Line]:
    from pypdfium2 import raw

    line: Line = []
    start = 0
    word = ""
    count = text.count_chars()
    for index in range(count + 1):
        character = chr(raw.FPDFText_GetUnicode(text, index)) if index < count else "\n"
        broken = character in _HYPHENS and raw.FPDFText_IsHyphen(text, index) == 1
        if broken or not (character.isspace() or character == "\0"):
            start = start if word else index
            word += "-" if broken else character
            if not broken:
                continue
        if word:
            line.append(_word(composed(word), text, start, index - (not broken)))
            word = ""
        if (broken or character in _BREAKS) and line:
            yield line
            line = []


def _word(word: str, text: Any, first: int, last: int) -> Word:
    from pypdfium2 import raw

    x, y, right, unused = (ctypes.c_double() for _ in range(4))
    raw.FPDFText_GetCharOrigin(text, first, x, y)
    raw.FPDFText_GetCharBox(text, last, unused, right, unused, unused)
    return Word(word, x.value, max(x.value, right.value), y.value)


# TeX's older fonts set an accent, then the letter under it.
_ACCENTS = {"´": "\u0301", "`": "\u0300", "¨": "\u0308", "ˆ": "\u0302", "˜": "\u0303", "ˇ": "\u030c", "˚": "\u030a",
            "˙": "\u0307", "˘": "\u0306", "˝": "\u030b", "¯": "\u0304", "¸": "\u0327"}  # fmt: skip
_ACCENTED = re.compile(f"([{''.join(_ACCENTS)}])([^\\W\\d_])")


def composed(word: str) -> str:
    """`C´el´erier` → `Célérier`, `Lemaˆıtre` → `Lemaître`. An accent that the letter cannot bear (`don´t`) stays."""
    return _ACCENTED.sub(_composed, word)


def _composed(found: re.Match[str]) -> str:
    letter = unicodedata.normalize("NFC", found[2].replace("ı", "i").replace("ȷ", "j") + _ACCENTS[found[1]])
    return letter if len(letter) == 1 else found[0]
