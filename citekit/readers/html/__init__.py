"""Web pages saved or copied as HTML."""

from citekit.readers.html.reader import looks_like, read

__all__ = ["looks_like", "read"]
