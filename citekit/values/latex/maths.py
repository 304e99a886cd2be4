r"""Maths: `$\alpha$` is `α` and `α` is `$\alpha$`; what Unicode text cannot say stays LaTeX."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from citekit.values.latex.symbols import converted, symbol

# `$x$`, `$<$5`, unless a space touches a dollar (not: `$5 and $10`) or prices follow each other; or it holds TeX.
FORMULA = r"\$(?![\s\d])[^$\\^_]+(?<!\s)\$|\$\d[^$\\^_]*(?<!\s)\$(?!\d)|\$(?=[^$]*[\\^_])(?:\\.|[^$\\])+\$"

_SUPERSCRIPT = str.maketrans("0123456789+-−=()ni∘", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ°")
_SUBSCRIPT = str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")
_FONT = re.compile(r"\\(?:math(?:rm|bf|it|sf|tt|up)|text(?:rm|it|bf|up)?|mbox|rm|it|bf|ensuremath)(?![A-Za-z])\s*")
_ACCENT = re.compile(r"\\(ddot|dot|acute|grave|hat|tilde|bar|check|breve)\s*\{+([A-Za-z])\}+")
_SCRIPT = re.compile(r"([\^_])(?:\{\{?([^{}]*)\}?\}|([^{}\\\s]))")  # ^{13}, _2, ^{{th}}
_ORDINAL = re.compile(r"\^\{?\{?\s*(st|nd|rd|th|er|re|e|o|a)\}?\}?")  # 4$^{th}$, 1$^{er}$
_PRIME = re.compile(r"\^(?:\{′\}|′)")
_MACRO = re.compile(r"\\([A-Za-z]+)(\s*)")


def scripted(text: str, above: bool) -> str:
    """`2` → `²` or `₂`; `""` when Unicode lacks one of the signs."""
    moved = text.translate(_SUPERSCRIPT if above else _SUBSCRIPT)
    return moved if text and not set(text) & set(moved) else ""


@lru_cache(maxsize=4096)
def spoken(formula: str) -> str:
    r"""`$\alpha$` → `α`, `$_2$` → `₂`, `$-$` → U+2212, `$^{th}$` → `th`; a formula that needs more than letters stays LaTeX."""
    text = _FONT.sub("", formula[1:-1])
    if ordinal := _ORDINAL.fullmatch(text):
        return ordinal[1]
    text = _ACCENT.sub(lambda m: unicodedata.normalize("NFC", converted(f"$\\{m[1]}{{{m[2]}}}$")), text)
    text = _PRIME.sub("′", _MACRO.sub(_symbol, text))
    text = re.sub(r"\\([%&#$!,;:> ])", lambda m: {"!": ""}.get(m[1], m[1] if m[1] in "%&#$" else " "), text)
    text = _SCRIPT.sub(lambda m: scripted(m[2] or m[3] or "", m[1] == "^") or m[0], text)
    text = text.removeprefix("{}")
    if re.search(r"[\\^_]", text) or not text.strip():
        return f"${formula[1:-1].strip()}$" if formula[1].isspace() and formula[-2].isspace() else formula
    return re.sub(r"[{}]", "", text).replace("-", "−").replace("~", " ")


def _symbol(token: re.Match[str]) -> str:
    found = symbol(token[1])
    if not found:
        return token[0]
    return found + " " if found.isascii() and token.end() < len(token.string) else found  # \log n


# ---------------------------------------------------------------- Unicode → maths

# Signs that pdfLaTeX does not know as text. *LaTeX2e: An unofficial reference manual*, §16.2 (https://latexref.xyz/Math-symbols.html).
_GREEK = {
    "α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "ϵ": "epsilon", "ε": "varepsilon", "ζ": "zeta", "η": "eta", "θ": "theta",
    "ϑ": "vartheta", "ι": "iota", "κ": "kappa", "λ": "lambda", "μ": "mu", "ν": "nu", "ξ": "xi", "π": "pi", "ϖ": "varpi", "ρ": "rho",
    "ϱ": "varrho", "σ": "sigma", "ς": "varsigma", "τ": "tau", "υ": "upsilon", "ϕ": "phi", "φ": "varphi", "χ": "chi", "ψ": "psi",
    "ω": "omega", "Γ": "Gamma", "Δ": "Delta", "Θ": "Theta", "Λ": "Lambda", "Ξ": "Xi", "Π": "Pi", "Σ": "Sigma", "Υ": "Upsilon",
    "Φ": "Phi", "Ψ": "Psi", "Ω": "Omega",
}  # fmt: skip
_SIGNS = {
    "ℵ": "aleph", "∠": "angle", "≈": "approx", "∗": "ast", "∩": "cap", "⋯": "cdots", "∘": "circ", "≅": "cong", "∪": "cup", "↓": "downarrow",
    "ℓ": "ell", "∅": "emptyset", "≡": "equiv", "∃": "exists", "♭": "flat", "∀": "forall", "≥": "geq", "≫": "gg", "∈": "in", "∞": "infty",
    "∫": "int", "⟨": "langle", "⇐": "Leftarrow", "←": "leftarrow", "⇔": "Leftrightarrow", "↔": "leftrightarrow", "≤": "leq", "≪": "ll",
    "↦": "mapsto", "∓": "mp", "∇": "nabla", "♮": "natural", "≠": "neq", "∋": "ni", "∉": "notin", "⊕": "oplus", "⊗": "otimes",
    "∥": "parallel", "∂": "partial", "⊥": "perp", "∏": "prod", "∝": "propto", "⟩": "rangle", "⇒": "Rightarrow", "→": "rightarrow",
    "♯": "sharp", "∼": "sim", "≃": "simeq", "⋆": "star", "⊂": "subset", "⊆": "subseteq", "∑": "sum", "⊃": "supset", "⊇": "supseteq",
    "√": "surd", "△": "triangle", "↑": "uparrow", "∨": "vee", "∧": "wedge",
}  # fmt: skip
_RAISED = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ", "0123456789+-=()ni", strict=True))
_LOWERED = dict(zip("₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎", "0123456789+-=()", strict=True))
_TEXT_TOO = frozenset("¹²³")  # pdfLaTeX has them
_GREEK_WORD = re.compile("[\u0370-\u03ff\u1f00-\u1fff]{3}")

_SCRIPTS = "".join(_RAISED) + "".join(_LOWERED)
SIGNS = "".join([*_GREEK, *_SIGNS, *(sign for sign in _SCRIPTS if sign not in _TEXT_TOO), "−′"])
"""All that is written as maths when it stands alone."""
_RUN = re.compile(f"[−′{''.join(_SIGNS)}{_SCRIPTS}]+")
_RUN_WITH_GREEK = re.compile(f"[−′{''.join(_SIGNS)}{_SCRIPTS}{''.join(_GREEK)}]+")
_PIECE = re.compile(f"[{''.join(_RAISED)}]+|[{''.join(_LOWERED)}]+|.")


def runs(text: str) -> re.Pattern[str]:
    """Finds what stands in maths in LaTeX. Single Greek letters do, words of Greek do not."""
    return _RUN if _GREEK_WORD.search(text) else _RUN_WITH_GREEK


def formula(run: str) -> str:
    r"""`α₂` → `$\alpha_{2}$`; what needs no maths stays as it is."""
    return run if set(run) <= _TEXT_TOO else f"${''.join(map(_written, _PIECE.findall(run)))}$"


def _written(piece: str) -> str:
    if piece[0] in _RAISED:
        return f"^{{{''.join(_RAISED[sign] for sign in piece)}}}"
    if piece[0] in _LOWERED:
        return f"_{{{''.join(_LOWERED[sign] for sign in piece)}}}"
    return {"−": "-", "′": r"^{\prime}"}.get(piece) or f"\\{_GREEK.get(piece) or _SIGNS[piece]}"
