"""What a record of PubMed says, in either of its formats: tags of MEDLINE with their values."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from citekit.exchange.pubmed.source import source
from citekit.model import Value
from citekit.values.names import Person


@dataclass(frozen=True, slots=True)
class Said:
    """One value. `tag` is MEDLINE's (an element that has none there is `pubmed-<element>`), `name` what it was called in the file.

    `person` is the name where the file tells its parts apart.
    """

    tag: str
    value: str
    line: int = 0
    name: str = ""
    person: Person | None = None


Parts = Iterable[tuple[str, Value, Said]]
"""Fields, each with its value and what was said that it comes from."""

_PLACE = frozenset({"JT", "TA", "BTI", "DP", "VI", "PG"})


class Record:
    """What was said, in its order and by tag. Where no tag tells the place of an article, its source line does."""

    def __init__(self, said: Iterable[Said]) -> None:
        self.said = [each for each in said if each.value]
        self.tags: dict[str, list[Said]] = {}
        for each in self.said:
            self.tags.setdefault(each.tag, []).append(each)
        line = self.first("SO")
        if line and not self.tags.keys() & _PLACE:
            for tag, value in source(line.value).items():
                self.tags[tag] = [Said(tag, value, line.line, line.name)]

    def first(self, *tags: str) -> Said | None:
        """The first value of the first of these tags that has one."""
        return next((self.tags[tag][0] for tag in tags if tag in self.tags), None)

    def all(self, *tags: str) -> list[Said]:
        """The values of these tags, all of one tag before those of the next."""
        return [each for tag in tags for each in self.tags.get(tag, ())]
