from __future__ import annotations

from collections.abc import Iterator

from citekit.checking.bibliography import Bibliography
from citekit.checking.finding import Rule, Spot
from citekit.checking.wording import quoted

_MOST = 2  # von Last, Jr, First: BibTeXing §4


def _look(bibliography: Bibliography) -> Iterator[Spot]:
    for entry, field, names in bibliography.people:
        for name in names:
            if len(name.commas) - 1 > _MOST and name.commas[-1]:
                said = f"{quoted(name.text)} has too many commas for one name; put “and” between names"
                yield Spot(bibliography.place(field, name.at), said, entry.key)


RULE = Rule(
    "names-commas", "error", "A name with more than two commas: several names without “and” between them.", _look
)
