from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.checking.bibliography import Bibliography
from citekit.checking.finding import Rule, Spot

_FOREIGN = re.compile(r"[^\x00-\x7f]{2,12}")
_LOST = "\ufffd"


def _look(bibliography: Bibliography) -> Iterator[Spot]:
    if bibliography.text.isascii():
        return
    for entry in bibliography.entries:
        for field in entry.fields:
            if field.latex.isascii():
                continue
            if _LOST in field.latex:
                at = bibliography.place(field, field.latex.index(_LOST))
                yield Spot(at, f"{field.name} has lost letters: {_LOST} stands for them", entry.key)
                continue
            for found in _FOREIGN.finditer(field.latex):
                if meant := _meant(found[0]):
                    hint = f"; {meant} may be meant" if meant != _LOST else ""
                    said = f"{found[0]} in {field.name} was read in the wrong encoding{hint}"
                    yield Spot(bibliography.place(field, found.start()), said, entry.key)
                    break


def _meant(text: str) -> str:
    """`Ã©` → `é`: what these letters are if they are the bytes of UTF-8 read as Windows-1252; `""` when they are not."""
    try:
        meant = b"".join(_byte(letter) for letter in text).decode("utf-8")
    except (UnicodeDecodeError, UnicodeEncodeError):
        return ""
    return _meant(meant) or meant


def _byte(letter: str) -> bytes:
    return letter.encode("latin-1") if letter <= "\xff" else letter.encode("cp1252")


RULE = Rule("mojibake", "warning", "Letters that were read in the wrong encoding: Ã© for é.", _look)
