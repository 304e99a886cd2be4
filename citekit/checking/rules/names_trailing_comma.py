from __future__ import annotations

from collections.abc import Iterator

from citekit.checking.bibliography import Bibliography
from citekit.checking.finding import Rule, Spot
from citekit.checking.wording import quoted


def _look(bibliography: Bibliography) -> Iterator[Spot]:
    for entry, field, names in bibliography.people:
        for name in names:
            if name.text.endswith(",") and not name.text.endswith("\\,"):
                said = f"{quoted(name.text)} ends in a comma; BibTeX complains, and something may be missing"
                yield Spot(bibliography.place(field, name.at), said, entry.key)


RULE = Rule("names-trailing-comma", "warning", "A name that ends in a comma.", _look)
