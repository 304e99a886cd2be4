r"""LaTeX as a string of CSL-JSON: fonts and protected words become tags, all else is as `decode` has it.

    The {DNA} of \emph{E. coli}, 4\textsuperscript{th} ed.
    The <span class="nocase">DNA</span> of <i><span class="nocase">E. coli</span></i>, 4<sup>th</sup> ed.

BibTeX keeps the case of what stands in braces, unless a macro comes first (`{\"u}`; *BibTeXing* §3.2). The same goes here for the
text in another font, `\emph{E. coli}` and `{\em E. coli}`.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field

from citekit.values.latex.braces import balanced
from citekit.values.latex.maths import FORMULA
from citekit.values.latex.reading import decode

_TAGS = (
    ('<span class="nocase">', "</span>"), ("<i>", "</i>"), ("<b>", "</b>"), ('<span style="font-variant:small-caps;">', "</span>"),
    ("<sup>", "</sup>"), ("<sub>", "</sub>"), ("<u>", "</u>"),
)  # fmt: skip
_OPEN = [chr(0xE010 + 2 * place) for place in range(len(_TAGS))]  # for private use: in no text that people write
_CLOSE = [chr(0xE011 + 2 * place) for place in range(len(_TAGS))]
_NOCASE, _ITALIC, _BOLD, _SMALL_CAPS, _RAISED, _LOWERED, _UNDERLINED = range(len(_TAGS))
_KEPT_ANYWAY = (_SMALL_CAPS, _RAISED, _LOWERED)  # no text case of CSL changes them
_MARKS = "".join(_OPEN + _CLOSE)
_WRITTEN = {mark: tag[0] for mark, tag in zip(_OPEN, _TAGS, strict=True)} | {
    mark: tag[1] for mark, tag in zip(_CLOSE, _TAGS, strict=True)
}

# Macros with an argument, then those that hold to the end of their group. LaTeX2e reference manual, §4 (https://latexref.xyz/Fonts.html).
_COMMANDS = {
    "emph": _ITALIC, "textit": _ITALIC, "textsl": _ITALIC, "mkbibemph": _ITALIC, "mkbibitalic": _ITALIC, "textbf": _BOLD, "mkbibbold": _BOLD,
    "textsc": _SMALL_CAPS, "textsuperscript": _RAISED, "mkbibsuperscript": _RAISED, "textsubscript": _LOWERED, "underline": _UNDERLINED, "uline": _UNDERLINED,
}  # fmt: skip
_DECLARATIONS = {
    "em": _ITALIC, "it": _ITALIC, "sl": _ITALIC, "itshape": _ITALIC, "slshape": _ITALIC, "bf": _BOLD, "bfseries": _BOLD,
    "sc": _SMALL_CAPS, "scshape": _SMALL_CAPS,
}  # fmt: skip

_SPECIAL = re.compile(r"[\\{}`]")
_TOKEN = re.compile(
    rf"""(?P<formula>{FORMULA})
    |\\(?P<word>[A-Za-z]+)\*?\s*
    |(?P<accent>\\[`'^"~=.])\s*
    |(?P<other>\\.)
    |(?P<open>\{{)
    |(?P<close>\}})""",
    re.VERBOSE | re.DOTALL,
)
_BARE_WORD = re.compile(rf"[\w{_OPEN[_NOCASE]}{_CLOSE[_NOCASE]}]+")
_WITHOUT_LETTERS = re.compile(rf"{_OPEN[_NOCASE]}((?:[^\w{_MARKS}]|[\d_])*){_CLOSE[_NOCASE]}")
_PROTECTED = re.compile(f"{_OPEN[_NOCASE]}([^{_MARKS}]+){_CLOSE[_NOCASE]}")
_QUOTES = frozenset("\"'“”‘’")
_LETTER = re.compile(r"[^\W\d_]")
_SINGLE_QUOTES = re.compile(r"`(?=\S)((?:[^`']|'(?=\w))*)'(?!\w)")


def printed(latex: str, *, keeps_case: bool = True) -> str:
    r"""The LaTeX (a value without its delimiters) as text with tags of CSL; `<` and `&` of the text are entities where there are tags.

    `keeps_case=False`: braces protect nothing, only fonts count. `` `word' `` gets curly quotation marks. Never raises.
    """
    if not _SPECIAL.search(latex) or not balanced(latex) or any(mark in latex for mark in _MARKS):
        return decode(latex)
    marked = _Marking(latex, keeps_case).text()
    if marked is None:
        return decode(latex)
    text = decode(marked)
    text = _SINGLE_QUOTES.sub(r"‘\1’", text) if "`" in text else text
    if not any(mark in text for mark in _MARKS):
        return text
    text = _BARE_WORD.sub(_whole_word, _WITHOUT_LETTERS.sub(r"\1", text))
    return _tagged(_PROTECTED.sub(_without_lone_quote, text)).strip(" ")


@dataclass(slots=True)
class _Group:
    """An open brace: the marks to be closed with it, and whether the case of what stands in it is kept."""

    marks: list[int] = field(default_factory=list)
    keeps_case: bool = False


@dataclass(slots=True)
class _Marking:
    """A LaTeX text with marks being put inside its braces."""

    latex: str
    keeps_case: bool
    parts: list[str] = field(default_factory=list)
    groups: list[_Group] = field(default_factory=lambda: [_Group()])

    def text(self) -> str | None:
        """None where the braces are balanced for BibTeX, which counts those behind a backslash, too, but not for TeX."""
        at = 0
        before: re.Match[str] | None = None
        for token in _TOKEN.finditer(self.latex):
            if token.start() > at:
                before = None
            self.parts.append(self.latex[at : token.start()])
            at = token.end()
            if token["open"]:
                self._open(before, self.latex[at : at + 1])
            elif token["close"]:
                if len(self.groups) == 1:
                    return None
                self._close()
            else:
                self.parts.append(token[0])
                if (mark := _DECLARATIONS.get(token["word"] or "")) is not None and self.latex[at : at + 1] != "{":
                    self._mark(mark)
            before = token
        self.parts.append(self.latex[at:])
        if len(self.groups) > 1:
            return None
        self._end(self.groups[0])
        return "".join(self.parts)

    def _open(self, before: re.Match[str] | None, first: str) -> None:
        self.parts.append("{")
        self.groups.append(_Group(keeps_case=self.groups[-1].keeps_case))
        word = before["word"] if before else None
        if word in _COMMANDS:
            self._mark(_COMMANDS[word])
        elif not (word or (before and before["accent"])) and first not in ("\\", "}"):
            self._protect()

    def _mark(self, mark: int) -> None:
        self.groups[-1].marks.append(mark)
        self.parts.append(_OPEN[mark])
        if mark not in _KEPT_ANYWAY:
            self._protect()

    def _protect(self) -> None:
        group = self.groups[-1]
        if self.keeps_case and not group.keeps_case:
            group.keeps_case = True
            group.marks.append(_NOCASE)
            self.parts.append(_OPEN[_NOCASE])

    def _close(self) -> None:
        self._end(self.groups.pop())
        self.parts.append("}")

    def _end(self, group: _Group) -> None:
        self.parts += [_CLOSE[mark] for mark in reversed(group.marks)]


def _whole_word(word: re.Match[str]) -> str:
    """A word of which a part is protected is protected as a whole: `{M}icro` is one word for title case, too."""
    text = word[0]
    opening, closing = _OPEN[_NOCASE], _CLOSE[_NOCASE]
    if text.count(opening) != text.count(closing) or text.find(closing) < text.find(opening):
        return text
    bare = text.replace(opening, "").replace(closing, "")
    return f"{opening}{bare}{closing}" if opening in text and _LETTER.search(bare) else bare


def _without_lone_quote(piece: re.Match[str]) -> str:
    """`{'De} unitate'`: a quotation mark stands with its partner, outside of the tag."""
    text = piece[1]
    if sum(sign in _QUOTES for sign in text) != 1:
        return piece[0]
    if text[0] in _QUOTES:
        return f"{text[0]}{_OPEN[_NOCASE]}{text[1:]}{_CLOSE[_NOCASE]}"
    return f"{_OPEN[_NOCASE]}{text[:-1]}{_CLOSE[_NOCASE]}{text[-1]}" if text[-1] in _QUOTES else piece[0]


def _tagged(text: str) -> str:
    """Marks as tags, none of them round nothing."""
    text = html.escape(text, quote=False).replace("&gt;", ">")
    return "".join(_WRITTEN.get(sign, sign) for sign in _unemptied(text))


def _unemptied(text: str) -> list[str]:
    """The text in pieces, marks apart, without pairs of marks that hold nothing."""
    pieces: list[str] = []
    for piece in re.split(f"([{_MARKS}])", text):
        if piece in _CLOSE and pieces and pieces[-1] == _OPEN[_CLOSE.index(piece)]:
            pieces.pop()
        elif piece:
            pieces.append(piece)
    return pieces
