"""Folds: what we compare. A fold is a key and never goes back into a reference."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
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
_COMBINING = re.compile("[\u0300-\u036f]")


@lru_cache(maxsize=100_000)
def fold(text: str) -> str:
    """Lower case, no accents, all punctuation one space: `Løkke–É. "x"` → `lokke e x`. Greek letters are spelled out."""
    lower = text.lower().replace("`", "'") if text.isascii() else _bare(_bare(text).casefold()).translate(_LETTERS)
    return _NOT_WORD.sub(" ", _APOSTROPHE.sub("", lower)).strip()


def _bare(text: str) -> str:
    """Compatibility forms taken apart (NFKD), without accents."""
    plain = _COMBINING.sub("", unicodedata.normalize("NFKD", text))
    return plain if plain.isascii() else "".join(c for c in plain if not unicodedata.combining(c))


# Letters and digits in lower case; all else a space, but for the line break, which stands between the texts.
_ASCII_FOLD = bytes(
    ord(c.lower()) if (c := chr(i)).isalnum() and i < 128 else 10 if i == 10 else 32 for i in range(256)
)


def fold_all(texts: Sequence[str]) -> list[str]:
    """`fold` of each text. Those in plain ASCII are folded as one long text, which takes a fraction of the time."""
    plain = [text if text.isascii() and "'" not in text and "`" not in text else "" for text in texts]
    joined = "\n".join(text.replace("\n", " ") if "\n" in text else text for text in plain)
    folds = joined.encode("ascii").translate(_ASCII_FOLD).decode("ascii").split("\n") if texts else []
    return [
        " ".join(line.split()) if easy or not text else fold(text)
        for line, easy, text in zip(folds, plain, texts, strict=True)
    ]


def squash(text: str) -> str:
    """`fold` without spaces, so that `e-mail`, `e mail` and `email` are one."""
    return fold(text).replace(" ", "")
