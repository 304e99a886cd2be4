from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.checking.bibliography import Bibliography
from citekit.checking.finding import Rule, Spot
from citekit.checking.wording import quoted

_FIELDS = ("date", "origdate", "eventdate", "urldate")
# biblatex manual §2.3.8: 2009, 2009-06, 2009-06-04, 2009-21 (spring), 19XX, 2009~, -0044, 2009-06-04T12:30:00Z; ranges with /.
_DATE = re.compile(
    r"[-+]?(?:\d{4}|\d{3}X|\d\dXX|Y[-+]?\d{5,})(?:-(\d\d|XX)(?:-(\d\d|XX)(?:T\d\d:\d\d(?::\d\d)?(?:Z|[-+]\d\d(?::?\d\d)?)?)?)?)?[?~%]?"
)


def _look(bibliography: Bibliography) -> Iterator[Spot]:
    if bibliography.model.name != "biblatex":
        return
    for entry in bibliography.entries:
        for name in _FIELDS:
            date = entry.get(name)
            if date and not _is_date(date):
                said = f"biblatex cannot read the date {quoted(date)}; write it as 2009, 2009-06 or 2009-06-04"
                yield Spot(entry.by_name[name].at, said, entry.key)


def _is_date(text: str) -> bool:
    parts = text.split("/")
    return len(parts) <= 2 and any(map(_is_day, parts)) and all(part in ("", "..") or _is_day(part) for part in parts)


def _is_day(text: str) -> bool:
    found = _DATE.fullmatch(text)
    if found is None:
        return False
    month, day = (0 if part in (None, "XX") else int(part) for part in found.groups())
    is_season = 21 <= month <= 41
    return (month <= 12 or is_season) and day <= 31 and "00" not in found.groups()


RULE = Rule("date", "warning", "A date that biblatex cannot read (only where biblatex is used).", _look)
