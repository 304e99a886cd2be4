"""Fields by what may stand in them."""

from __future__ import annotations

from collections.abc import Iterator

from citekit.checking.bibliography import Bibliography, Definition, Entry, FieldAt
from citekit.vocabulary import NAME_FIELDS

TITLES = tuple("title booktitle maintitle journal journaltitle subtitle booksubtitle mainsubtitle issuetitle".split())
# Fields that styles print as LaTeX. What nobody prints (abstract, keywords, file, owner) may hold anything.
PRINTED = frozenset(
    (
        *NAME_FIELDS,
        *TITLES,
        *"address addendum booktitleaddon chapter edition eventtitle eventtitleaddon howpublished institution issue issuesubtitle"
        " journalsubtitle location maintitleaddon month nameaddon note number organization origtitle pages part publisher pubstate"
        " school series shortjournal shortseries shorttitle titleaddon type venue version volume volumes year".split(),
    )
)


def printed(bibliography: Bibliography) -> Iterator[tuple[Entry | None, FieldAt | Definition]]:
    """All values that LaTeX gets to see as text, `@string`s among them."""
    for entry in bibliography.entries:
        for field in entry.fields:
            if field.name in PRINTED:
                yield entry, field
    for definition in bibliography.definitions:
        yield None, definition
