from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.checking.bibliography import Bibliography
from citekit.checking.finding import Rule, Spot


def _look(bibliography: Bibliography) -> Iterator[Spot]:
    latest = bibliography.this_year + 1  # journals date their first issues ahead
    for entry in bibliography.entries:
        for name in ("year", "date"):
            found = re.match(r"\{?(\d{4})(?!\d)", entry.get(name))
            if found and int(found[1]) > latest:
                yield Spot(entry.by_name[name].at, f"{found[1]} is a year to come", entry.key)


RULE = Rule("year-in-future", "warning", "A year later than the next.", _look)
