from __future__ import annotations

from collections.abc import Iterator

from citekit.checking.bibliography import Bibliography
from citekit.checking.finding import Spot
from citekit.checking.paper.reading import PaperRule, Reading
from citekit.checking.wording import listed

_MOST = 20  # a file with more serves other papers, too


def _look(reading: Reading, file: str, bibliography: Bibliography) -> Iterator[Spot]:
    if not any(reading.with_file(file)):
        return
    entries = [entry for entry in bibliography.entries if entry.key]
    unused = [entry for entry in entries if (file, entry.key) not in reading.used]
    if len(unused) > _MOST:
        keys = listed([entry.key for entry in unused])
        yield Spot(unused[0].at, f"{len(unused):,} of {len(entries):,} entries are not cited: {keys}")
        return
    for entry in unused:
        yield Spot(entry.at, "is not cited", entry.key)


RULE = PaperRule(
    "unused-entry",
    "warning",
    "An entry that no paper cites and no cited entry needs; many of a file are told as one.",
    look_in=_look,
)
