from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.checking.bibliography import Bibliography
from citekit.checking.checksums import digits, is_isbn
from citekit.checking.finding import Rule, Spot
from citekit.checking.wording import quoted

_WORDS = re.compile(r"\([^()]*\)|ISBN(?:-1[03])?:?|[A-Za-z]{2,}[.:]?", re.IGNORECASE)  # (pbk.), ISBN-13:, Print
_APART = re.compile(r"\s*[,;/|]\s*|\s+(?=97[89])|(?<=\S{10})\s+(?=\S{10})|\s+and\s+")


def _look(bibliography: Bibliography) -> Iterator[Spot]:
    for entry in bibliography.entries:
        for number in filter(None, _APART.split(_WORDS.sub(",", " ".join(entry.get("isbn").split())).strip(" ,;."))):
            bare = digits(number)
            if not is_isbn(bare):
                wrong = (
                    "its check digit is wrong"
                    if len(bare) in (10, 13) and bare[:-1].isdigit()
                    else "it has 10 digits or 13"
                )
                yield Spot(entry.by_name["isbn"].at, f"{quoted(number)} is no ISBN: {wrong}", entry.key)


RULE = Rule("isbn", "error", "An ISBN with a wrong check digit, or one too short or too long.", _look)
