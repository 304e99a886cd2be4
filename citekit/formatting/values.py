"""One value as it is asked for: its delimiters, numbers, months and lines."""

from __future__ import annotations

from citekit.bibtex.fields import VERBATIM
from citekit.bibtex.strings import MONTHS, Piece, pieces
from citekit.formatting.layout import Layout
from citekit.formatting.lines import BLANKS, aligned, wrapped
from citekit.values.dates import month


def value(name: str, source: str, wish: Layout, label: str, *, months: bool) -> str:
    """The value of the field `name` (lower case), delimiters included, behind `label` (`  title = `).

    `source` must be regular (`citekit.bibtex.strings.is_regular`). `months`: the macros `jan` … `dec` mean the months here.
    """
    parts = pieces(source)
    if len(parts) > 1:
        return joined(parts, wish)
    (part,) = parts
    if name == "month" and wish.months == "macro" and months and (macro := month(part.text.strip(BLANKS))) in MONTHS:
        return macro
    if _is_number(bare := part.text.strip(BLANKS)):
        if wish.numbers == "bare":
            return bare
        if wish.numbers == "enclosed" and not part.opener:
            part = Piece(bare, "{")
    if not part.opener:
        return part.text
    return _delimited(Piece(_lines(name, part.text, wish, label), part.opener), wish)


def joined(parts: list[Piece], wish: Layout) -> str:
    """Operands with ` # ` between them. White space in them may count, so it stays."""
    return " # ".join(_delimited(part, wish) for part in parts)


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit()


def _lines(name: str, inner: str, wish: Layout, label: str) -> str:
    if VERBATIM.fullmatch(name):
        return inner
    hanging = wish.indent + " " * (len(label) - len(wish.indent) + 1)
    if wish.wrap is None:
        return aligned(inner, hanging, wish.indent * 2, wish.indent)
    return wrapped(inner, hanging, wish.wrap)


def _delimited(part: Piece, wish: Layout) -> str:
    if part.opener == '"' and wish.delimiters == "braces":
        return f"{{{part.text}}}"
    if part.opener == "{" and wish.delimiters == "quotes" and _goes_in_quotes(part.text):
        return f'"{part.text}"'
    return part.source


def _goes_in_quotes(text: str) -> bool:
    """Is no `"` outside braces, and no backslash before the last quote?"""
    if text.endswith("\\"):
        return False
    if '"' not in text:
        return True
    depth = 0
    for letter in text:
        depth += (letter == "{") - (letter == "}")
        if letter == '"' and not depth:
            return False
    return True
