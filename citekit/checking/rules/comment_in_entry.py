from __future__ import annotations

from collections.abc import Iterator

from citekit.checking.bibliography import Bibliography
from citekit.checking.finding import Rule, Spot


def _look(bibliography: Bibliography) -> Iterator[Spot]:
    if bibliography.model.name == "biblatex":  # biber reads them as comments
        return
    for entry in bibliography.entries:
        for fault in entry.chunk.parsed.faults if entry.chunk.parsed else ():
            at = entry.chunk.base + fault.at
            if bibliography.text.startswith("%", at):
                yield Spot(at, "BibTeX has no % comments inside an entry; put it before the entry", entry.key)


RULE = Rule(
    "comment-in-entry", "error", "A % comment inside an entry, which BibTeX (not biber) takes for a field.", _look
)
