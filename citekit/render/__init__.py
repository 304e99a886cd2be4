"""References in a citation style, as text, HTML, LaTeX and other formats.

Most styles are CSL's, which `citekit.csl` renders; a few are pybtex's, of our own (`OURS`) or of other packages.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from citekit.errors import CitekitError
from citekit.formats import Style
from citekit.model import Origin, Problem, Progress, Reference
from citekit.plugins import Plugin, blaming, usable
from citekit.render.registered import OURS

__all__ = ["OUTPUTS", "STYLES", "Rendered", "all_styles", "render", "render_items"]

STYLES = {style.name: style.title for style in OURS}
"""The styles that citekit brings itself: name → what it is. CSL's (`citekit styles`) and other packages' come on top."""

# Name → what it is. The module of that name in `outputs/` writes it.
OUTPUTS = {
    "text": "plain text, one reference a line",
    "html": "a list, to be put into a page of yours",
    "page": "a page of HTML by itself",
    "latex": "a thebibliography environment",
    "markdown": "a list in Markdown",
    "rtf": "Rich Text Format, for word processors",
    "docx": "a Word document",
    "json": "an object: the id of each reference, and how it reads by itself",
}

SUFFIXES = {
    ".txt": "text", ".html": "page", ".htm": "page", ".tex": "latex", ".bbl": "latex", ".md": "markdown", ".markdown": "markdown",
    ".rtf": "rtf", ".docx": "docx", ".json": "json",
}  # fmt: skip
"""What a file is to be by its name."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """`data` is the whole bibliography; `problems` say which references are incomplete and what they lack."""

    data: bytes
    problems: tuple[Problem, ...] = ()

    @property
    def text(self) -> str:
        """The bibliography as text; not for `docx`."""
        return self.data.decode("utf-8")


def render(references: Sequence[Reference], style: str = "plain", to: str = "text", language: str = "") -> Rendered:
    """The references as a bibliography in a style, written as one of `OUTPUTS`.

    `style` is one of `STYLES`, a style of another package, a short name of a CSL style (`apa`), the stem of a CSL file
    (`american-medical-association`) or the path of a local `.csl` file. `language` (`de-DE`) is for CSL styles, whose own it overrides.

    A reference that lacks something is rendered as far as it goes and named in `problems`; an unknown entry type is treated
    as `misc`. Values are text: nothing in them is read as LaTeX or Markdown, but for formulas. Links lead only to http, https and mailto.
    Citation keys become `\\bibitem` keys and HTML ids, without characters that are not allowed there; a missing key is
    replaced, a repeated one gets a number, which nobody is told. What `crossref` names is not looked up: see `citekit.inheritance.resolved`. Raises
    `CitekitError` for a style or output we do not have, for a CSL file that is none, and where a style of another package fails.
    """
    _check_output(to)
    if found := of_pybtex(style):
        return _through_pybtex(references, *found, to)
    from citekit.exchange.csl import to_print

    return render_items([(to_print(reference), reference.origin) for reference in references], style, to, language)


def render_items(
    described: Sequence[tuple[dict[str, Any], Origin | None]],
    style: str,
    to: str = "text",
    language: str = "",
    tell: Progress | None = None,
) -> Rendered:
    """As `render`, for works described as items of CSL, each with its place or None.

    In `json` each reference reads as in a bibliography of its own: numbered 1, without letters behind years. A style of
    pybtex's kind is given references that are read from the items. `tell` hears how far printing is.
    """
    _check_output(to)
    if found := of_pybtex(style):
        from citekit.exchange.csl import from_item

        references = [from_item(item, origin or Origin("", "csl-json"))[0] for item, origin in described]
        return _through_pybtex(references, *found, to)
    through_csl = import_module("citekit.render.through_csl")
    data, problems = through_csl.write(described, style, to, language, tell)
    return Rendered(data, problems)


def _check_output(to: str) -> None:
    if to not in OUTPUTS:
        raise CitekitError(f"no output {to!r}; choose from {', '.join(OUTPUTS)}")


def _through_pybtex(references: Sequence[Reference], plugin: Plugin | None, style: Style, to: str) -> Rendered:
    bibliography = import_module("citekit.render.through_pybtex")
    with blaming(plugin) if plugin else nullcontext():
        data, problems = bibliography.write(references, style.make(), to)
    return Rendered(data, problems)


def all_styles() -> dict[str, str]:
    """The styles of pybtex's kind: name → what it is; ours first."""
    return STYLES | {name: style.title for name, (_, style) in _others().items() if name not in STYLES}


def of_pybtex(name: str) -> tuple[Plugin | None, Style] | None:
    """The style of pybtex's kind with this name and, where it is not ours, the plugin that brings it. None: a CSL style is meant.

    Ours come first, then CSL's, then those of other packages: nobody takes a name that is in use.
    """
    if name in STYLES:
        return None, next(style for style in OURS if style.name == name)
    from citekit.csl.catalogue import path_of
    from citekit.csl.short_names import SHORT_NAMES

    return None if name in SHORT_NAMES or path_of(name) else _others().get(name)


def _others() -> dict[str, tuple[Plugin, Style]]:
    """The styles of other packages."""
    return {plugin.name: (plugin, style) for plugin, style in usable("styles") if not plugin.own}
