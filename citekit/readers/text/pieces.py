"""The labelled spans of one reference string → its pieces: label → text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from citekit.readers.text.label import Span

# Where the value of a field comes from. Fields that no label gives (pmid, isbn, translator, …) are found in the whole string.
LABEL_OF = {
    "author": "author", "editor": "editor", "title": "title", "container": "container", "year": "date", "month": "date", "day": "date",
    "volume": "volume", "number": "issue", "pages": "pages", "pagetotal": "pages", "publisher": "publisher", "address": "location",
    "doi": "doi", "url": "url", "howpublished": "container",
}  # fmt: skip

GAP = "|"  # stands in `unlabelled` where a labelled span was
_CONTINUED = frozenset({"author", "title", "container"})
_BETWEEN = re.compile(
    r"[\s,;&.]*(?:(?:and|und|et|y|e)\s)?\s*(?:on\s?behalf\s?of\s)?\s*(?:the\s)?\s*"
)  # of two spans of names
_YEAR = re.compile(r"\d{4}")


def by_label(text: str, spans: Sequence[Span]) -> dict[str, str]:
    """The first span of each label; a second author list or title span straight after the first belongs to it, and so does
    `4 October` to a year that stands elsewhere."""
    said: dict[str, str] = {}
    ends: dict[str, int] = {}
    for span in spans:
        label, piece = span.label, text[span.start : span.end]
        if label not in said:
            said[label] = piece
        elif label in _CONTINUED and _goes_on(label, text[ends[label] : span.start]):
            said[label] += text[ends[label] : span.end]
        elif label == "date" and not (_YEAR.search(said[label]) and _YEAR.search(piece)):
            said[label] += f" {piece}"
            continue
        else:
            continue
        ends[label] = span.end
    return said


def _goes_on(label: str, between: str) -> bool:
    return len(between) <= 3 or (label == "author" and _BETWEEN.fullmatch(between) is not None)


def unlabelled(text: str, spans: Sequence[Span]) -> str:
    """What no span covers, with `|` for each span."""
    left: list[str] = []
    end = 0
    for span in spans:
        left.append(text[end : span.start])
        end = span.end
    left.append(text[end:])
    return GAP.join(left)
