r"""References as items of CSL that are to be printed.

`to_item` says what a reference says; styles want more. What authors of `.bib` files put into words, braces and macros is told here as
styles expect it, one file for each kind of thing, in the order below:

    title = {The {DNA} of \emph{E. coli}}      "title": "The <span class=\"nocase\">DNA</span> of <i>…</i>"
    howpublished = {\url{https://x.org}}       "URL": "https://x.org"
    edition = {Second}                         "edition": "2"
    type = {mathesis}                          "genre": "Master’s thesis"
"""

from __future__ import annotations

from citekit.exchange.csl.printing.addresses import with_address
from citekit.exchange.csl.printing.article_numbers import with_article_number
from citekit.exchange.csl.printing.books import as_book
from citekit.exchange.csl.printing.containers import well_contained
from citekit.exchange.csl.printing.dates import with_dates
from citekit.exchange.csl.printing.editions import with_edition
from citekit.exchange.csl.printing.items import Item, Step
from citekit.exchange.csl.printing.languages import with_language
from citekit.exchange.csl.printing.patents import as_patent
from citekit.exchange.csl.printing.preprints import as_preprint
from citekit.exchange.csl.printing.publishing import as_published
from citekit.exchange.csl.printing.texts import in_fonts
from citekit.exchange.csl.printing.wording import in_words
from citekit.exchange.csl.writing import to_item
from citekit.model import Reference

__all__ = ["to_print"]

_STEPS: tuple[Step, ...] = (
    in_fonts,
    in_words,
    with_language,
    with_edition,
    with_dates,
    with_address,
    as_book,
    as_patent,
    as_preprint,
    as_published,
    well_contained,
    with_article_number,
)


def to_print(reference: Reference) -> Item:
    """The item of a reference as it should be given to a style. Strings have the markup of CSL, as in `to_item`."""
    item = to_item(reference)
    for step in _STEPS:
        item = step(item, reference)
    return item
