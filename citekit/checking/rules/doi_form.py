from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.checking.bibliography import Bibliography
from citekit.checking.finding import Rule, Spot
from citekit.checking.wording import quoted
from citekit.values.identifiers import mended_doi
from citekit.values.latex import decode_verbatim

# DOI handbook §2.2. A bare one, or behind what the rule doi-address finds.
_DOI = re.compile(r"(?:https?://\S{1,100}?/|(?:dx\.|www\.)?doi\.org/|doi:\s*)?10\.\d{4,9}(?:\.\d+)*/\S+", re.IGNORECASE)


def _look(bibliography: Bibliography) -> Iterator[Spot]:
    for entry in bibliography.entries:
        doi = decode_verbatim(entry.get("doi"))
        if doi and (not _DOI.fullmatch(doi) or doi[-1] in ".,;"):
            meant = mended_doi(doi)
            said = f"{quoted(doi)} is no DOI{f'; {meant} may be meant' if meant else ', which begins with 10.'}"
            yield Spot(entry.by_name["doi"].at, said, entry.key)


RULE = Rule("doi-form", "error", "A doi field that holds no DOI, or something besides it.", _look)
