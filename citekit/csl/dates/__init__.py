"""Dates of CSL-JSON: what they say (value.py, in_words.py) and how styles print them (printing.py, parts.py)."""

from citekit.csl.dates.printing import compiled
from citekit.csl.dates.value import is_uncertain, sort_key

__all__ = ["compiled", "is_uncertain", "sort_key"]
