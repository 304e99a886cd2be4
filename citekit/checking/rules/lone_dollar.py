from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.checking.bibliography import Bibliography
from citekit.checking.fields import printed
from citekit.checking.finding import Rule, Spot

_DOLLAR = re.compile(r"\\.|(\$)", re.DOTALL)


def _look(bibliography: Bibliography) -> Iterator[Spot]:
    for entry, field in printed(bibliography):
        if "$" in field.latex:
            dollars = [found.start() for found in _DOLLAR.finditer(field.latex) if found[1]]
            if len(dollars) % 2 and field.source[:1] in ("{", '"'):
                said = f"{field.name} has a $ without a partner, which stops LaTeX; write \\$ for the sign"
                yield Spot(bibliography.place(field, dollars[-1]), said, entry.key if entry else "")


RULE = Rule("lone-dollar", "error", "A $ without a second one: a formula that never ends.", _look)
