"""Word documents → `Library`: their paragraphs, as the text reader reads them.

ECMA-376 part 1: `word/document.xml` in a zip archive holds paragraphs (`w:p`) of runs of text (`w:t`).
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree

from citekit.errors import InputError
from citekit.model import Library, Progress, unheard
from citekit.readers.relined import relined
from citekit.readers.text import reader as text_reader

FORMAT = "Word document"

_PARTS = ("word/document.xml", "word/footnotes.xml", "word/endnotes.xml")
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OFFERED_TWICE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SIGNS = {_WORD + "tab": " ", _WORD + "br": "\n", _WORD + "cr": "\n", _WORD + "noBreakHyphen": "-"}
# What a tracked change took out; a paragraph's settings, tab stops among them.
_NOT_READ = frozenset({_WORD + "del", _WORD + "moveFrom", _OFFERED_TWICE, _WORD + "pPr"})
_LARGEST = 500_000_000  # bytes: beyond this a document is a trap


def looks_like(data: bytes) -> bool:
    """A zip archive that holds `word/document.xml`."""
    if not data.startswith(b"PK\x03\x04"):
        return False
    try:
        return _PARTS[0] in zipfile.ZipFile(io.BytesIO(data)).namelist()
    except (zipfile.BadZipFile, OSError, ValueError):
        return False


def read(data: bytes, file: str, tell: Progress = unheard) -> Library:
    """Reads the text and the notes. `Origin.line` counts paragraphs. Raises `InputError` for a document that is broken."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = [part for part in _PARTS if part in archive.namelist()]
            if sum(archive.getinfo(part).file_size for part in parts) > _LARGEST:
                raise InputError(file, "a Word document too large to be one")
            paragraphs = [text for part in parts for text in _paragraphs(archive.read(part))]
    except (zipfile.BadZipFile, ElementTree.ParseError, OSError, ValueError, NotImplementedError, RuntimeError):
        raise InputError(file, "a broken Word document; open it in Word and save it again") from None
    lines = [(line, number) for number, text in enumerate(paragraphs, 1) for line in (*text.split("\n"), "")]
    library = text_reader.read("\n".join(line for line, _ in lines), file, FORMAT, tell)
    return relined(library, [number for _, number in lines])


def _paragraphs(xml: bytes) -> Iterator[str]:
    """The text of each paragraph; a paragraph in a text box comes before the one it hangs on."""
    open_: list[list[str]] = []
    out = 0  # how many elements deep we are in what is not read
    for event, element in ElementTree.iterparse(io.BytesIO(xml), events=("start", "end")):
        if event == "start":
            out += bool(out) or element.tag in _NOT_READ
            if element.tag == _WORD + "p":
                open_.append([])
            continue
        if not out and open_:
            open_[-1].append((element.text or "") if element.tag == _WORD + "t" else _SIGNS.get(element.tag, ""))
        out -= bool(out)
        if element.tag == _WORD + "p":
            yield "".join(open_.pop())
            element.clear()
