from __future__ import annotations

from collections.abc import Iterator

from citekit.checking.bibliography import Bibliography, Lines
from citekit.checking.finding import Rule, Spot


def _look(bibliography: Bibliography) -> Iterator[Spot]:
    lines = Lines(bibliography.text)
    first: dict[str, int] = {}
    for entry in bibliography.entries:
        if not entry.key:
            continue
        if entry.key in first:
            line, _ = lines.of(first[entry.key])
            yield Spot(entry.at, f"the key {entry.key} is also that of the entry in line {line}", entry.key)
        first.setdefault(entry.key, entry.at)


RULE = Rule("duplicate-key", "error", "A citation key that an entry before has, too.", _look)
