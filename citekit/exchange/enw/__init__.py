"""EndNote's import format: what its tags mean, and fields from tags and tags from fields."""

from citekit.exchange.enw.meanings import BOOKKEEPING, BOOKS, REFER, TAGS, WORDS, code_of, is_told, meaning, tags

__all__ = ["BOOKKEEPING", "BOOKS", "REFER", "TAGS", "WORDS", "code_of", "is_told", "meaning", "tags"]
