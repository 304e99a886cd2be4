"""What a style displays as blocks (CSL 1.0.2, "Display"), in languages that are made of lines.

A break is written as `\\n` and an indent as `\\v`: no harmless text holds either.
"""

from __future__ import annotations

from citekit.csl.marks import BLOCK, INDENT, LEFT_MARGIN
from citekit.render.outputs.markup import Pair

DISPLAYS: dict[str, Pair] = {BLOCK: ("\n", "\n"), INDENT: ("\n\v", "\n"), LEFT_MARGIN: ("", " ")}


def lines(written: str) -> list[tuple[bool, str]]:
    """The lines of what a `Markup` with these displays has written, each with whether it is indented; no line is empty."""
    if "\n" not in written:
        return [(False, written.strip())]
    found = [(line.startswith("\v"), line.strip()) for line in written.split("\n")]
    return [(indented, line) for indented, line in found if line] or [(False, "")]


def line(written: str) -> str:
    """The same on one line, for labels and titles."""
    return " ".join(words for _, words in lines(written))
