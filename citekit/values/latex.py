r"""LaTeX ↔ Unicode, as far as BibTeX values need it. The only importer of pylatexenc.

pylatexenc knows what each macro stands for; what a macro's argument is, and what must stay as it is (maths, a bare `%`,
unknown macros), is decided here, since on whole strings pylatexenc drops all text after `%` and all unknown macros.
Nothing here raises, whatever the text.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import Any

_BLANKS = re.compile(r"[ \t\r\n\f\v]+")  # what TeX reads as one space; U+00A0 is text
_MARKUP = re.compile(r"[\\${}~]|--|``|''")

# Maths: `$x$`, `$<$5`, unless a space touches a dollar (not: `$5 and $10`) or prices follow each other; or it holds TeX.
_MATH = r"\$(?![\s\d])[^$\\^_]+(?<!\s)\$|\$\d[^$\\^_]*(?<!\s)\$(?!\d)|\$(?=[^$]*[\\^_])(?:\\.|[^$\\])+\$"
_TOKEN = re.compile(
    rf"""
    (?P<math>{_MATH})
    |(?P<silent>\\(?:href|[hv]space\*?|begin|end|noopsort|hyphenation)\s*\{{[^{{}}]*\}})  # \noopsort{{a}} prints nothing
    |\\(?:url|path|nolinkurl)\s*\{{(?P<address>[^{{}}]*)\}}
    |\\text(?P<script>super|sub)script\s*\{{(?P<scripted>[^{{}}\\]*)\}}
    |(?P<accent>\\(?:[`'^"~=.](?=[^\W\d_]|\s*[\\{{])|[uvHtcdbkr](?=\s*[\\{{]|\s+[A-Za-z]))) # \'e \c c \v{{s}}
        \s*(?:(?P<bare>[^\W\d_]|\\[ij](?![A-Za-z])(?:\{{\}}|\s+)?)                            # \'\i{{}}
           |\{{\s*(?P<base>\\[A-Za-z]+|[^{{}}\\\s]?)(?:\{{\}}|\s)*(?P<rest>[^{{}}\\]*)\}})        # \'{{\i}}
    |(?P<macro>\\[A-Za-z]+\*?)(?P<blank>\s*)(?P<group>(?=\{{)(?!\{{\}}))?
    |\\(?P<escape>[^A-Za-z])
    |(?P<ligature>---?|``|'')
    |(?P<tie>~)
    |(?P<brace>[{{}}])
    """,
    re.VERBOSE | re.DOTALL,
)
_LIGATURES = {"--": "–", "---": "—", "``": "“", "''": "”"}
_ESCAPES = {"-": "", "/": "", "!": "", "(": "", ")": "", "[": "", "]": ""} | dict.fromkeys("\\,;: \t\n\r", " ")

# What pylatexenc 2.11 prints wrongly or not at all.
_SYMBOLS = {
    "LaTeX": "LaTeX", "LaTeXe": "LaTeX2e", "TeX": "TeX", "BibTeX": "BibTeX", "copyright": "©", "pounds": "£", "P": "¶",
    "textbraceleft": "{", "textbraceright": "}", "lbrace": "{", "rbrace": "}", "textasciicircum": "^", "slash": "/",
    "S": "§", "euro": "€", "textquotedbl": '"', "par": " ", "newline": " ", "linebreak": " ", "item": " ", "null": "", "textdollar": "$",
} | dict.fromkeys("em it bf rm sc tt sf sl relax protect bfseries itshape scshape ttfamily sffamily".split(), "")  # fmt: skip
_SUPERSCRIPT = str.maketrans("0123456789+-−=()ni∘", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ°")
_SUBSCRIPT = str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")


def decode(text: str, *, ligatures: bool = True) -> str:
    r"""LaTeX → Unicode text: `G{\"o}del's {DNA} \& $\alpha$` → `Gödel's DNA & α`.

    Braces and font macros go, every run of blanks becomes one space, `~` a space. Maths that Unicode text cannot say
    (`$\frac{a}{b}$`) and unknown macros without an argument (`\apj`) stay as they are. With `ligatures=False` dashes
    and quotes stay too (`2426--2437`).
    """
    if _MARKUP.search(text):
        keep = () if ligatures else ("ligature",)
        text = _TOKEN.sub(lambda m: m[0] if m.lastgroup in keep else _plain(m), text)
    return _BLANKS.sub(" ", text).strip(" ")


def _plain(token: re.Match[str]) -> str:
    """The Unicode text of one piece of LaTeX."""
    if token["macro"]:
        found = _symbol(token["macro"][1:])
        if found is None:
            return "" if token["group"] is not None else token["macro"] + token["blank"]
        return found
    if token["accent"]:
        base = token["bare"] or token["base"] or ""
        return _accented(token["accent"], base.removesuffix("{}").strip()) + (token["rest"] or "")
    if token["escape"]:
        return _ESCAPES.get(token["escape"], token["escape"])
    if token["script"]:
        return _scripted(token["scripted"], token["script"] == "super") or token["scripted"]
    if token["math"]:
        return _maths(token["math"])
    if token["address"] is not None:
        return decode_verbatim(token["address"])
    return _LIGATURES.get(token[0], " " if token["tie"] else "")


@cache
def _pylatexenc() -> tuple[Any, Any, Any]:
    """pylatexenc's converter and its two tables: what macros print, what arguments they take. Imported late."""
    from pylatexenc import latex2text, latexwalker

    prints = latex2text.get_default_latex_context_db()
    return latex2text.LatexNodes2Text(prints), prints, latexwalker.get_default_latex_context_db()


@lru_cache(maxsize=4096)
def _converted(latex: str) -> str:
    """What pylatexenc makes of one macro. Its faults on odd arguments count as nothing printed."""
    try:
        return str(_pylatexenc()[0].latex_to_text(latex, tolerant_parsing=True))
    except Exception:  # pylatexenc raises whatever its tables run into
        return ""


@lru_cache(maxsize=4096)
def _symbol(name: str) -> str | None:
    r"""What a macro prints by itself: `ss` → `ß`, `emph` → `""` (its argument is printed as text), unknown → None."""
    name = name.removesuffix("*")
    if name in _SYMBOLS:
        return _SYMBOLS[name]
    _, prints, takes = _pylatexenc()
    spec = prints.get_macro_spec(name)
    if spec is None or not spec.macroname:
        return None
    arguments = getattr(getattr(takes.get_macro_spec(name), "args_parser", None), "argspec", "") or ""
    return "" if "{" in arguments else _converted("\\" + name)


@lru_cache(maxsize=4096)
def _accented(accent: str, base: str) -> str:
    """`\\"` and `o` → `ö`; an accent on nothing is the bare sign for `^` and `~`, else nothing."""
    if not base:
        return accent[1] if accent[1] in "^~" else ""
    return unicodedata.normalize("NFC", _converted(f"{accent}{{{base}}}"))


def _scripted(text: str, above: bool) -> str:
    """`2` → `²` or `₂`; `""` when Unicode lacks one of the signs."""
    moved = text.translate(_SUPERSCRIPT if above else _SUBSCRIPT)
    return moved if text and not set(text) & set(moved) else ""


_FONT = re.compile(r"\\(?:math(?:rm|bf|it|sf|tt)|text(?:rm|it|bf)?|mbox|rm|it|bf|ensuremath)(?![A-Za-z])\s*")
_MATH_ACCENT = re.compile(r"\\(ddot|dot|acute|grave|hat|tilde|bar|check|breve)\s*\{+([A-Za-z])\}+")
_SCRIPT = re.compile(r"([\^_])(?:\{([^{}]*)\}|([^{}\\\s]))")  # ^{13}, _2
_MATH_MACRO = re.compile(r"\\([A-Za-z]+)(\s*)")


@lru_cache(maxsize=4096)
def _maths(formula: str) -> str:
    r"""`$\alpha$` → `α`, `$_2$` → `₂`, `$-$` → U+2212; a formula that needs more than letters stays LaTeX."""
    text = _FONT.sub("", formula[1:-1])
    text = _MATH_ACCENT.sub(lambda m: unicodedata.normalize("NFC", _converted(f"$\\{m[1]}{{{m[2]}}}$")), text)
    text = _MATH_MACRO.sub(_math_symbol, text)
    text = re.sub(r"\\([%&#$!,;: ])", lambda m: {"!": ""}.get(m[1], m[1] if m[1] in "%&#$" else " "), text)
    text = _SCRIPT.sub(lambda m: _scripted(m[2] or m[3] or "", m[1] == "^") or m[0], text)
    text = text.removeprefix("{}")
    if re.search(r"[\\^_]", text) or not text.strip():
        return formula
    return re.sub(r"[{}]", "", text).replace("-", "−").replace("~", " ")


def _math_symbol(token: re.Match[str]) -> str:
    found = _symbol(token[1])
    if not found:
        return token[0]
    return found + " " if found.isascii() and token.end() < len(token.string) else found  # \log n


# ---------------------------------------------------------------- Unicode → LaTeX

_LITERALS = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",  # not \{: BibTeX counts that brace
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "−": "$-$",
} | {sign: "\\" + sign for sign in "&%#_$"}
_LITERAL = re.compile(r"[\\{}~^−&%#_$]")
_LITERAL_OR_LIGATURE = re.compile(_LITERAL.pattern + r"|-(?=-)|`(?=`)|'(?=')")
_FORMULA = re.compile(_MATH, re.DOTALL)


def encode(text: str, *, ligatures: bool = True) -> str:
    r"""Unicode text → LaTeX that `decode` reads back as the same text: `50% & more` → `50\% \& more`.

    Letters stay Unicode. Braces in the result always balance, counted as BibTeX counts them. Maths that `decode` left
    as it was (`$\frac{a}{b}$`) is written as maths.
    """
    parts = []
    at = 0
    for formula in _FORMULA.finditer(text):
        if _stays(formula[0]):
            parts += [_escaped(text[at : formula.start()], ligatures), formula[0]]
            at = formula.end()
    parts.append(_escaped(text[at:], ligatures))
    return _BLANKS.sub(" ", "".join(parts)).strip(" ")


def _escaped(text: str, ligatures: bool) -> str:
    special = _LITERAL_OR_LIGATURE if ligatures else _LITERAL
    return special.sub(lambda m: _LITERALS.get(m[0], m[0] + "{}"), text)


def _stays(formula: str) -> bool:
    return decode(formula) == formula and balanced(formula) and not re.search("[%&#]", formula)


def balanced(text: str) -> bool:
    r"""Do the braces balance as BibTeX counts them, `\{` included?"""
    depth = 0
    for brace in re.findall("[{}]", text):
        depth += 1 if brace == "{" else -1
        if depth < 0:
            return False
    return depth == 0


# ---------------------------------------------------------------- addresses

_ADDRESS_ESCAPE = re.compile(r"\{\\([_%&#~])(?:\{\})?\}|\\([_%&#])|\\(?:textasciitilde|~)\{\}")  # {\_} \% \~{}
_ADDRESS_MACRO = re.compile(r"\\url\s*\{(.*)\}", re.DOTALL)


def decode_verbatim(text: str) -> str:
    r"""A url, DOI or file name as it was meant: only `\_ \% \& \# {\_} \~{}` and a `\url{…}` round it are undone."""
    text = _BLANKS.sub(" ", text).strip(" ")
    if "\\" not in text:
        return text
    whole = _ADDRESS_MACRO.fullmatch(text)
    return _ADDRESS_ESCAPE.sub(lambda m: m[1] or m[2] or "~", whole[1] if whole else text)


def encode_verbatim(text: str) -> str:
    r"""The inverse of `decode_verbatim`. Braces that do not balance are percent-encoded."""
    text = re.sub(r"\\(?=[_%&#])", r"\\\\", _BLANKS.sub(" ", text).strip(" "))
    return text if balanced(text) else text.replace("{", "%7B").replace("}", "%7D")
