"""A file's bytes as text, and back in the same encoding, byte order mark and line ends."""

from __future__ import annotations

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from dataclasses import dataclass

from citekit.git.document import UnmergeableError

_LINE_END = re.compile(r"\r\n|\r|\n")
_MARKS = ((BOM_UTF8, "utf-8"), (BOM_UTF16_LE, "utf-16-le"), (BOM_UTF16_BE, "utf-16-be"))


@dataclass(frozen=True, slots=True)
class Form:
    """How a file is written. `line_end` is None where it has several kinds, which then all stay as they are."""

    encoding: str = "utf-8"
    mark: bytes = b""
    line_end: str | None = "\n"

    def read(self, data: bytes) -> str:
        """The text of a file that may be in another encoding, with line ends as `write` needs them."""
        _, text = _decoded(data)
        return text if self.line_end is None else _LINE_END.sub("\n", text)

    def write(self, text: str) -> bytes:
        """Raises `UnmergeableError` for letters the encoding lacks."""
        if self.line_end is not None:
            text = text.replace("\n", self.line_end)
        try:
            return self.mark + text.encode(self.encoding)
        except UnicodeEncodeError as error:
            letter = text[error.start]
            raise UnmergeableError(f"ours is written in {self.encoding}, which has no {letter!r}") from error


def form_of(data: bytes) -> Form:
    """UTF-8, UTF-16 with a byte order mark, else Windows-1252, else Latin-1. Raises `UnmergeableError` for binary data."""
    form, text = _decoded(data)
    ends = set(_LINE_END.findall(text))
    return Form(form.encoding, form.mark, ends.pop() if len(ends) == 1 else None if ends else "\n")


def _decoded(data: bytes) -> tuple[Form, str]:
    mark, marked = next(((mark, name) for mark, name in _MARKS if data.startswith(mark)), (b"", ""))
    if b"\0" in data and not marked.startswith("utf-16"):
        raise UnmergeableError("not text but a binary file")
    for encoding in (marked,) if marked else ("utf-8", "cp1252", "latin-1"):
        try:
            return Form(encoding, mark), data[len(mark) :].decode(encoding)
        except UnicodeDecodeError:
            continue
    raise UnmergeableError(f"not {marked.upper()}, though it begins so")
