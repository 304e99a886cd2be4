r"""Maths in a text, `the ring $\mathbb{Z}_2$`: what of it TeX may be given as it stands.

That is a formula of signs and of commands that do nothing but print, and one that cannot stop TeX: braces and arguments are there, and no sign has
two exponents. All else between dollars is text, prices above all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

# LaTeX's own (LaTeX2e: An unofficial reference manual, chapter 16, https://latexref.xyz/Math-formulas.html).
_SIGNS = frozenset(
    """
alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta iota kappa lambda mu nu xi pi varpi rho varrho sigma varsigma tau
upsilon phi varphi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega
aleph hbar imath jmath ell wp Re Im partial infty prime emptyset nabla surd top bot angle forall exists neg flat natural sharp
pm mp times div ast star circ bullet cdot cap cup uplus vee wedge setminus wr oplus ominus otimes oslash odot dagger ddagger amalg diamond
le leq ge geq ne neq equiv sim simeq approx propto prec succ preceq succeq ll gg subset supset subseteq supseteq in ni mid
parallel perp vdash dashv asymp colon
leftarrow gets rightarrow to leftrightarrow Leftarrow Rightarrow Leftrightarrow uparrow downarrow mapsto hookrightarrow nearrow searrow
sum prod coprod bigcap bigcup bigvee bigwedge bigoplus bigotimes
langle rangle lfloor rfloor lceil rceil lbrace rbrace lbrack rbrack vert Vert backslash
""".split()
)
# LaTeX puts these together from several signs, so that they are no exponent without braces.
_COMPOSED = frozenset(
    """
cong notin models doteq longrightarrow longleftarrow longleftrightarrow Longrightarrow iff int oint
sin cos tan cot sec csc sinh cosh tanh coth arcsin arccos arctan log ln lg exp lim limsup liminf max min sup inf det dim ker hom deg gcd
arg Pr bmod ldots cdots vdots ddots dots quad qquad
""".split()
)
_ARGUMENTS = dict.fromkeys(
    "mathrm mathbf mathit mathsf mathtt mathcal sqrt overline underline hat widehat tilde widetilde bar vec dot ddot check breve acute grave".split(),
    1,
) | {"frac": 2, "stackrel": 2}
_TEXTS = frozenset("mbox textrm textit textbf textsf".split())
_ESCAPED = frozenset(r"\, \; \: \! \{ \} \| \%".split()) | {"\\ "}

FALLBACKS = {
    "mathbb": r"[1]{\mathbf{#1}}", "mathfrak": r"[1]{\mathbf{#1}}", "mathscr": r"[1]{\mathcal{#1}}", "boldsymbol": r"[1]{\mathbf{#1}}",
    "bm": r"[1]{\mathbf{#1}}", "operatorname": r"[1]{\mathrm{#1}}", "text": r"[1]{\mbox{#1}}", "dfrac": r"[2]{\frac{#1}{#2}}",
    "tfrac": r"[2]{\frac{#1}{#2}}", "binom": r"[2]{{#1\choose #2}}", "lesssim": r"{\leq}", "gtrsim": r"{\geq}", "leqslant": r"{\leq}",
    "geqslant": r"{\geq}", "varnothing": r"{\emptyset}", "square": r"{\diamond}", "ltimes": r"{\times}", "rtimes": r"{\times}",
}  # fmt: skip
"""Commands of amsmath, amssymb, mathrsfs and bm, with what `\\providecommand` makes of them in a paper that does not load these."""

_ARGUMENTS |= {name: int(made[1]) for name, made in FALLBACKS.items() if made[0] == "[" and name != "text"}

_FORMULA = re.compile(r"(?<!\\)(\$\$?)(?!\s)([^$]{1,200})(?<!\s)\1(?![\d$])")
_TELLING = re.compile(r"[\\^_]")
_PLAIN = re.compile(r"(?!\d)(?:[A-Za-z](?![A-Za-z])|[^A-Za-z])+")  # `n`, `p < q`; no words, no price
_PRICE = re.compile(r"\d.* [A-Za-z]{2,} ")  # `$5 and 6 H_2$O`
_TOKEN = re.compile(r"\\(?:[A-Za-z]+|.)|.", re.DOTALL)
_ORDINARY = re.compile(r"[A-Za-z0-9+\-*/=()\[\],.;:!|<>?@'~ ]")
_OLD_FONT = re.compile(r"\{\\(rm|bf|it|sf|tt|cal)(?![A-Za-z])\s*([^{}]*)\}|\\(rm|bf|it|sf|tt|cal)(?=\{)")  # {\rm d}
_DEEPEST = 8


def parts(text: str) -> Iterator[tuple[str, bool]]:
    """The text in turns with its formulas, which are true: `("the ring ", False), (r"\\mathbb{Z}_2", True), ("", False)`."""
    start = at = 0
    while (at := text.find("$", at)) >= 0:
        found = _FORMULA.match(text, at)
        formula = _harmless(found[2], text[found.end() : found.end() + 1]) if found else ""
        if not found or not formula:
            at += 1
            continue
        yield text[start:at], False
        yield formula, True
        start = at = found.end()
    yield text[start:], False


def _harmless(formula: str, behind: str) -> str:
    """The formula as TeX is given it; `""` for what is none."""
    if (not _TELLING.search(formula) and (behind.isalpha() or not _PLAIN.fullmatch(formula))) or _PRICE.match(formula):
        return ""
    said = _OLD_FONT.sub(lambda found: rf"\math{found[1]}{{{found[2]}}}" if found[1] else rf"\math{found[3]}", formula)
    said = said.replace("’", "'").replace("−", "-")
    tokens = _TOKEN.findall(said)[::-1]
    return said if _row(tokens, _DEEPEST) and not tokens else ""


def _row(tokens: list[str], depth: int, end: str = "") -> bool:
    """Takes signs with their exponents and indices up to `end`, which stays; the next token is the last of the list."""
    scripts: set[str] = set()
    while tokens and tokens[-1] != end:
        token = tokens.pop()
        if token in ("^", "_"):
            if token in scripts or not _argument(tokens, depth):
                return False
            scripts.add(token)
        elif token == "'" and "^" in scripts:
            return False
        elif token not in (" ", "'"):
            scripts = set()
        if token not in ("^", "_") and not _atom(token, tokens, depth):
            return False
    return True


def _atom(token: str, tokens: list[str], depth: int) -> bool:
    """Takes what belongs to a token that begins something."""
    if token == "{":
        return depth > 0 and _row(tokens, depth - 1, "}") and _closed(tokens, "}")
    name = token[1:]
    if token[0] != "\\" or token in _ESCAPED:
        return token in _ESCAPED or bool(_ORDINARY.fullmatch(token))
    if name in _TEXTS or name == "text":
        return _text(tokens)
    if name == "sqrt" and tokens and tokens[-1] == "[":
        tokens.pop()
        if not (_row(tokens, 0, "]") and _closed(tokens, "]")):
            return False
    wanted = _ARGUMENTS.get(name)
    if wanted is None:
        return name in _SIGNS or name in _COMPOSED or name in FALLBACKS
    return all(_argument(tokens, depth) for _ in range(wanted))


def _argument(tokens: list[str], depth: int) -> bool:
    """Takes one argument: a group, or one sign. What takes arguments itself has to stand in a group."""
    while tokens and tokens[-1] == " ":
        tokens.pop()
    token = tokens.pop() if tokens else ""
    if token[:1] == "\\" and token[1:] not in _SIGNS:
        return False
    return token not in ("", "'", "~") and _atom(token, tokens, depth)


def _text(tokens: list[str]) -> bool:
    """Takes words in braces."""
    if not _closed(tokens, "{"):
        return False
    while tokens and re.fullmatch(r"[A-Za-z0-9 .,:;()/-]", tokens[-1]):
        tokens.pop()
    return _closed(tokens, "}")


def _closed(tokens: list[str], bracket: str) -> bool:
    """Takes a bracket."""
    return bool(tokens) and tokens.pop() == bracket
