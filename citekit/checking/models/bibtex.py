"""Entry types of BibTeX's standard styles, with their required fields: O. Patashnik, *BibTeXing*, §3.1 and §3.2
(https://ctan.org/pkg/bibtex, btxdoc.pdf)."""

from __future__ import annotations

from citekit.checking.models.model import Model, table

_REQUIRED = table("""
article: author title journal year
book: author/editor title publisher year
booklet: title
conference: author title booktitle year
inbook: author/editor title chapter/pages publisher year
incollection: author title booktitle publisher year
inproceedings: author title booktitle year
manual: title
mastersthesis: author title school year
misc:
phdthesis: author title school year
proceedings: title year
techreport: author title institution year
unpublished: author title note
""")

_FIELDS = """
address annote author booktitle chapter crossref edition editor howpublished institution journal key month note number
organization pages publisher school series title type volume year doi eprint isbn issn url urldate
""".split()

BIBTEX = Model("bibtex", "BibTeX's standard styles", _REQUIRED, frozenset(), frozenset(_FIELDS))
