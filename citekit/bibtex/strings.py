"""The right-hand side of a BibTeX field: `{…}`, `"…"`, numbers and `@string` names joined by `#`.

Source: O. Patashnik, *BibTeXing*, §2. The text that comes out is still LaTeX.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from citekit.values.latex import balanced

# What the standard styles define; a file may define them anew.
MONTHS = {
    "jan": "January", "feb": "February", "mar": "March", "apr": "April", "may": "May", "jun": "June", "jul": "July",
    "aug": "August", "sep": "September", "oct": "October", "nov": "November", "dec": "December",
}  # fmt: skip

Strings = Mapping[str, str]
"""Values of the `@string` names known at one place in a file, by lower-case name."""

_PLAIN = re.compile(r'\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}|"[^"{}\\]*"|\d+')  # one operand, nothing to join
_BARE = re.compile(r"""[^\s,{}"#=]+""")  # 2009, jan, springer
_IDENTIFIER = re.compile(r"""[^\s"#%'(),={}]+""")
_MARK = re.compile(r'[{}]|"')


@dataclass(frozen=True, slots=True)
class Piece:
    """One operand of `#`. `opener` is `{`, `"`, or empty for a number or a name; `joined`: a `#` stood before it."""

    text: str
    opener: str = ""
    joined: bool = False

    @property
    def name(self) -> str:
        """The `@string` name that this piece is, lower case, or `""`."""
        return self.text.lower() if not self.opener and not self.text.isdecimal() else ""

    @property
    def source(self) -> str:
        return self.opener + self.text + {"{": "}", '"': '"', "": ""}[self.opener]


def pieces(source: str) -> list[Piece]:
    """The operands of a value as it stands in the file. Never raises: what has no delimiters is a bare piece."""
    if _PLAIN.fullmatch(source):
        return [Piece(source) if source.isdecimal() else Piece(source[1:-1], source[0])]
    found: list[Piece] = []
    at = 0
    joined = False
    while at < len(source):
        mark = source[at]
        if mark in '{"':
            end = _end_of_delimited(source, at)
            found.append(Piece(source[at + 1 : end], mark, joined))
            at = end + 1
        elif bare := _BARE.match(source, at):
            found.append(Piece(bare[0], joined=joined))
            at = bare.end()
        else:
            if not mark.isspace() and mark != "#":
                found.append(Piece(mark, joined=joined))
            joined = mark == "#" or (joined and mark.isspace())
            at += 1
            continue
        joined = False
    return found


def _end_of_delimited(source: str, start: int) -> int:
    r"""Where `{…}` or `"…"` ends. A brace that nothing closes (`{a \{ b}`) is taken as text up to the last delimiter."""
    end = closing_quote(source, start) if source[start] == '"' else closing_brace(source, start)
    if end is None:
        last = source.rfind("}" if source[start] == "{" else '"', start + 1)
        end = last if last > start else len(source)
    return end


def closing_brace(text: str, start: int) -> int | None:
    """Where the brace opened at `start` closes, counting as BibTeX does; None when it does not."""
    depth = 0
    for brace in re.compile("[{}]").finditer(text, start):
        depth += 1 if brace[0] == "{" else -1
        if depth == 0:
            return brace.start()
    return None


class ClosingBraces(Protocol):
    """Tells where the brace at a place closes, as `citekit.bibtex.grammar.Partners` does."""

    def get(self, at: int) -> int | None: ...


_AFTER_QUOTE = re.compile(r"\s*(?:[,#})]|\Z)")


def closing_quote(text: str, start: int, closing: ClosingBraces | None = None) -> int | None:
    r"""Where the quote opened at `start` closes: the next `"` outside braces; None when it does not.

    Kinder than BibTeX, which ends `"G\"odel"` after the backslash. `closing` gives the braces' partners when known.
    """
    at = start + 1
    while mark := _MARK.search(text, at):
        at = mark.end()
        if mark[0] == "{":
            end = closing.get(mark.start()) if closing is not None else closing_brace(text, mark.start())
            if end is None:
                return None
            at = end + 1
        elif mark[0] == "}":
            return None
        elif text[mark.start() - 1] != "\\" or mark.start() - 1 == start or _AFTER_QUOTE.match(text, at):
            return mark.start()
    return None


_MOST = 100_000  # characters: `a = a # a`, forty times over, would be more than any machine holds


def evaluate(source: str, strings: Strings) -> str:
    """The LaTeX text of a value. An unknown name stands for itself; pieces that lack their `#` are parted by a space.

    So does a name that would make the value longer than any that people write.
    """
    parts: list[str] = []
    room = _MOST
    for piece in pieces(source):
        value = strings.get(piece.name, piece.text) if piece.name else piece.text
        if piece.name:
            room -= len(value)
            value = value if room > 0 else piece.text
        parts.append(value if piece.joined or not parts else f" {value}")
    return "".join(parts)


def names_used(source: str) -> frozenset[str]:
    """The `@string` names in a value, lower case."""
    if _PLAIN.fullmatch(source):
        return frozenset()
    return frozenset(piece.name for piece in pieces(source) if piece.name)


def is_regular(source: str) -> bool:
    """Would BibTeX itself accept this value as it stands: operands joined by `#`, braces balanced?"""
    if _PLAIN.fullmatch(source):
        return True
    found = pieces(source)
    bare = all(piece.opener or _IDENTIFIER.fullmatch(piece.text) for piece in found)
    joined = "".join("#".join(piece.source for piece in found).split())
    return bool(found) and bare and balanced(source) and joined == "".join(source.split())
