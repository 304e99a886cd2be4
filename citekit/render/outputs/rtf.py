"""Rich Text Format (RTF 1.9.1, Microsoft 2008), for word processors: a paragraph a reference, ASCII."""

from __future__ import annotations

import re
from collections.abc import Sequence

from citekit.csl import marks
from citekit.render.outputs import Entry, Layout
from citekit.render.outputs.blocks import DISPLAYS, line, lines
from citekit.render.outputs.markup import Markup, Pair

_SPECIAL = re.compile(r"[\\{}]|[^ -~]")


def escaped(text: str) -> str:
    return _SPECIAL.sub(_character, text)


def _character(found: re.Match[str]) -> str:
    """`é` → `\\u233\\'3f`; above U+7FFF the numbers are negative, above U+FFFF there are two (surrogates).

    What old readers print instead is a question mark as `\\'3f`: behind a bare one pandoc 2.17 loses a letter.
    """
    character = found[0]
    if character.isascii():
        return f"\\{character}"
    units = character.encode("utf-16-be", "surrogatepass")
    numbers = (int.from_bytes(units[at : at + 2], "big", signed=True) for at in range(0, len(units), 2))
    return "".join(rf"\u{number}\'3f" for number in numbers)


def _group(word: str) -> Pair:
    return f"{{\\{word} ", "}"


def _link(address: str) -> Pair:
    return rf'{{\field{{\*\fldinst{{HYPERLINK "{escaped(address)}"}}}}{{\fldrslt{{\ul ', "}}}"


MARKUP = Markup(
    escaped,
    DISPLAYS
    | {
        marks.ITALIC: _group("i"), marks.OBLIQUE: _group("i"), marks.UPRIGHT: _group("i0"),
        marks.BOLD: _group("b"), marks.LIGHT: _group("b0"), marks.REGULAR: _group("b0"),
        marks.SMALL_CAPS: _group("scaps"), marks.FULL_CAPS: _group("scaps0"),
        marks.UNDERLINE: _group("ul"), marks.NO_UNDERLINE: _group("ulnone"),
        marks.SUPERSCRIPT: _group("super"), marks.SUBSCRIPT: _group("sub"), marks.BASELINE: _group("nosupersub"),
    },
    _link,
)  # fmt: skip

_HEAD = r"{\rtf1\ansi\ansicpg1252\deff0\uc1{\fonttbl{\f0\froman Times New Roman;}}{\info{\title %s}}\f0\fs24" + "\n"
_INDENT = 720  # twips, of which an inch has 1440
_DIGIT = 120  # about the width of a digit


def written(entries: Sequence[Entry], layout: Layout) -> str:
    """The document. Labels stand in a column of their own, by a tab; references without one hang where the style says so."""
    widest = max((len(marks.plain(entry.label).strip()) for entry in entries), default=0)
    column = _DIGIT * min(widest + 2, 24) if widest else 0
    hanging = column or (_INDENT if layout.hanging_indent else 0)
    spacing = rf"\sl{240 * min(max(layout.line_spacing, 1), 4)}\slmult1\sa{120 * min(max(layout.entry_spacing, 0), 4)}"
    head = _HEAD % line(MARKUP(layout.title))
    return head + "".join(_paragraphs(entry, hanging, spacing, bool(column)) for entry in entries) + "}\n"


def _paragraphs(entry: Entry, hanging: int, spacing: str, labelled: bool) -> str:
    first, *others = lines(MARKUP(entry.text))
    label = line(MARKUP(entry.label)) + r"\tab " if labelled else ""
    tab = rf"\tx{hanging}" if labelled else ""
    start = rf"\pard{spacing}\li{hanging}\fi{-hanging}{tab} {label}{first[1]}"
    rest = (f"\\par\n\\pard{spacing}\\li{hanging + _INDENT * indented} {words}" for indented, words in others)
    return start + "".join(rest) + "\\par\n"
