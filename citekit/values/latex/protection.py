"""Braces that keep the case of words (`{DNA}`), kept where a text is changed."""

from __future__ import annotations

import re
from collections import defaultdict

from citekit.values.latex.braces import balanced
from citekit.values.latex.maths import FORMULA
from citekit.values.latex.reading import decode
from citekit.values.latex.writing import encode

_OPEN, _CLOSE = "\ue000", "\ue001"  # for private use: in no text that people write
_MARKS = re.compile(f"[{_OPEN}{_CLOSE}]")
_ARGUMENT_OF_ACCENT = re.compile(r"\\(?:[`'^\"~=.]|[bcdHkrtuvhGfU](?![A-Za-z]))\s*\Z")
_BRACE = re.compile(rf"[{{}}]|(?P<other>\\\$|{FORMULA})", re.DOTALL)
_WORD = re.compile(r"\S+")
_LETTERS = re.compile(r"\w+")
_PIECE = re.compile(f"{_OPEN}([^{_CLOSE}]*){_CLOSE}")
_ROWS = 50  # more protected rows of words than any title has; they are looked for all at once


def protected_like(new_text: str, old_latex: str, *, ligatures: bool = True) -> str:
    r"""The new text as LaTeX, its words protected from a change of case as they were in the old LaTeX.

    `Repair of DNA in E. coli` after `Repiar of {DNA} in {\em {E.} coli}` → `Repair of {DNA} in {E.} coli`. `old_latex` is the value
    without its delimiters. Where all of it stood in braces, all of the new text does; else a protected piece is looked for in the
    same word, several protected words in the same row of words. As `encode` where nothing was protected.
    """
    plain = encode(new_text, ligatures=ligatures)
    if "{" not in old_latex or not new_text or not balanced(old_latex) or _MARKS.search(new_text + old_latex):
        return plain
    old = decode(_marked(old_latex), ligatures=ligatures)
    if not _MARKS.search(old):
        return plain
    if old.startswith(_OPEN) and old.find(_CLOSE) == len(old) - 1:
        return f"{{{plain}}}"
    written = encode(_like(new_text, old), ligatures=ligatures).replace(_OPEN, "{").replace(_CLOSE, "}")
    return written if balanced(written) and decode(written) == decode(plain) else plain


def _marked(latex: str) -> str:
    r"""The LaTeX with a mark inside each pair of braces that protects: an outermost one that does not begin with a macro.

    *BibTeXing* §3.2: `{\…}` is a special character, whose case does change.
    """
    parts: list[str] = []
    depth = at = 0
    marking = False
    for brace in _BRACE.finditer(latex):
        parts.append(latex[at : brace.start()])
        at = brace.end()
        if brace["other"]:
            parts.append(brace[0])
            continue
        if brace[0] == "{":
            depth += 1
            opens = depth == 1 and latex[at : at + 1] not in ("\\", "}") and not _of_accent(latex, brace.start())
            marking = marking or opens
            parts.append("{" + _OPEN if opens else "{")
        else:
            depth -= 1
            parts.append(_CLOSE + "}" if marking and depth == 0 else "}")
            marking = marking and depth > 0
    return "".join([*parts, latex[at:]])


def _of_accent(latex: str, brace: int) -> bool:
    return bool(_ARGUMENT_OF_ACCENT.search(latex, max(0, brace - 8), brace))


def _like(new: str, marked: str) -> str:
    """The new text with marks round the pieces that have them in the old one."""
    words = _words(marked)
    pieces = _PIECE.findall(marked)
    single = frozenset(piece for piece in pieces if len(piece) > 1 and any(map(str.isupper, piece)))
    rows = [row for row in dict.fromkeys(pieces) if " " in row][:_ROWS]
    seen: dict[str, int] = defaultdict(int)

    def marked_word(found: re.Match[str]) -> str:
        word = found[0]
        if forms := words.get(word):
            seen[word] += 1
            return forms[min(seen[word], len(forms)) - 1]
        if found["row"]:
            return f"{_OPEN}{word}{_CLOSE}"
        return _LETTERS.sub(lambda part: f"{_OPEN}{part[0]}{_CLOSE}" if part[0] in single else part[0], word)

    known = "|".join(sorted(map(re.escape, rows), key=len, reverse=True))
    return re.sub(rf"(?P<row>(?<!\w)(?:{known or '(?!)'})(?!\w))|\S+", marked_word, new)


def _words(marked: str) -> dict[str, list[str]]:
    """How each word of the old text stands in it, time after time: `{DNA}-binding` by `DNA-binding`."""
    words: dict[str, list[str]] = defaultdict(list)
    for found in _WORD.finditer(marked):
        bare = _MARKS.sub("", found[0])
        words[bare].append(found[0] if found[0].count(_OPEN) == found[0].count(_CLOSE) else bare)
    return words
