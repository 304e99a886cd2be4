from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.checking.bibliography import Bibliography
from citekit.checking.finding import Rule, Spot

# As citekit.bibtex.citable has it: a comma ends a key, TeX reads % # ~ \ and braces in its own way, and a space is lost.
_LATEX = re.compile(r"[\s\"#%,={}~\\]")
_BIBER = re.compile(r"['()]")


def _look(bibliography: Bibliography) -> Iterator[Spot]:
    for entry in bibliography.entries:
        if found := _LATEX.search(entry.key):
            what = "a space" if found[0].isspace() else found[0]
            yield Spot(entry.at, f"the key has {what} in it, which \\cite cannot take", entry.key)
        elif bibliography.model.name == "biblatex" and (found := _BIBER.search(entry.key)):
            yield Spot(entry.at, f"the key has {found[0]} in it, which biber does not read", entry.key)


RULE = Rule("bad-key", "error", "A citation key with a space or a character that LaTeX or biber cannot read.", _look)
