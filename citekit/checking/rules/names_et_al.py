from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.checking.bibliography import Bibliography
from citekit.checking.finding import Rule, Spot

_ET_AL = re.compile(
    r"(?:^|[\s,~{])(?:et(?:\.[\s~]*|[\s~]+)al(?:\.|ii|ia|$|[}\s,])|u\.[\s~]*a\.|and[\s~]+others$)|^etal\.?$",
    re.IGNORECASE,
)


def _look(bibliography: Bibliography) -> Iterator[Spot]:
    for entry, field, names in bibliography.people:
        for name in names:
            if _ET_AL.search(name.text):
                said = "“et al.” is taken for a name; write “and others”"
                yield Spot(bibliography.place(field, name.at), said, entry.key)


RULE = Rule("names-et-al", "warning", "“et al.” among the names, where BibTeX wants “and others”.", _look)
