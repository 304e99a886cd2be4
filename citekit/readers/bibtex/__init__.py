"""BibTeX and biblatex files → `Library`, with every block kept as it stood."""

from citekit.readers.bibtex.reader import read, read_kept
from citekit.readers.bibtex.recognise import embedded, looks_like

__all__ = ["embedded", "looks_like", "read", "read_kept"]
