"""Plain text: one reference a line; what a style displays as a block is a line by itself."""

from __future__ import annotations

from collections.abc import Sequence

from citekit.render.outputs import Entry, Layout
from citekit.render.outputs.blocks import DISPLAYS, line, lines
from citekit.render.outputs.markup import NOTHING, Markup

MARKUP = Markup(str, DISPLAYS, lambda address: NOTHING)


def written(entries: Sequence[Entry], layout: Layout) -> str:
    return "".join(f"{_entry(entry)}\n" for entry in entries)


def _entry(entry: Entry) -> str:
    """Label, space, text."""
    text = "\n".join("    " * indented + words for indented, words in lines(MARKUP(entry.text)))
    return f"{line(MARKUP(entry.label))} {text}".strip()
