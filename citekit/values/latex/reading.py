"""LaTeX → Unicode."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from citekit.values.latex import accents, maths
from citekit.values.latex.addresses import decode_verbatim
from citekit.values.latex.braces import spaced
from citekit.values.latex.symbols import symbol

_MARKUP = re.compile(r"[\\${}~]|--|``|''|[?!]`")
_TOKEN = re.compile(
    rf"""
    (?P<math>{maths.FORMULA})
    |\\\((?P<inline>(?:[^\\$]|\\[^()$])*)\\\)                                             # \(x\)
    |\\ensuremath\s*\{{(?P<ensured>[^{{}}$]*(?:\{{[^{{}}$]*\}}[^{{}}$]*)*)\}}
    |\\(?:url|path|nolinkurl)\s*\{{(?P<address>[^{{}}]*)\}}
    |\\(?P<accent>[`'^"~=.])(?:(?=[^\W\d_])|\s*(?=[\\{{]))                                  # \'e, \' {{e}}
    |\\(?P<letter>{"|".join(sorted(accents.LETTERS, key=len, reverse=True))})(?:\s*(?=[\\{{])|\s+(?=[A-Za-z]))  # \c c, \v{{s}}
    |\\(?P<word>[A-Za-z]+)\*?(?P<blank>\s*)
    |\\(?P<escape>[^A-Za-z])
    |(?P<ligature>---?|``|''|[?!]`)
    |(?P<tie>~)
    |(?P<open>\{{)
    |(?P<close>\}})
    """,
    re.VERBOSE | re.DOTALL,
)
_LIGATURES = {"--": "–", "---": "—", "``": "“", "''": "”", "?`": "¿", "!`": "¡"}
_ESCAPES = dict.fromkeys("-/!()[]@", "") | dict.fromkeys("\\,;:> \t\n\r", " ")

Change = Callable[[str], str]
"""What a macro does to its argument."""


def _nothing(text: str) -> str:
    return ""


def _quoted(text: str) -> str:
    return f"“{text}”"


_CHANGES: dict[str, Change] = {
    "textsuperscript": lambda text: maths.scripted(text, above=True) or text,
    "textsubscript": lambda text: maths.scripted(text, above=False) or text,
    "enquote": _quoted, "mkbibquote": _quoted, "mkbibparens": "({})".format, "mkbibbrackets": "[{}]".format,
    "uppercase": str.upper, "MakeUppercase": str.upper, "lowercase": str.lower, "MakeLowercase": str.lower,
} | dict.fromkeys(
    # BibTeX's own trick for sorting (\noopsort{1973b}1973), and first arguments that print nothing
    "noopsort href begin end hspace vspace hyphenation label index phantom hphantom vphantom color textcolor foreignlanguage"
    " selectlanguage".split(), _nothing,
)  # fmt: skip


def decode(text: str, *, ligatures: bool = True) -> str:
    r"""LaTeX → Unicode text: `G{\"o}del's {DNA} \& $\alpha$` → `Gödel's DNA & α`.

    Braces and font macros go, every run of blanks becomes one space, `~` a space. Maths that Unicode text cannot say
    (`$\frac{a}{b}$`), unknown macros without an argument (`\apj`) and a bare `%` stay as they are. With `ligatures=False`
    dashes and quotes stay too (`2426--2437`).
    """
    return spaced(_Text(ligatures).of(text)) if _MARKUP.search(text) else spaced(text)


@dataclass(slots=True)
class _Group:
    """What stands between two braces: the text so far, and the macros whose argument comes next, the outermost first."""

    change: list[Change] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    waiting: list[Change] = field(default_factory=list)

    def add(self, text: str) -> None:
        """A text that is one thing to TeX: a symbol or a group."""
        self.parts.append(_changed(text, self.waiting))
        self.waiting = []

    def add_letters(self, text: str) -> None:
        """Plain text: of it a waiting macro takes one letter."""
        if self.waiting:
            bare = text.lstrip()
            self.add(bare[:1])
            text = bare[1:]
        self.parts.append(text)

    def text(self) -> str:
        if self.waiting:
            self.add("")
        return "".join(self.parts)


def _changed(text: str, changes: list[Change]) -> str:
    for change in reversed(changes):
        text = change(text)
    return text


@dataclass(slots=True)
class _Text:
    """A LaTeX text that is read from its beginning to its end; `groups` are the open ones."""

    ligatures: bool
    groups: list[_Group] = field(default_factory=lambda: [_Group()])

    def of(self, latex: str) -> str:
        at = 0
        for token in _TOKEN.finditer(latex):
            if token.start() > at:
                self.groups[-1].add_letters(latex[at : token.start()])
            at = token.end()
            self._read(token)
        if at < len(latex):
            self.groups[-1].add_letters(latex[at:])
        while len(self.groups) > 1:  # never closed: what was not to be printed is all there is
            self.groups[-1].change = [change for change in self.groups[-1].change if change is not _nothing]
            self._close()
        return self.groups[0].text()

    def _read(self, token: re.Match[str]) -> None:
        group = self.groups[-1]
        kind = token.lastgroup
        if kind == "open":
            self.groups.append(_Group(group.waiting))
            group.waiting = []
        elif kind == "close":
            self._close()
        elif kind in ("accent", "letter"):
            group.waiting.append(accents.accent(token[kind]))
        elif kind == "blank":
            self._macro(group, token)
        elif kind == "ligature" and not self.ligatures:
            group.add_letters(token[0])
        else:
            group.add(_printed(token))

    def _close(self) -> None:
        if len(self.groups) > 1:
            inner = self.groups.pop()
            self.groups[-1].add(_changed(inner.text(), inner.change))

    def _macro(self, group: _Group, token: re.Match[str]) -> None:
        follows = token.string[token.end() : token.end() + 2]
        change = _CHANGES.get(token["word"])
        if change and follows.startswith("{"):
            group.waiting.append(change)
            return
        printed = symbol(token["word"])
        if printed is None:  # with an argument, that is what is printed
            printed = "" if follows.startswith("{") and follows != "{}" else token[0]
        if printed:
            group.add(printed)


def _printed(token: re.Match[str]) -> str:
    """The text of a token that needs nothing else."""
    kind = token.lastgroup
    if kind == "escape":
        return _ESCAPES.get(token["escape"], token["escape"])
    if kind == "math":
        return maths.spoken(token["math"])
    if kind in ("inline", "ensured"):
        inner = token[kind].strip()
        return maths.spoken(f"${inner}$") if inner else ""
    if kind == "address":
        return decode_verbatim(token["address"])
    return _LIGATURES.get(token[0], " ")
