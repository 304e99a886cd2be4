from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from citekit.checking.bibliography import Bibliography
from citekit.checking.finding import Rule, Spot

# Behind an entry: }   , year = {2009}   "  note = "…"
_REST = re.compile(r"[\s,\"})]*(?:([A-Za-z][\w-]*)\s*=\s*(?:[{\"]|\d+\s*[,}])|[})])")


def _look(bibliography: Bibliography) -> Iterator[Spot]:
    for before, after in pairwise(bibliography.chunks):
        if before.kind != "entry" or after.kind != "comment" or not before.parsed:
            continue
        if found := _REST.match(after.text):
            what = f"the field {found[1]}" if found[1] else "a brace that was never opened"
            said = f"behind the end of the entry stands {what}, which BibTeX ignores; the entry is closed too early"
            yield Spot(after.start, said, before.parsed.key)


RULE = Rule("text-after-entry", "error", "Fields behind the brace that closes their entry: they are ignored.", _look)
