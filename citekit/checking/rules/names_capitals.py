from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.checking.bibliography import Bibliography
from citekit.checking.finding import Rule, Spot
from citekit.checking.wording import quoted

_WORD = re.compile(r"[^\W\d_]+")


def _look(bibliography: Bibliography) -> Iterator[Spot]:
    for entry, field, names in bibliography.people:
        for name in names:
            words = _WORD.findall(name.bare) if name.text.isupper() else []
            if len(words) > 1 and max(map(len, words)) > 3 and not any(char.isdigit() for char in name.text):
                yield Spot(bibliography.place(field, name.at), f"{quoted(name.text)} is all in capitals", entry.key)


RULE = Rule("names-capitals", "warning", "A person's name all in capitals.", _look)
