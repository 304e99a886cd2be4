"""Folds: what we compare. A fold is a key and never goes back into a reference."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Letters that NFKD does not take apart, and punctuation that comes in many shapes.
_LETTERS = str.maketrans(
    {
        "ø": "o", "ł": "l", "ß": "ss", "æ": "ae", "œ": "oe", "đ": "d", "ð": "d", "þ": "th", "ı": "i",
        "α": " alpha ", "β": " beta ", "γ": " gamma ", "δ": " delta ", "κ": " kappa ", "μ": " mu ", "ω": " omega ",
        "’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'",
    }
)  # fmt: skip
_APOSTROPHE = re.compile(r"(?<=\w)'(?=\w)")  # O'Brien and OBrien, l'été
_NOT_WORD = re.compile(r"[\W_]+")


@lru_cache(maxsize=100_000)
def fold(text: str) -> str:
    """Lower case, no accents, all punctuation one space: `Løkke–É. "x"` → `lokke e x`. Greek letters are spelled out."""
    if text.isascii():
        lower = text.lower().replace("`", "'")
    else:
        plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
        lower = "".join(c for c in unicodedata.normalize("NFKD", plain.casefold()) if not unicodedata.combining(c))
        lower = lower.translate(_LETTERS)
    return _NOT_WORD.sub(" ", _APOSTROPHE.sub("", lower)).strip()


def squash(text: str) -> str:
    """`fold` without spaces, so that `e-mail`, `e mail` and `email` are one."""
    return fold(text).replace(" ", "")
