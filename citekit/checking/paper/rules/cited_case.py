from __future__ import annotations

from collections.abc import Iterator

from citekit.checking.paper.reading import PaperRule, Place, Reading


def _look(reading: Reading) -> Iterator[Place]:
    for read in reading.papers:
        if read.paper.biblatex:  # biber tells them apart
            continue
        first: dict[str, str] = {}
        for key in read.paper.keys:
            other = first.setdefault(key.lower(), key)
            if other != key:
                file, line = read.paper.places.get(key, (read.paper.file, 0))
                said = f"is also cited as {other}, and BibTeX stops at keys that differ only in upper and lower case"
                yield Place(file, line, said, key)


# bibtex.web, "Case mismatch error between cite keys"
RULE = PaperRule(
    "cited-case", "error", "A key cited in upper and in lower case: BibTeX (not biber) stops there.", _look
)
