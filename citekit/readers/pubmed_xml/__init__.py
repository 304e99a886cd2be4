"""PubMed XML → `Library`, as E-utilities and NLM's yearly files have it."""

from citekit.readers.pubmed_xml.reader import FORMAT, READER, read, recognise

__all__ = ["FORMAT", "READER", "read", "recognise"]
