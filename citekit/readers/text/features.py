"""What the label model sees of a reference string: its tokens, and of each token a handful of aspects.

An aspect is a short text such as the word itself, its last letters, or its shape. The model has learnt a vector for every aspect that came
often enough (`network.py`); what stands around a token it sees by itself. Changing tokens or aspects means training the model again
(`scripts/train/train.py`).
"""

from __future__ import annotations

import re

from citekit.readers.text.lexicon import word_code, word_kind

Token = tuple[str, int, int]  # a word, a number, an address or one mark of punctuation; where it starts and ends

# `https://doi.org/` and the DOI after it are two tokens; another address is one; `D91`, `63S1` fall apart into letters and digits;
# an apostrophe between letters holds them together (`O'Brien`, `l’été`).
_TOKEN = re.compile(
    r"https?://(?:dx\.|www\.)?doi\.org/"
    r"|(?:https?://|ftp://|www\.)[^\s<>\"”]{0,400}[\w/]"
    r"|10\.\d{4,9}/\S{0,200}\w"
    r"|[^\W\d_][\u0300-\u036f]*(?:['’ʼ]?[^\W\d_][\u0300-\u036f]*)*"
    r"|\d+"
    r"|[^\w\s]|_"
)
_LONGEST = 24  # letters of a token that an aspect may quote
_SAME = dict.fromkeys("‐‑‒–—−", "-") | dict.fromkeys("„«‹", "“") | dict.fromkeys("»›", "”") | dict.fromkeys("’‘´`", "'")

ASPECTS = ("word", "beginning", "ending", "short ending", "shape", "code", "kind", "length", "spaced")
"""word: in lower case; a year, a number of more than two digits and a mark by their shape. beginning, ending: three letters; short ending:
two. code and kind: see `lexicon`. spaced: whether white space stands before it."""


def tokens(text: str) -> list[Token]:
    """The tokens of a string, in order; white space lies between them. Linear in the length of the string."""
    return [(found[0], found.start(), found.end()) for found in _TOKEN.finditer(text)]


def aspects(token: str, spaced: bool) -> tuple[str, ...]:
    """What the model is told of a token, one text for each of `ASPECTS`; `""` where there is nothing to tell."""
    look = shape(token)
    lower = token[:_LONGEST].lower()
    code, kind, space = word_code(lower), word_kind(lower), "S" if spaced else "N"
    if look[0] in "Xx":
        return lower, lower[:3], lower[-3:], lower[-2:], look, code, kind, str(min(len(token), 12)), space
    word = token[:3] if look == "y" else token if look in ("9", "99") else look
    return word, "", "", "", look, code, kind, "", space


def shape(token: str) -> str:
    """X for an initial, Xx Smith, XX NY, XXXX LANCET, xx of, XxX McGee, x a; y 1999, 99 of 12; D a DOI, U an address; or the mark."""
    first = token[0]
    if first.isdigit():
        return (
            "y" if len(token) == 4 and "1400" <= token <= "2099" else "D" if "/" in token else "9" * min(len(token), 5)
        )
    if not first.isalpha():
        return _SAME.get(first, first)
    if len(token) > 3 and (token.startswith("www.") or "://" in token[:8]):
        return "U"
    if len(token) == 1:
        return "X" if first.isupper() else "x"
    if token.islower():
        return "xx"
    if token.isupper():
        return "XX" if len(token) < 4 else "XXXX"
    return "Xx" if first.isupper() and token[1:].islower() else "XxX"
