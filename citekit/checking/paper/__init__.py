"""What is wrong with a paper and its `.bib` files together. Each rule is a file in `rules`. Pure: papers and texts are read before."""

from citekit.checking.paper.checker import check_papers, chosen
from citekit.checking.paper.reading import PaperRule, Reading
from citekit.checking.paper.rules import PAPER_RULES

__all__ = ["PAPER_RULES", "PaperRule", "Reading", "check_papers", "chosen"]
