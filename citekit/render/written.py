"""Entries → a bibliography in one of the outputs."""

from __future__ import annotations

import json
from collections.abc import Sequence
from importlib import import_module

from citekit.csl import marks
from citekit.render.outputs import Entry, Layout
from citekit.render.outputs.markup import harmless


def written(entries: Sequence[Entry], layout: Layout, to: str) -> tuple[bytes, dict[str, str]]:
    """The bibliography, and by the keys of entries what of them the output cannot show."""
    if to == "json":
        texts = {
            entry.key: " ".join(harmless(part) for part in map(marks.plain, (entry.label, entry.text)) if part)
            for entry in entries
        }
        return (json.dumps(texts, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace"), {}
    made = import_module(f"citekit.render.outputs.{to}").written(entries, layout)
    data = made if isinstance(made, bytes) else made.encode("utf-8", "replace")
    return data, unprintable(entries) if to == "latex" else {}


def unprintable(entries: Sequence[Entry]) -> dict[str, str]:
    """By the keys of entries: what pdfLaTeX cannot print of them. Other outputs show whatever there is."""
    from citekit.render.outputs.tex_characters import unknown

    lacking = {entry.key: unknown(marks.plain(entry.text)) for entry in entries}
    return {
        key: f"pdfLaTeX prints {' '.join(characters)} as numbers; XeLaTeX and LuaLaTeX print them, with a font that has them"
        for key, characters in lacking.items()
        if characters
    }
