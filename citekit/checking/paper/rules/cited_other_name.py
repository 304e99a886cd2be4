from __future__ import annotations

from collections.abc import Iterator

from citekit.checking.paper.reading import PaperRule, Place, Reading


def _look(reading: Reading) -> Iterator[Place]:
    for read in reading.papers:
        if read.paper.biblatex:  # biber reads ids
            continue
        for key in read.paper.keys:
            entry = read.entry(key)
            if entry and not read.keys.by_key(key):
                file, line = read.paper.places.get(key, (read.paper.file, 0))
                said = (
                    f"stands in the ids of {entry.key}, which citekit latex reads and BibTeX does not; cite {entry.key}"
                )
                yield Place(file, line, said, key)


RULE = PaperRule(
    "cited-other-name",
    "warning",
    "A cited key that stands in an entry's ids only: BibTeX (not biber) misses it.",
    _look,
)
