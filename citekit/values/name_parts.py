"""The parts of a list of names, between its commas and *and*s."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Literal, NamedTuple

from citekit.values.name_words import GENERATION, JUNIOR, PARTICLES, is_capital_particle, is_initial

Form = Literal[
    "initials",  # V. C. · A. van
    "lone",  # Leung · van der Berg · Di Michele
    "several",  # Louisette Bertholle · García González
    "first",  # V. C. Leung
    "last",  # Leung VC · Robert D.
    "whole",  # 김영택: East Asian names are not taken apart; neither is a dash that stands for a name
]

_EAST_ASIAN = re.compile("[\u3040-\u9fff\uac00-\ud7a3]")


class Part(NamedTuple):
    """Words between two separators, without the *Jr.* behind them; `after_and`: the separator before was an *and*."""

    text: str
    form: Form
    suffix: str = ""
    after_and: bool = False


def apart(pieces: Iterable[tuple[str, bool]]) -> list[Part]:
    """The parts of a list, from its pieces and whether each stands behind an *and*. *Jr.* goes to the part before."""
    parts: list[Part] = []
    for piece, after_and in pieces:
        part = _part(piece, after_and)
        if parts and len(part.text) < 4 and _is_suffix(part.text, parts[-1]):
            parts[-1] = parts[-1]._replace(suffix=f"{part.text} {part.suffix}".strip())
        elif part.text:
            parts.append(part)
    if parts and parts[0].form == "initials" and "." not in parts[0].text:
        parts[0] = parts[0]._replace(form="lone")  # JI, R. R.: no list begins with bare initials
    return parts


@lru_cache(maxsize=100_000)
def _part(piece: str, after_and: bool) -> Part:
    """One piece with its form; its text is empty if it holds nothing but marks."""
    text = piece.strip(" ,;")
    if not text.strip("."):
        return Part("", "whole")
    text, suffix = _suffix_cut(text)
    return Part(text, form(text), suffix, after_and)


def _is_suffix(text: str, before: Part) -> bool:
    if before.suffix or text not in GENERATION:
        return text in ("JR", "SR") and before.form == "first"  # but `Ewing, JR` has initials
    return text in JUNIOR or text == "III" or before.form not in ("lone", "several")


def _suffix_cut(text: str) -> tuple[str, str]:
    """`G. W. Jr` → `G. W.`, `Jr`. Of two words the second may be initials: `Ivanov IV`."""
    before, _, last = text.rpartition(" ")
    if not before or len(last) > 3:
        return text, ""
    words = GENERATION if " " in before or last == "III" else JUNIOR
    return (before, last) if last in words else (text, "")


def form(text: str) -> Form:
    """What kind of part this is, told by its words."""
    if not text.isascii() and _EAST_ASIAN.search(text):
        return "whole"
    if text[0] in "-‐–—―_" and not any(map(str.isalnum, text)):
        return "whole"
    words = text.split(" ")
    kinds = [_kind(word, words[at + 1 : at + 2]) for at, word in enumerate(words)]
    if kinds[0] == "initial" and set(kinds) <= {"initial", "particle"}:
        return _among_capitals(words) if len(words) > 1 else "initials"
    if "name" not in kinds and kinds[0] == "particle":  # LE GAL, DE NEVE G
        return "last" if len(words) > 2 and len(words[-1]) < 3 else "lone"
    if kinds[0] == "initial":
        return "first"
    if kinds[-1] == "initial":
        return "last"
    return "lone" if kinds.count("name") < 2 else "several"


def _among_capitals(words: list[str]) -> Form:
    """`GAO J H`, `ROWE MI`, `A. LAL`: of words that may all be initials, the longest is the family name if it stands at an end."""
    longest = max((word for word in words if word.isalpha() and word.isupper()), key=len, default="")
    if len(longest) < 2 or longest not in (words[0], words[-1]):
        return "initials"
    return "last" if words[0] == longest else "first"


def _kind(word: str, following: list[str]) -> str:
    if word in PARTICLES or (
        following and is_capital_particle(word) and (not word.isupper() or following[0].isupper())
    ):
        return "particle"
    return "initial" if is_initial(word) else "name"
