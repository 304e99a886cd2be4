from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.checking.bibliography import Bibliography
from citekit.checking.finding import Rule, Spot

_ONE_DASH = re.compile(r"(?<=\d)\s*(?:-|[‐‑‒–—−])\s*(?=[A-Za-z]?\d)")


def _look(bibliography: Bibliography) -> Iterator[Spot]:
    for entry in bibliography.entries:
        pages = entry.get("pages")
        found = _ONE_DASH.search(pages)
        if found:
            said = f"pages are parted by --, not {found[0].strip()} (some styles print it as it stands)"
            yield Spot(bibliography.place(entry.by_name["pages"]), said, entry.key)


RULE = Rule(
    "pages-dash", "warning", "Pages with one hyphen or a typeset dash between them, instead of --.", _look, usual=False
)
