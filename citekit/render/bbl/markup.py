"""Marked text → LaTeX for pdfLaTeX, XeLaTeX and LuaLaTeX."""

from __future__ import annotations

from citekit.csl import marks
from citekit.render.outputs.blocks import DISPLAYS, lines
from citekit.render.outputs.markup import Markup, Pair
from citekit.render.outputs.tex_characters import encode


def _command(name: str) -> Pair:
    return rf"\{name}{{", "}"


def _link(address: str) -> Pair:
    return rf"\href{{{_address(address)}}}{{", "}"


def _address(address: str) -> str:
    return address.replace("%", r"\%").replace("#", r"\#")


MARKUP = Markup(
    encode,
    DISPLAYS
    | {
        marks.ITALIC: _command("textit"), marks.OBLIQUE: _command("textsl"), marks.UPRIGHT: _command("textup"),
        marks.BOLD: _command("textbf"), marks.LIGHT: _command("textmd"), marks.REGULAR: _command("textmd"),
        marks.SMALL_CAPS: _command("textsc"), marks.FULL_CAPS: (r"{\fontshape{n}\selectfont ", "}"),
        marks.UNDERLINE: _command("underline"),
        marks.SUPERSCRIPT: _command("textsuperscript"), marks.SUBSCRIPT: _command("textsubscript"),
    },
    _link,
)  # fmt: skip


def text(marked: str) -> str:
    """What stands behind a `\\bibitem`."""
    first, *others = lines(MARKUP(marked))
    if not others and not first[0]:
        return first[1]
    made = [_line(*first), *(rf"\endgraf{_line(*other)}" for other in others)]
    return f"{{{''.join(made)}\\endgraf}}"


def _line(indented: bool, words: str) -> str:
    return rf"\leftskip={1.5 if indented else 0}em {words}"
