"""CSL styles as formatting styles of pybtex.

The short names are registered (`pybtex --style apa`); any other style is one line away:

    from pybtex.plugin import register_plugin
    from citekit.pybtex_plugins.csl import style
    register_plugin("pybtex.style.formatting", "pnas", style("pnas"))
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Any

from pybtex.database import BibliographyData
from pybtex.richtext import Text
from pybtex.style import FormattedBibliography, FormattedEntry
from pybtex.style.formatting import BaseStyle

from citekit.csl import marks
from citekit.csl.citing import short_names
from citekit.csl.rendering import Item
from citekit.csl.style import Entry, Style
from citekit.exchange.csl import to_print
from citekit.pybtex_plugins.entries import cited_entries, reference_of
from citekit.render.rich import linked, rich
from citekit.render.through_csl import opened


class CslStyle(BaseStyle):  # type: ignore[misc]
    """A style of pybtex that prints as a CSL style says: its order, its names, its punctuation.

    Labels are numbers, or `Doe et al., 2009` in author-date styles; pybtex's backends put their own brackets round them. An entry that
    lacks something is printed as far as it goes.
    """

    name = ""

    @cached_property
    def _style(self) -> Style:
        return opened(self.name)

    def format_bibliography(
        self, bib_data: BibliographyData, citations: Sequence[str] | None = None
    ) -> FormattedBibliography:
        entries = cited_entries(bib_data, citations, self.min_crossrefs)
        items = [to_print(reference_of(each, bib_data.entries)) for each in entries]
        made = []
        for number, each in enumerate(self._style.bibliography(items), 1):
            key = entries[each.place].key
            made.append(FormattedEntry(key, _text(each, key), self._label(each, items[each.place], number)))
        return FormattedBibliography(made, style=self, preamble=bib_data.preamble)

    def _label(self, entry: Entry, item: Item, number: int) -> str:
        if self._style.numeric or entry.label:
            return str(number)
        return f"{short_names(item, self._style.locale)}, {entry.year}"


def _text(entry: Entry, key: str) -> Any:
    """The entry; its key where there is nothing to print, to show that something stands here."""
    return rich(linked(entry.text)) if marks.plain(entry.text) else Text(key)


def style(name: str) -> type[CslStyle]:
    """The style of a short name, a CSL file stem or a `.csl` file as a class for pybtex. A name that leads nowhere raises `CitekitError`
    when the style is used."""
    return type(name, (CslStyle,), {"name": name, "__doc__": f"The CSL style {name}."})


def __getattr__(name: str) -> type[CslStyle]:
    """Entry points name styles as if they stood here: `citekit.pybtex_plugins.csl:apa`."""
    if name.startswith("_"):
        raise AttributeError(name)
    return style(name)
