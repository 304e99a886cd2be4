from __future__ import annotations

from collections.abc import Iterator

from citekit.bibtex.citable import BAD
from citekit.checking.bibliography import Bibliography
from citekit.checking.finding import Rule, Spot


def _look(bibliography: Bibliography) -> Iterator[Spot]:
    for entry in bibliography.entries:
        if found := BAD["bibtex"].search(entry.key):
            what = "a space" if found[0][0].isspace() else found[0][0]
            yield Spot(entry.at, f"the key has {what} in it, which \\cite cannot take", entry.key)
        elif bibliography.model.name == "biblatex" and (found := BAD["biber"].search(entry.key)):
            yield Spot(entry.at, f"the key has {found[0][0]} in it, which biber does not read", entry.key)


RULE = Rule("bad-key", "error", "A citation key with a space or a character that LaTeX or biber cannot read.", _look)
