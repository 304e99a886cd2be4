from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.checking.bibliography import Bibliography
from citekit.checking.finding import Rule, Spot

# Not: …, U.S., et al., Inc., Part I. and others that end in an abbreviation of up to four letters
_FULL_STOP = re.compile(r"[^\W\d_]{5,}[})\"']*\.[}\"']*")


def _look(bibliography: Bibliography) -> Iterator[Spot]:
    for entry in bibliography.entries:
        title = entry.get("title")
        if title.rstrip("}\"'").endswith(".") and _FULL_STOP.fullmatch(title.split()[-1]):
            yield Spot(
                entry.by_name["title"].at, "the title ends in a full stop, which styles set themselves", entry.key
            )


RULE = Rule("title-full-stop", "warning", "A title that ends in a full stop.", _look)
