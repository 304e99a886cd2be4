"""References in a journal's style, as text, HTML, LaTeX or Markdown. pybtex does the work and is loaded when needed."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from importlib import import_module

from citekit.errors import CitekitError
from citekit.formats import Style
from citekit.model import Problem, Reference
from citekit.plugins import Plugin, blaming, usable
from citekit.render.registered import OURS

__all__ = ["OUTPUTS", "STYLES", "Rendered", "all_styles", "render"]

STYLES = {style.name: style.title for style in OURS}
"""Our styles: name → what it is. Other packages bring more (`citekit plugins styles`)."""

# Name → what it is. The module of that name in `outputs/` holds the pybtex plugin.
OUTPUTS = {
    "text": "plain text, one reference a line",
    "html": "a fragment: one ordered list",
    "latex": "a thebibliography environment",
    "markdown": "a numbered list",
}


@dataclass(frozen=True, slots=True)
class Rendered:
    """`text` is the whole bibliography; `problems` say which references are incomplete and what they lack."""

    text: str
    problems: tuple[Problem, ...] = ()


def render(references: Sequence[Reference], style: str = "plain", to: str = "text") -> Rendered:
    """The references as a bibliography in one of `STYLES` or a style of another package, written as one of `OUTPUTS`.

    A reference that lacks something is rendered as far as it goes and named in `problems`; an unknown entry type is treated
    as `misc`. Values are text: nothing in them is read as LaTeX, HTML or Markdown. Links lead only to http and https.
    Citation keys become `\\bibitem` keys and HTML ids, without characters that are not allowed there; a missing key is
    replaced, a repeated one gets a number. Raises `CitekitError` for a style or output we do not have, and where a style of another
    package fails.
    """
    if to not in OUTPUTS:
        raise CitekitError(f"no output {to!r}; choose from {', '.join(OUTPUTS)}")
    plugin, found = _style(style)
    bibliography = import_module("citekit.render.bibliography")
    backend = import_module(f"citekit.render.outputs.{to}").Backend("utf-8")
    with blaming(plugin) if plugin else nullcontext():
        text, problems = bibliography.write(references, found.make(), backend)
    return Rendered(text, problems)


def all_styles() -> dict[str, str]:
    """All styles: name → what it is; ours first."""
    return STYLES | {name: style.title for name, (_, style) in _others().items() if name not in STYLES}


def _style(name: str) -> tuple[Plugin | None, Style]:
    """The style of this name and, where it is not ours, the plugin that brings it. Raises `CitekitError` that names those there are."""
    if name in STYLES:
        return None, next(style for style in OURS if style.name == name)
    others = _others()
    if name not in others:
        raise CitekitError(f"no style {name!r}; choose from {', '.join(all_styles())}")
    return others[name]


def _others() -> dict[str, tuple[Plugin, Style]]:
    """The styles of other packages."""
    return {plugin.name: (plugin, style) for plugin, style in usable("styles") if not plugin.own}
