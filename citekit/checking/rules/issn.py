from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.checking.bibliography import Bibliography
from citekit.checking.checksums import digits, is_issn
from citekit.checking.finding import Rule, Spot
from citekit.checking.wording import quoted

_WORDS = re.compile(r"\([^()]*\)|e?-?ISSN:?|[A-Za-z]{2,}[.:]?", re.IGNORECASE)  # (Online), eISSN:
_APART = re.compile(r"\s*[,;/|]\s*|\s+")


def _look(bibliography: Bibliography) -> Iterator[Spot]:
    for entry in bibliography.entries:
        given = re.sub(r"\s*[-‐‑‒–—]+\s*", "-", " ".join(entry.get("issn").split()))
        for number in filter(None, _APART.split(_WORDS.sub(",", given).strip(" ,;."))):
            bare = digits(number)
            if not is_issn(bare):
                wrong = "its check digit is wrong" if len(bare) == 8 and bare[:-1].isdigit() else "it has 8 digits"
                yield Spot(entry.by_name["issn"].at, f"{quoted(number)} is no ISSN: {wrong}", entry.key)


RULE = Rule("issn", "error", "An ISSN with a wrong check digit, or one too short or too long.", _look)
