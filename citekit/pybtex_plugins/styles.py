"""Our own style for pybtex (entry point `pybtex.style.formatting`)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pybtex.database import BibliographyData
from pybtex.style import FormattedBibliography

from citekit.pybtex_plugins.entries import cited_entries, reference_of
from citekit.render.entries import entry
from citekit.render.styles import plain


class Plain(plain.Style):
    """plain.bst, with all that an entry has: DOI, URL, arXiv number. An entry that lacks something is printed as far as it goes."""

    default_label_style: Any = "number"  # pybtex's backends put their own brackets round it

    def format_bibliography(
        self, bib_data: BibliographyData, citations: Sequence[str] | None = None
    ) -> FormattedBibliography:
        found = cited_entries(bib_data, citations, self.min_crossrefs)
        entries = [entry(reference_of(each, bib_data.entries), each.key) for each in found]
        return FormattedBibliography(self.format_entries(entries), style=self, preamble=bib_data.preamble)
