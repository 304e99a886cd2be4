from __future__ import annotations

from collections.abc import Iterator

from citekit.checking.bibliography import Bibliography
from citekit.checking.finding import Rule, Spot
from citekit.checking.titles import is_capitals


def _look(bibliography: Bibliography) -> Iterator[Spot]:
    for entry in bibliography.entries:
        for name in ("title", "booktitle"):
            title = entry.get(name)
            if title and is_capitals(title):
                yield Spot(entry.by_name[name].at, f"the {name} is all in capitals", entry.key)


RULE = Rule("title-in-capitals", "warning", "A title all in capitals.", _look)
