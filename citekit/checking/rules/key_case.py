from __future__ import annotations

from collections.abc import Iterator

from citekit.checking.bibliography import Bibliography
from citekit.checking.finding import Rule, Spot


def _look(bibliography: Bibliography) -> Iterator[Spot]:
    if (
        bibliography.asked_model == "biblatex"
    ):  # biber tells them apart; to look like its files is not enough: BibTeX stops
        return
    first: dict[str, str] = {}
    for entry in bibliography.entries:
        other = first.setdefault(entry.key.lower(), entry.key)
        if other != entry.key:
            said = f"the key differs from {other} only in upper and lower case, which BibTeX takes for the same"
            yield Spot(entry.at, said, entry.key)


RULE = Rule(
    "key-case", "error", "Two keys that differ only in case: one and the same for BibTeX (not for biber).", _look
)
