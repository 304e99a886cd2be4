"""citekit: reads reference lists from anywhere, merges them, finds DOIs, writes BibTeX and styled bibliographies."""

__version__ = "0.1.0"
