from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.checking.bibliography import Bibliography
from citekit.checking.finding import Rule, Spot
from citekit.values.pages import span

_PAGE = re.compile(r"([A-Za-z]*)(\d+)")


def _look(bibliography: Bibliography) -> Iterator[Spot]:
    for entry in bibliography.entries:
        pages = entry.get("pages")
        found = span(pages) if pages else None
        if found is None:
            continue
        first, last = (_PAGE.fullmatch(page) for page in found)
        if first and last and first[1].lower() == last[1].lower() and int(last[2][:30]) < int(first[2][:30]):
            yield Spot(
                entry.by_name["pages"].at, f"the last page, {last[0]}, is before the first, {first[0]}", entry.key
            )


RULE = Rule("pages-order", "warning", "A last page that is before the first.", _look)
