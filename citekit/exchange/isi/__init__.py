"""Web of Science's plain text: what its tags mean, and fields from tags."""

from citekit.exchange.isi.meanings import BOOKKEEPING, HEADER, entry_type, meaning

__all__ = ["BOOKKEEPING", "HEADER", "entry_type", "meaning"]
