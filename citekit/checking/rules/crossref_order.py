from __future__ import annotations

from collections.abc import Iterator

from citekit.checking.bibliography import Bibliography
from citekit.checking.finding import Rule, Spot


def _look(bibliography: Bibliography) -> Iterator[Spot]:
    if bibliography.model.name == "biblatex":  # biber reads the whole file first
        return
    passed: set[str] = set()
    for entry in bibliography.entries:
        parent = entry.get("crossref")
        if parent and parent.lower() in passed:
            said = f"its crossref {parent} stands before it, so BibTeX gives it nothing; move {parent} behind it (citekit fmt --sort key)"
            yield Spot(entry.by_name["crossref"].at, said, entry.key)
        passed.add(entry.key.lower())


RULE = Rule(
    "crossref-order", "error", "An entry behind the one its crossref names: BibTeX (not biber) inherits nothing.", _look
)
