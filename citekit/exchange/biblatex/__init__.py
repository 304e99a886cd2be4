"""References in the words of biblatex's data model, and in those of BibTeX: types, titles, dates, addresses."""

from citekit.exchange.biblatex.entries import biblatex_name, bibtex_name, to_biblatex, to_bibtex

__all__ = ["biblatex_name", "bibtex_name", "to_biblatex", "to_bibtex"]
