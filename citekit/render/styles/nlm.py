"""Names, pages and dates as the US National Library of Medicine writes them.

Source: K. Patrias, D. Wendling, *Citing Medicine*, 2nd ed., NLM 2007–, https://www.ncbi.nlm.nih.gov/books/NBK7256/ and
the ICMJE samples at https://www.nlm.nih.gov/bsd/uniform_requirements.html. Unlike NLM we keep accents.
"""

from __future__ import annotations

import re

from citekit.values.dates import month as month_of
from citekit.values.names import Names, Person, is_initials
from citekit.values.pages import dashed, span

LISTED = 6
"""So many authors are named; of more, the first six and *et al.*"""

_SUFFIXES = {"II": "2nd", "III": "3rd", "IV": "4th", "V": "5th"}
_PAGE = re.compile(r"([A-Za-z]*)(\d+)")  # S194, 2426


def names(people: Names) -> str:
    """`Halpern SD, Ubel PA, et al.`; a body is set off with semicolons: `van Moorselaar RJ; Alf-One Study Group`."""
    shown = people.people[:LISTED]
    text = ""
    for before, person in zip((None, *shown), shown, strict=False):
        if before:
            text += "; " if before.literal or person.literal else ", "
        text += name(person)
    return f"{text}, et al." if text and (people.others or len(people) > LISTED) else text


def name(person: Person) -> str:
    """`van Royen-Kerkhoff A`, `Gilstrap LC 3rd`; a body's name whole."""
    family = f"{person.particle} {person.family}".strip()
    suffix = _SUFFIXES.get(person.suffix, person.suffix.rstrip("."))
    return " ".join(part for part in (family, initials(person.given), suffix) if part)


def initials(given: str) -> str:
    """At most two, without points: `Seth L.` → `SL`, `Jean-Luc` → `JL`, `AA` → `AA`, `Chyi Chia R.` → `CC`."""
    letters = ""
    for word in re.split(r"[\s.\-‐‑]+", given):
        letters += word if len(word) <= 3 and is_initials(word) else word[:1].upper()
    return letters[:2]


def pages(text: str) -> str:
    """Repeated digits go: `2426--2437` → `2426-37`, `S6--S12` → `S6-12`; with a letter after the number they stay."""
    found = span(text)
    if found is None:
        return dashed(text).replace("--", "-")
    first, last = found
    if first == last:
        return first
    a, b = _PAGE.fullmatch(first), _PAGE.fullmatch(last)
    if not a or not b or a[1] != b[1]:
        return f"{first}-{last}"
    kept = 0
    while len(a[2]) == len(b[2]) and a[2][kept] == b[2][kept]:
        kept += 1
    return f"{first}-{b[2][kept:]}"


def date(year: str, month: str = "", day: str = "") -> str:
    """`2009 Jun 4`, `2009 Jul-Aug`."""
    months = month_of(month)
    words = "-".join(part.capitalize() for part in months.split("-")) if months else month
    return " ".join(part for part in (year, words, day if words else "") if part)
