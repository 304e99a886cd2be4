"""Entries put together of parts that the sides agree on, and of parts on which they do not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from citekit.bibtex.layout import Layout, Part
from citekit.bibtex.layout import layout as layout_of
from citekit.git.document import Piece
from citekit.git.markers import Markers, behind_marker

__all__ = ["Clash", "Layout", "Part", "layout", "put_together"]


@dataclass(frozen=True, slots=True)
class Clash:
    """A part that the sides have differently; None where a side has none."""

    ours: Part | None
    theirs: Part | None
    base: Part | None = None


def layout(entry: Piece) -> Layout | None:
    """As `citekit.bibtex.layout.layout`, with what the fields of the entry mean."""
    said = entry.reference.fields if entry.reference else {}
    return layout_of(entry.text, {name: field.value for name, field in said.items()})


def put_together(like: Layout, head: Part | Clash, fields: Sequence[Part | Clash], markers: Markers) -> str:
    """The entry with these parts, closed as `like` is. A clash is marked on lines of its own."""
    text = ""
    marked = False
    for number, part in enumerate((head, *fields)):
        if isinstance(part, Clash):
            text = _on_new_line(text) + _marked(part, markers)
        else:
            text += behind_marker(part.before) if marked else part.before
            text += part.text + (part.comma or (like.comma if number < len(fields) else ""))
        marked = isinstance(part, Clash)
    end = like.end if like.fields or not fields else "\n" + like.end.lstrip()
    return text + (behind_marker(end) if marked else end)


def _marked(clash: Clash, markers: Markers) -> str:
    return markers.around(*(_line(part) if part else "" for part in (clash.ours, clash.theirs, clash.base)))


def _line(part: Part) -> str:
    """The part as one line; a field that stood on the line of another is indented by two."""
    return ("" if part.label.startswith("@") else _indentation(part.before)) + part.text + ","


def _indentation(before: str) -> str:
    return before[before.rindex("\n") + 1 :] if "\n" in before else "  "


def _on_new_line(text: str) -> str:
    return text + "\n" if text and not text.endswith("\n") else text
