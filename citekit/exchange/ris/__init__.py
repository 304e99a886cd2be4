"""RIS: what its tags and types mean, and fields from tags and tags from fields."""

from citekit.exchange.ris.meanings import BOOKKEEPING, TAGS, meaning, tags

__all__ = ["BOOKKEEPING", "TAGS", "meaning", "tags"]
