"""PubMed XML, as E-utilities and NLM's yearly files have it, → `Library`.

    <PubmedArticleSet><PubmedArticle><MedlineCitation><PMID>28754806</PMID><Article>…

Articles and books, in a set or alone; what the elements mean: `citekit.readers.pubmed_xml.tables`.
"""

from __future__ import annotations

from citekit.exchange.pubmed import entry
from citekit.formats import Input, Reader
from citekit.model import Field, Library, Origin, Reference
from citekit.readers import xml

FORMAT = "pubmed-xml"

_RECORDS = ("PubmedArticle", "PubmedBookArticle", "MedlineCitation")
_ROOTS = frozenset({*_RECORDS, "PubmedArticleSet", "PubmedBookArticleSet", "MedlineCitationSet", "BookDocumentSet"})
_NAMING = frozenset({"title", "author", "editor", "doi", "pmid", "pmcid", "container"})


def recognise(given: Input) -> bool:
    """Is the root element one of PubMed's?"""
    return xml.root(given) in _ROOTS


def read(given: Input) -> Library:
    """Every record. Raises `InputError` for what is no XML."""
    return xml.library(given, _RECORDS, FORMAT, _reference)


def _reference(element: xml.Element, origin: Origin) -> Reference | None:
    from citekit.readers.pubmed_xml.tables import RECORDS
    from citekit.readers.pubmed_xml.walk import walk

    kind, fields = entry(list(walk(element, RECORDS[element.name])))
    if not fields.keys() & _NAMING:
        return None
    found = {
        name: Field(value, Origin(origin.file, FORMAT, each.line, origin.number, each.value, each.name))
        for name, (value, each) in fields.items()
    }
    return Reference(kind, fields=found, origin=origin)


READER = Reader(FORMAT, "PubMed XML", (".xml",), recognise, read)
