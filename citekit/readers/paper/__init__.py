"""What a paper cites, and from which `.bib` files: read from its `.tex`, or from the `.aux` or `.bcf` that LaTeX wrote for it."""

from citekit.readers.paper.paper import Paper
from citekit.readers.paper.reader import is_paper, read_paper

__all__ = ["Paper", "is_paper", "read_paper"]
