"""`Library` → nbib, as PubMed itself writes it: UTF-8, a tag in four columns, long values on several lines, an empty line behind each
record."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.exchange.pubmed.tags import FORMAT
from citekit.exchange.pubmed.writing import written
from citekit.formats import Library, Writer, Written
from citekit.writers.losses import not_held

_WIDTH = 81  # characters of a value on one line, as in PubMed's files, where a blank stands behind those that go on
_BLANKS = re.compile(r"[ \t\r\n\f\v]+")


def write(library: Library) -> Written:
    """The references in order. Blocks have no place in nbib. Lines are what managers of references read as PubMed's."""
    records = [(reference, written(reference)) for reference in library.references]
    text = "".join(
        "".join(line for tag, value in each.lines for line in _lines(tag, value)) + "\n" for _, each in records
    )
    held = {id(reference): each.held for reference, each in records}
    return Written.of_text(text, not_held(library.references, lambda each, name: name in held[id(each)], "nbib"))


def _lines(tag: str, value: str) -> Iterator[str]:
    """`TI  - …`, going on behind six blanks; a word that is longer than a line stays whole."""
    words = _BLANKS.sub(" ", value).strip(" ").split(" ")
    if words == [""]:
        return
    before, line = f"{tag:<4}- ", words[0]
    for word in words[1:]:
        if len(line) + 1 + len(word) > _WIDTH:
            yield f"{before}{line} \n"
            before, line = "      ", word
        else:
            line = f"{line} {word}"
    yield f"{before}{line}\n"


WRITER = Writer(FORMAT, "PubMed (nbib)", (".nbib",), write)
