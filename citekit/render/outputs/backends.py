"""Our outputs as backends of pybtex: `pybtex-format --output-backend citekit-html refs.aux refs.html`.

They know all tags of `citekit.render.rich`, also small capitals and display blocks, of which pybtex's own know nothing.
"""

from __future__ import annotations

from typing import IO, Any, ClassVar

from citekit.csl import marks
from citekit.render.bbl.labels import is_numeric
from citekit.render.marking import Marking
from citekit.render.outputs import Entry, Layout, html, latex, markdown, page, rtf, text


class _Backend(Marking):
    """Gathers the entries in marked text and writes them at once. Round a label pybtex's backends put brackets."""

    default_suffix: ClassVar[str]
    module: Any

    def write_to_stream(self, formatted_bibliography: Any, stream: IO[str]) -> None:
        entries = [
            Entry(entry.key, f"[{marks.clean(entry.label)}]" if entry.label else "", entry.text.render(self))
            for entry in formatted_bibliography
        ]
        stream.write(self.module.written(entries, Layout(numeric=is_numeric(entries))))


class Text(_Backend):
    default_suffix = ".txt"
    module = text


class Html(_Backend):
    default_suffix = ".html"
    module = html


class Page(_Backend):
    default_suffix = ".html"
    module = page


class Latex(_Backend):
    default_suffix = ".bbl"
    module = latex


class Markdown(_Backend):
    default_suffix = ".md"
    module = markdown


class Rtf(_Backend):
    default_suffix = ".rtf"
    module = rtf
