"""Works through a CSL style."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from citekit.csl import marks
from citekit.csl.locale_files import is_spoken
from citekit.csl.rendering import Tell
from citekit.csl.shelf import checked, found
from citekit.csl.style import Entry as Styled
from citekit.csl.style import Style
from citekit.model import Origin, Problem
from citekit.render import cited
from citekit.render.keys import keys, unrepeated
from citekit.render.outputs import Entry, Layout
from citekit.render.required import incomplete_item
from citekit.render.rich import linked
from citekit.render.written import written

Described = tuple[dict[str, Any], Origin | None]
"""A work as an item of CSL, and where it stood."""


def write(
    described: Sequence[Described], style: str, to: str, language: str = "", tell: Tell | None = None
) -> tuple[bytes, tuple[Problem, ...]]:
    """The bibliography as one of the outputs, and what a person should know, in the order of the works."""
    compiled = opened(style, language)
    items = [item for item, _ in described]
    ids = [str(item.get("id", "")) for item in items]
    names = unrepeated(ids) if to == "json" else keys(ids)
    if to == "json":
        entries = [entry(name, compiled.alone(item)) for name, item in zip(names, items, strict=True)]
    else:
        entries = listed(compiled, items, names, citable=to == "latex", tell=tell)
    data, unprintable = written(entries, layout(compiled), to)
    return data, (*_foreign(language), *_problems(described, names, unprintable))


def listed(
    style: Style, items: Sequence[dict[str, Any]], names: Sequence[str], *, citable: bool, tell: Tell | None = None
) -> list[Entry]:
    """The entries in the order of the style, under these keys; `citable`: with what LaTeX cites them by."""
    made = style.bibliography(items, tell)
    entries = [entry(names[one.place], one) for one in made]
    if not citable:
        return entries
    each = zip(entries, made, strict=True)
    return [cited.citable(shown, items[one.place], style.locale, one.year) for shown, one in each]


def opened(style: str, language: str = "") -> Style:
    """The CSL style of a name, compiled. Raises `CitekitError` where there is none."""
    source = found(style)
    checked(source.element, source.file)
    return Style(source.element, language or source.locale)


def entry(key: str, styled: Styled) -> Entry:
    """An entry to be written, with links. One that has nothing to print shows its key."""
    text = linked(styled.text) if marks.plain(styled.text).strip() else marks.clean(key)
    return Entry(key, styled.label, text)


def layout(style: Style) -> Layout:
    """How the style wants its bibliography laid out."""
    asked = style.layout
    wanted = asked.hanging_indent, asked.second_field_align, asked.line_spacing, asked.entry_spacing
    return Layout(*wanted, language=style.locale.language, numeric=style.numeric)


def _foreign(language: str) -> tuple[Problem, ...]:
    """That styles have no words in a language."""
    if not language or is_spoken(language):
        return ()
    return (Problem("language", f"citation styles have no words in {language!r}; English ones are printed"),)


def _problems(described: Sequence[Described], names: Sequence[str], unprintable: dict[str, str]) -> list[Problem]:
    made: list[Problem] = []
    for (item, origin), name in zip(described, names, strict=True):
        made += [lacking] if (lacking := incomplete_item(item, origin)) else []
        if name in unprintable:
            place = (origin.file, origin.line) if origin else ("", 0)
            made.append(Problem("unprintable", unprintable[name], *place, str(item.get("id", ""))))
    return made
