"""JSON records → `Library`, as databases and scripts export them."""

from citekit.readers.records.reader import FORMAT, looks_like, read

__all__ = ["FORMAT", "looks_like", "read"]
