r"""Accents: `\'` and `e` make `é`.

Source: *LaTeX2e: An unofficial reference manual*, §23.5 "Accents" (https://latexref.xyz/Accents.html), in its order; then the ones of
fontenc T5 (Vietnamese), TS1 and textcomp.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

SIGNS = {
    '"': "\u0308", "'": "\u0301", ".": "\u0307", "=": "\u0304", "^": "\u0302", "`": "\u0300", "~": "\u0303",
}  # fmt: skip
LETTERS = {
    "b": "\u0331", "c": "\u0327", "d": "\u0323", "H": "\u030b", "k": "\u0328", "r": "\u030a", "t": "\u0361", "u": "\u0306", "v": "\u030c",
    "h": "\u0309", "G": "\u030f", "f": "\u0311", "U": "\u030d",
    "textcommabelow": "\u0326", "textogonekcentered": "\u0328", "textdotbelow": "\u0323", "newtie": "\u0361",
}  # fmt: skip
_DOTLESS = {"ı": "i", "ȷ": "j"}


def accent(name: str) -> Callable[[str], str]:
    r"""What an accent does to its argument: it sits on the first letter. On nothing `\^` and `\~` are the bare signs."""
    mark = SIGNS.get(name) or LETTERS[name]

    def accented(text: str) -> str:
        text = text.lstrip()
        if not text:
            return name if name in "^~" else ""
        if not text[0].isalnum():
            return text
        end = 1
        while end < len(text) and unicodedata.combining(text[end]):
            end += 1
        return unicodedata.normalize("NFC", _DOTLESS.get(text[0], text[0]) + text[1:end] + mark) + text[end:]

    return accented
