"""References in a journal's style, as text, HTML, LaTeX or Markdown. pybtex does the work and is loaded when needed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module

from citekit.errors import CitekitError
from citekit.model import Problem, Reference

__all__ = ["OUTPUTS", "STYLES", "Rendered", "render"]

# Name → what it is. The module of that name in `styles/` or `outputs/` holds the pybtex plugin.
STYLES = {
    "plain": "numbered, sorted by author, year and title, as BibTeX's plain",
    "vancouver": "numbered in the order given, as the medical journals do (ICMJE, NLM)",
}
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
    """The references as a bibliography in one of `STYLES`, written as one of `OUTPUTS`.

    A reference that lacks something is rendered as far as it goes and named in `problems`; an unknown entry type is treated
    as `misc`. Values are text: nothing in them is read as LaTeX, HTML or Markdown. Links lead only to http and https.
    Citation keys become `\\bibitem` keys and HTML ids, without characters that are not allowed there; a missing key is
    replaced, a repeated one gets a number. Raises `CitekitError` for a style or output we do not have.
    """
    _known("style", style, STYLES)
    _known("output", to, OUTPUTS)
    bibliography = import_module("citekit.render.bibliography")
    text, problems = bibliography.write(
        references,
        import_module(f"citekit.render.styles.{style}").Style(),
        import_module(f"citekit.render.outputs.{to}").Backend("utf-8"),
    )
    return Rendered(text, problems)


def _known(what: str, name: str, names: dict[str, str]) -> None:
    if name not in names:
        raise CitekitError(f"no {what} {name!r}; choose from {', '.join(names)}")
