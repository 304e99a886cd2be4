from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.checking.bibliography import Bibliography
from citekit.checking.finding import Rule, Spot
from citekit.checking.names import Written
from citekit.checking.wording import quoted
from citekit.values.latex import decode

_SUFFIX = re.compile(
    r"(?:jr|sr|snr|jnr|[ivx]+|[234](?:nd|rd|th)|esq|ph\.?\s?d|m\.?d|ma?|s\.?j|père|fils|et al)\.?", re.IGNORECASE
)
_INITIALS_FIRST = re.compile(r"(?:[^\W\d_]\.[\s~-]?)+\s*[^\W\d_]{2,}[^.]*")  # J. Smith, J. K. van Dyk
_AMPERSAND = re.compile(r"\\?&")


def _look(bibliography: Bibliography) -> Iterator[Spot]:
    for entry, field, names in bibliography.people:
        for name in names:
            if wrong := _wrong(name):
                said = f"{quoted(name.text)} looks like several names with {wrong} between them; put “and” there"
                yield Spot(bibliography.place(field, name.at), said, entry.key)


def _wrong(name: Written) -> str:
    """What stands between names where `and` should, or `""`."""
    if "," not in name.text and ";" not in name.text and "&" not in name.text:
        return ""
    bare = name.bare
    if ";" in bare:
        return "a semicolon"
    if _AMPERSAND.search(bare) and ("," in bare or re.search(r"\b[A-Z]\.", bare)):
        return "&"
    parts = name.commas
    if len(parts) == 3 and all(parts) and not _SUFFIX.fullmatch(decode(parts[1])):
        return "commas"
    if len(parts) == 2 and all(_INITIALS_FIRST.fullmatch(part) for part in parts):
        return "a comma"
    return ""


RULE = Rule("names-separator", "warning", "Names with a comma, semicolon or & between them instead of “and”.", _look)
