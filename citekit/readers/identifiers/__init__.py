"""A list of identifiers → `Library`: DOIs, PMIDs, PMCIDs and arXiv numbers."""

from citekit.readers.identifiers.reader import FORMAT, looks_like, read, read_line

__all__ = ["FORMAT", "looks_like", "read", "read_line"]
