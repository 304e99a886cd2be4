from __future__ import annotations

from collections.abc import Iterator

from citekit.checking.bibliography import Bibliography
from citekit.checking.finding import Rule, Spot
from citekit.checking.titles import is_braced


def _look(bibliography: Bibliography) -> Iterator[Spot]:
    for entry in bibliography.entries:
        title = entry.get("title")
        if " " in title and is_braced(title):
            said = "the whole title is in braces of its own, so that no style can set it in its own way"
            yield Spot(entry.by_name["title"].at, f"{said}; put them around names and acronyms only", entry.key)


RULE = Rule("title-in-braces", "warning", "A whole title in double braces.", _look, usual=False)
