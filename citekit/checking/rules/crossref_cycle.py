from __future__ import annotations

from collections.abc import Iterator, Mapping

from citekit.checking.bibliography import Bibliography
from citekit.checking.finding import Rule, Spot


def _look(bibliography: Bibliography) -> Iterator[Spot]:
    named = [entry for entry in bibliography.entries if entry.get("crossref")]
    circles = _in_circles({entry.key.lower(): entry.get("crossref").lower() for entry in named})
    for entry in named:
        if entry.key.lower() in circles:
            yield Spot(entry.by_name["crossref"].at, "its crossref leads back to itself", entry.key)


def _in_circles(parent: Mapping[str, str]) -> set[str]:
    """The keys from which the way leads back to them. Each is passed once."""
    found: set[str] = set()
    passed: dict[str, str] = {}
    for start in parent:
        key = start
        while key in parent and key not in passed:
            passed[key] = start
            key = parent[key]
        if passed.get(key) == start:
            while key not in found:
                found.add(key)
                key = parent[key]
    return found


RULE = Rule("crossref-cycle", "error", "A crossref that leads back to its own entry.", _look)
