"""Unicode text → LaTeX that pdfLaTeX prints with the T1 font encoding and no other package.

Only commands that LaTeX itself defines are used: one that needs a package would stop a paper that does not load it.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from citekit.render.outputs.tex_maths import parts

_ASCII = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "%": r"\%", "&": r"\&", "$": r"\$", "#": r"\#", "_": r"\_",
    "~": r"\textasciitilde{}", "^": r"\textasciicircum{}", "<": r"\textless{}", ">": r"\textgreater{}",
    "|": r"\textbar{}", '"': "{''}", "`": r"\textasciigrave{}",
}  # fmt: skip
# What stands above or below a letter; ș is s and a comma below.
_ACCENTS = {
    "\u0300": "`", "\u0301": "'", "\u0302": "^", "\u0303": "~", "\u0304": "=", "\u0306": "u", "\u0307": ".",
    "\u0308": '"', "\u030a": "r", "\u030b": "H", "\u030c": "v", "\u0323": "d", "\u0326": "textcommabelow",
    "\u0327": "c", "\u0328": "k", "\u0331": "b",
}  # fmt: skip
_COMMANDS = {
    "ß": "ss", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "dj", "Đ": "DJ",
    "ð": "dh", "Ð": "DH", "þ": "th", "Þ": "TH", "ŋ": "ng", "Ŋ": "NG", "ı": "i", "ȷ": "j",
    "–": "textendash", "—": "textemdash", "―": "textemdash", "‘": "textquoteleft", "’": "textquoteright",
    "“": "textquotedblleft", "”": "textquotedblright", "‚": "quotesinglbase", "„": "quotedblbase",
    "«": "guillemotleft", "»": "guillemotright", "‹": "guilsinglleft", "›": "guilsinglright",
    "¡": "textexclamdown", "¿": "textquestiondown", "†": "textdagger", "‡": "textdaggerdbl", "•": "textbullet",
    "·": "textperiodcentered", "‰": "textperthousand", "§": "textsection", "¶": "textparagraph",
    "©": "textcopyright", "®": "textregistered", "™": "texttrademark", "€": "texteuro", "£": "textsterling",
    "¥": "textyen", "¢": "textcent", "°": "textdegree", "±": "textpm", "×": "texttimes", "÷": "textdiv",
    "¬": "textlnot", "µ": "textmu", "½": "textonehalf", "¼": "textonequarter", "¾": "textthreequarters",
}  # fmt: skip
_MATHS = {
    "−": "-", "∗": "ast", "∘": "circ", "⋅": "cdot", "∓": "mp", "√": "surd", "∞": "infty", "∂": "partial", "∇": "nabla",
    "∑": "sum", "∏": "prod", "∫": "int", "≤": "leq", "≥": "geq", "≪": "ll", "≫": "gg", "≠": "neq", "≈": "approx",
    "∼": "sim", "≃": "simeq", "≅": "cong", "≡": "equiv", "∝": "propto", "⊥": "perp", "∥": "parallel",
    "←": "leftarrow", "→": "rightarrow", "↑": "uparrow", "↓": "downarrow", "↔": "leftrightarrow",
    "⇐": "Leftarrow", "⇒": "Rightarrow", "⇔": "Leftrightarrow", "∀": "forall", "∃": "exists", "∅": "emptyset",
    "∈": "in", "∉": "notin", "⊂": "subset", "⊆": "subseteq", "⊃": "supset", "⊇": "supseteq", "∩": "cap", "∪": "cup",
    "∧": "wedge", "∨": "vee", "⊕": "oplus", "⊗": "otimes", "ℓ": "ell", "′": "prime",
}  # fmt: skip
_SPACES = {"\N{NO-BREAK SPACE}": "~", "\N{NARROW NO-BREAK SPACE}": r"\,", "\N{THIN SPACE}": r"\,"}
_SIGNS = {"\N{HYPHEN}": "-", "\N{NON-BREAKING HYPHEN}": r"\mbox{-}", "\N{FRACTION SLASH}": "/"}
# Greek capitals that look like Latin ones have no command.
_LATIN = dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", "ABEZHIKMNOPTYXo", strict=True))
_GREEK = re.compile(r"GREEK (SMALL|CAPITAL) LETTER (FINAL )?(\w+)")  # GREEK SMALL LETTER FINAL SIGMA is \varsigma

# A letter with what stands above it, and what TeX does not print as it stands.
_CLUSTER = re.compile(r"(.)([\u0300-\u036f]+)|[\\{}%&$#_~^<>|\"`]|[^\x00-\x7f]", re.DOTALL)
_LIGATURE = re.compile(r"-(?=-)|'(?=')|,(?=,)")  # what TeX would join: `--` is an en dash, `,,` a low quote


def encode(text: str) -> str:
    r"""The text in ASCII LaTeX; what cannot be said so stays as it is (see `unknown`), as do formulas (`$x^2$`; see `tex_maths`)."""
    if "$" not in text:
        return _words(text)
    return "".join(f"${part}$" if is_formula else _words(part) for part, is_formula in parts(text))


def _words(text: str) -> str:
    apart = _LIGATURE.sub(lambda found: found[0] + "\0", unicodedata.normalize("NFC", text))
    return _clusters(apart).replace("\0", "{}")


def unknown(text: str) -> str:
    """The characters of the text that pdfLaTeX does not know, each once: `中文`."""
    return "".join(sorted({c for c in encode(text) if not c.isascii()}))


def _clusters(text: str) -> str:
    return _CLUSTER.sub(_cluster, text)


def _cluster(found: re.Match[str]) -> str:
    if not found[1]:
        return _character(found[0])
    made = _character(found[1])
    for mark in found[2][:8]:  # no letter has more
        made = rf"\{_ACCENTS[mark]}{{{made}}}" if mark in _ACCENTS else made + mark
    return made


@lru_cache(maxsize=4096)
def _character(c: str) -> str:
    if c.isascii():
        return _ASCII.get(c, c)
    if unicodedata.category(c) == "Cf":  # soft hyphens, joiners, direction marks
        return ""
    if c in _COMMANDS:
        return rf"{{\{_COMMANDS[c]}}}"
    maths = _MATHS.get(c) or _greek(c)
    if maths:
        return rf"\ensuremath{{\{maths}}}" if maths.isalpha() else rf"\ensuremath{{{maths}}}"
    return _SPACES.get(c) or _SIGNS.get(c) or _LATIN.get(c) or _taken_apart(c)


def _greek(c: str) -> str:
    """`α` → `alpha`, `Γ` → `Gamma`; `""` for letters without a command."""
    found = _GREEK.fullmatch(unicodedata.name(c, "")) if "Α" <= c <= "ω" and c not in _LATIN else None
    if not found:
        return ""
    name = ("var" if found[2] else "") + found[3].lower().replace("lamda", "lambda")
    return name if found[1] == "SMALL" else name.capitalize()


def _taken_apart(c: str) -> str:
    """`é` is e with an accent, `²` a raised 2, `ﬁ` fi; what has no such parts comes back as it is."""
    for form in ("NFD", "NFKD"):
        parts = unicodedata.normalize(form, c)
        made = _clusters(parts) if parts != c else c
        if made.isascii():
            level = re.match(r"<(super|sub)>", unicodedata.decomposition(c))
            return rf"\text{level[1]}script{{{made}}}" if level else made
    return c
