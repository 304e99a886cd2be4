from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.checking.bibliography import Bibliography
from citekit.checking.finding import Rule, Spot

# https://doi.org/  dx.doi.org/  http://doi.acm.org/  doi:
_BEFORE = re.compile(r"(?:https?://\S{1,100}?/|(?:dx\.|www\.)?doi\.org/|doi:\s*)(?=10\.\d{4})", re.IGNORECASE)


def _look(bibliography: Bibliography) -> Iterator[Spot]:
    for entry in bibliography.entries:
        doi = entry.get("doi")
        if found := _BEFORE.match(doi):
            said = f"styles put the address before a DOI themselves; leave out {found[0].strip()}"
            yield Spot(entry.by_name["doi"].at, said, entry.key)


RULE = Rule(
    "doi-address", "warning", "A DOI with https://doi.org/ or doi: before it, which styles would print twice.", _look
)
