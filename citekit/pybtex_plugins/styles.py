"""Our styles for pybtex (entry points `pybtex.style.formatting`)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pybtex.database import BibliographyData
from pybtex.style import FormattedBibliography

from citekit.pybtex_plugins.entries import reference_of
from citekit.render.entries import entry
from citekit.render.styles import plain, vancouver


class _OfPybtex:
    """A style of ours that is given entries of pybtex's. An entry that lacks something is printed as far as it goes."""

    default_label_style: Any = "number"  # pybtex's backends put their own brackets round it

    def format_bibliography(
        self: Any, bib_data: BibliographyData, citations: Sequence[str] | None = None
    ) -> FormattedBibliography:
        wanted = list(bib_data.entries) if citations is None else citations
        found = [
            bib_data.entries[key]
            for key in bib_data.add_extra_citations(wanted, self.min_crossrefs)
            if key in bib_data.entries
        ]
        entries = [entry(reference_of(each, bib_data.entries), each.key) for each in found]
        return FormattedBibliography(self.format_entries(entries), style=self, preamble=bib_data.preamble)


class Vancouver(_OfPybtex, vancouver.Style):
    """The style of the medical journals (ICMJE, NLM), numbered in the order of citation."""


class Plain(_OfPybtex, plain.Style):
    """plain.bst, with all that an entry has: DOI, URL, arXiv number."""
