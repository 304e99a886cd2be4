"""Entries → a bibliography in one of the outputs."""

from __future__ import annotations

import json
from collections.abc import Sequence
from importlib import import_module

from citekit.csl import marks
from citekit.render.outputs import Entry, Layout


def written(entries: Sequence[Entry], layout: Layout, to: str) -> tuple[bytes, dict[str, str]]:
    """The bibliography, and by the keys of entries what of them the output cannot show."""
    if to == "json":
        texts = {
            entry.key: " ".join(part for part in map(marks.plain, (entry.label, entry.text)) if part)
            for entry in entries
        }
        return (json.dumps(texts, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace"), {}
    made = import_module(f"citekit.render.outputs.{to}").written(entries, layout)
    data = made if isinstance(made, bytes) else made.encode("utf-8", "replace")
    return data, _unprintable(entries) if to == "latex" else {}


def _unprintable(entries: Sequence[Entry]) -> dict[str, str]:
    """What pdfLaTeX lacks. Other outputs show whatever there is."""
    from citekit.render.outputs.tex_characters import unknown

    lacking = {entry.key: unknown(marks.plain(entry.text)) for entry in entries}
    return {
        key: f"pdfLaTeX cannot print {' '.join(characters)}; XeLaTeX and LuaLaTeX can, with a font that has them"
        for key, characters in lacking.items()
        if characters
    }
