from __future__ import annotations

from collections.abc import Iterator

from citekit.checking.paper.reading import PaperRule, Place, Reading, ReadPaper


def _look(reading: Reading) -> Iterator[Place]:
    for read in reading.papers:
        if reading.partly or (not read.entries and not reading.given):
            continue  # a .bib file is not there, which is said
        for key in read.paper.keys:
            if not read.entry(key):
                file, line = read.paper.places.get(key, (read.paper.file, 0))
                yield Place(file, line, _said(read, key), key)


def _said(read: ReadPaper, key: str) -> str:
    other = read.keys.by_key(key)
    if other:
        return f"is cited, but the entry is {other.key}, and biber tells upper and lower case apart"
    return f"is cited, but no entry has this key{read.keys.hint(key)}"


RULE = PaperRule("undefined-key", "error", "A cited key that no entry has.", _look)
