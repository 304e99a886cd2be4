"""Given names as initials (CSL 1.0.2, "Name": initialize, initialize-with; "Hyphenation of Initialized Names").

    John Quincy → J. Q.        Jean-Luc → J.-L.        M.E → M. E.        Ph. Martin → Ph. M.        Maria de Mattos → M. de M.

What the specification leaves open is as the CSL test suite has it (name_InitialsInitializeTruePeriodSpace and its kin,
name_HyphenatedFirstName, name_LowercaseSurnameSuffix, name_LongAbbreviation, name_CeltsAndToffsSpacedInitials).
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from citekit.csl.marks import ANY, CLOSE, SEPARATOR, plain

_HYPHEN = re.compile("[-‐‑]")
_CASELESS = re.compile("[\u05d0-\u05ea\u0620-\u064a\u0671-\u06d3]")
"""Hebrew and Arabic letters, which are initials too, as the reference processor has it"""
_MARKS = ANY[1:-1]
_PIECE = re.compile(
    rf"(?P<hyphen>[-‐‑]?)(?P<before>[{_MARKS}(\[“]{{0,8}})(?P<word>[^\s.,‐‑{_MARKS}()\[\]“”-]+)"
    rf"(?P<dot>\.?)(?P<after>[{_MARKS})\]”]{{0,8}})"
)


class _Piece(NamedTuple):
    text: str
    is_initial: bool
    hyphenated: bool


@lru_cache(maxsize=16_384)
def initialized(given: str, mark: str, hyphen: bool) -> str:
    """The given names as initials, each followed by `mark`; `hyphen` keeps the hyphens of compound names."""
    stop, names = mark.rstrip(), given if hyphen else _HYPHEN.sub(" ", given)
    return _joined([_initial(each, stop) for each in _PIECE.finditer(names)], mark)


@lru_cache(maxsize=16_384)
def spaced(given: str, mark: str) -> str:
    """The given names in full, with `mark` behind those that are initials already: `James T Kirk`, `.` → `James T. Kirk`."""
    stop = mark.rstrip()
    return _joined([_kept(each, stop) for each in _PIECE.finditer(given)], mark)


def _initial(piece: re.Match[str], stop: str) -> _Piece:
    """A name becomes its initial; abbreviations (`Ph.`) stay, and so do words in lower case (`de`), but not behind a hyphen."""
    word, hyphenated = piece["word"], bool(piece["hyphen"])
    if piece["dot"]:
        return _piece(piece, word + stop, True)
    first = _first_letter(word)
    if not first:
        return _piece(piece, "" if hyphenated and word.islower() else word, False)
    return _piece(piece, first + stop, True)


def _kept(piece: re.Match[str], stop: str) -> _Piece:
    word = piece["word"]
    if piece["dot"] or (len(word) == 1 and word.isupper()):
        return _piece(piece, word + stop, True)
    return _piece(piece, word, False)


def _piece(piece: re.Match[str], text: str, is_initial: bool) -> _Piece:
    return _Piece(text and piece["before"] + text + piece["after"], is_initial, bool(piece["hyphen"]))


def _first_letter(word: str) -> str:
    """The capital that a name begins with: `K` of `KAZUSHIGE`, `Ts` of `TSerendorjiin`, `ʿA` of `ʿAlāʾ`, `ن` of `نجيب`; none of `de`."""
    start = next(
        (place for place, letter in enumerate(word) if unicodedata.category(letter) in ("Lu", "Ll", "Lt", "Lo")), 0
    )
    first = word[start : start + 1]
    if _CASELESS.match(first):
        return first
    if not first.isupper() and not first.istitle():
        return ""
    end = start + 1
    capitals = end
    while capitals < len(word) and word[capitals].isupper():
        capitals += 1
    if capitals > end and word[capitals : capitals + 1].islower():
        return word[:end] + word[end:capitals].lower()
    while end < len(word) and unicodedata.combining(word[end]):
        end += 1
    return word[:end]


def _joined(pieces: list[_Piece], mark: str) -> str:
    """Initials stand as close as the mark tells, all else a space apart."""
    gap = mark[len(mark.rstrip()) :]
    made = ""
    last_is_initial = False
    for piece in pieces:
        if not piece.text:
            continue
        if made:
            made += "-" if piece.hyphenated else gap if piece.is_initial and last_is_initial else " "
        made += piece.text
        last_is_initial = piece.is_initial
    return made if _is_balanced(made) else plain(made)


def _is_balanced(text: str) -> bool:
    return text.isascii() or text.count(CLOSE) == sum("\ufdd0" <= letter < SEPARATOR for letter in text)
