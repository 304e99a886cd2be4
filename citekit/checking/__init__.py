"""What is wrong in a `.bib` file, or looks so. Each rule is a file in `rules`. Pure: no files, no network."""

from citekit.checking.bibliography import Others
from citekit.checking.checker import Question, check, chosen, defined
from citekit.checking.finding import Finding, Rule
from citekit.checking.rules import RULES

__all__ = ["RULES", "Finding", "Others", "Question", "Rule", "check", "chosen", "defined"]
