from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from citekit.checking.bibliography import Bibliography
from citekit.checking.finding import Rule, Spot

# Controls, soft hyphen, zero-width spaces, marks of direction. Joiners (U+200C, U+200D) are letters' business in other scripts.
_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\ufeff]")


def _look(bibliography: Bibliography) -> Iterator[Spot]:
    if not _UNSEEN.search(bibliography.text):
        return
    for entry in bibliography.entries:
        for field in entry.fields:
            if found := _UNSEEN.search(field.latex):
                name = unicodedata.name(found[0], "a control character").lower()
                said = f"{field.name} has an invisible character in it: {name} (U+{ord(found[0]):04X})"
                yield Spot(bibliography.place(field, found.start()), said, entry.key)


RULE = Rule(
    "invisible-character", "warning", "Characters that nobody sees: zero-width spaces, soft hyphens, controls.", _look
)
