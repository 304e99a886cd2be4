"""Unicode → LaTeX."""

from __future__ import annotations

import re
from itertools import pairwise

from citekit.values.latex import maths
from citekit.values.latex.braces import balanced, spaced
from citekit.values.latex.reading import decode

_LITERALS = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",  # not \{: BibTeX counts that brace
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "<": r"\textless{}",  # in LaTeX's old fonts a bare one prints an exclamation mark on its head
    ">": r"\textgreater{}",
    "|": r"\textbar{}",
} | {sign: "\\" + sign for sign in "&%#_$"}
_LITERAL = re.compile(r"[\\{}~^<>|&%#_$]")
_LITERAL_OR_LIGATURE = re.compile(_LITERAL.pattern + r"|-(?=-)|`(?=`)|'(?=')|[?!](?=`)")
_SPECIAL = re.compile(f"{_LITERAL_OR_LIGATURE.pattern}|[{maths.SIGNS}]")
_FORMULA = re.compile(rf"\\.|(?P<formula>{maths.FORMULA})", re.DOTALL)


def encode(text: str, *, ligatures: bool = True) -> str:
    r"""Unicode text → LaTeX that `decode` reads back as the same text: `50% & more` → `50\% \& more`.

    Letters stay Unicode; signs that only maths has become maths (`α-helix` → `$\alpha$-helix`). Braces in the result always
    balance, counted as BibTeX counts them. Maths that `decode` left as it was (`$\frac{a}{b}$`) is written as maths.
    """
    if not _SPECIAL.search(text):
        return spaced(text)
    run = maths.runs(text)
    parts: list[str] = []
    at = 0
    for found in _FORMULA.finditer(text):
        if _stays(found):
            parts += [_escaped(text[at : found.start()], run, ligatures), found["formula"]]
            at = found.end()
    parts.append(_escaped(text[at:], run, ligatures))
    return spaced("".join(_apart(parts)))


def _escaped(text: str, run: re.Pattern[str], ligatures: bool) -> str:
    special = _LITERAL_OR_LIGATURE if ligatures else _LITERAL
    written = special.sub(lambda m: _LITERALS.get(m[0], m[0] + "{}"), text)
    return run.sub(lambda m: maths.formula(m[0]), written)


def _apart(parts: list[str]) -> list[str]:
    """Two formulas side by side are parted: `$$` begins another kind of maths."""
    return parts[:1] + ["{}" + b if a.endswith("$") and b.startswith("$") else b for a, b in pairwise(parts)]


def _stays(found: re.Match[str]) -> bool:
    """Is this maths that `decode` left, and not the text between two prices (`$5 for a_b or $6`)?"""
    formula = found["formula"]
    if (
        not formula
        or not formula.isascii()
        or formula[1].isspace()
        or formula[-2].isspace()
        or re.search("[%&#~]", formula)
    ):
        return False
    return (
        decode(formula) == formula and balanced(formula) and not found.string[found.end() : found.end() + 1].isdecimal()
    )
