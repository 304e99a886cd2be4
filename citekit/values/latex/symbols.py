r"""What a macro prints by itself: `\ss` is `ß`. The only importer of pylatexenc, whose tables know most of them."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Any

# What pylatexenc 2.11 prints wrongly or not at all: text symbols (latexref.xyz §23.3), letters of T5, quotes of babel, and spaces.
_SYMBOLS = {
    "LaTeX": "LaTeX", "LaTeXe": "LaTeX2e", "TeX": "TeX", "BibTeX": "BibTeX", "XeTeX": "XeTeX", "LuaTeX": "LuaTeX", "TM": "™",
    "copyright": "©", "pounds": "£", "P": "¶", "S": "§", "euro": "€", "ddag": "‡", "lq": "‘", "rq": "’", "slash": "/", "SS": "ẞ",
    "textasciicircum": "^", "textasteriskcentered": "*", "textbar": "|", "textbardbl": "‖", "textbraceleft": "{", "textbraceright": "}",
    "lbrace": "{", "rbrace": "}", "textdollar": "$", "textgreater": ">", "textless": "<", "textperiodcentered": "·",
    "textquotedbl": '"', "textunderscore": "_", "textminus": "−", "textnumero": "№", "textcelsius": "°C", "textohm": "Ω",
    "ohorn": "ơ", "OHORN": "Ơ", "uhorn": "ư", "UHORN": "Ư", "cprime": "ʹ", "cdprime": "ʺ",
    "glqq": "„", "grqq": "“", "glq": "‚", "grq": "‘", "flqq": "«", "frqq": "»", "flq": "‹", "frq": "›", "og": "« ", "fg": " »",
    "ne": "≠", "neg": "¬", "lnot": "¬", "prime": "′", "degree": "°", "triangle": "△",
    "hyphen": "-", "nobreakdash": "", "null": "",
} | dict.fromkeys("par newline linebreak item space nobreakspace thinspace enspace enskip quad qquad hfill".split(), " ") | dict.fromkeys(
    "em it bf rm sc tt sf sl relax protect bfseries itshape scshape ttfamily sffamily rmfamily upshape slshape mdseries normalfont"
    " noindent allowbreak nobreak break unskip ignorespaces leavevmode bgroup egroup begingroup endgroup"
    " tiny small footnotesize normalsize large Large".split(), "",
)  # fmt: skip


@cache
def _pylatexenc() -> tuple[Any, Any, Any]:
    """pylatexenc's converter and its two tables: what macros print, what arguments they take. Imported late."""
    from pylatexenc import latex2text, latexwalker

    prints = latex2text.get_default_latex_context_db()
    return latex2text.LatexNodes2Text(prints), prints, latexwalker.get_default_latex_context_db()


@lru_cache(maxsize=4096)
def converted(latex: str) -> str:
    """What pylatexenc makes of one macro. Its faults on odd arguments count as nothing printed."""
    try:
        return str(_pylatexenc()[0].latex_to_text(latex, tolerant_parsing=True))
    except Exception:  # pylatexenc raises whatever its tables run into
        return ""


@lru_cache(maxsize=4096)
def symbol(name: str) -> str | None:
    r"""What a macro prints by itself: `ss` → `ß`, `emph` → `""` (its argument is printed as text), unknown → None."""
    if name in _SYMBOLS:
        return _SYMBOLS[name]
    _, prints, takes = _pylatexenc()
    spec = prints.get_macro_spec(name)
    if spec is None or not spec.macroname:
        return None
    arguments = getattr(getattr(takes.get_macro_spec(name), "args_parser", None), "argspec", "") or ""
    return "" if "{" in arguments else converted("\\" + name)
