from __future__ import annotations

from collections.abc import Iterator

from citekit.checking.bibliography import Bibliography
from citekit.checking.finding import Spot
from citekit.checking.paper.reading import Entry, PaperRule, Reading


def _look(reading: Reading, file: str, bibliography: Bibliography) -> Iterator[Spot]:
    earlier: dict[str, Entry] = {}
    folded = False
    for read in reading.with_file(file):
        folded = folded or not read.paper.biblatex
        for entry in read.entries:
            if entry.file == file:
                break
            earlier.setdefault(entry.key if read.paper.biblatex else entry.key.lower(), entry)
    for each in bibliography.entries:
        other = earlier.get(each.key) or (earlier.get(each.key.lower()) if folded else None)
        if each.key and other:
            said = f"{other.file}:{other.line} has this key, too, and comes first; this entry is not used"
            yield Spot(each.at, said, each.key)


RULE = PaperRule(
    "duplicate-across-files", "error", "A citation key that a .bib file read before has, too.", look_in=_look
)
