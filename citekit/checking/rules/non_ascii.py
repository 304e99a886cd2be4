from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.checking.bibliography import Bibliography
from citekit.checking.finding import Rule, Spot

_FOREIGN = re.compile(r"[^\x00-\x7f]")


def _look(bibliography: Bibliography) -> Iterator[Spot]:
    if bibliography.text.isascii():
        return
    for entry in bibliography.entries:
        for field in entry.fields:
            if found := _FOREIGN.search(field.latex):
                said = f"{field.name} has {found[0]} in it, which BibTeX sorts and shortens wrongly; write it as LaTeX"
                yield Spot(bibliography.place(field, found.start()), said, entry.key)


RULE = Rule(
    "non-ascii",
    "warning",
    "Letters beyond ASCII, which the old BibTeX (not biber) handles byte by byte.",
    _look,
    usual=False,
)
