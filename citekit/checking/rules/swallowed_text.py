from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.checking.bibliography import Bibliography
from citekit.checking.finding import Rule, Spot
from citekit.checking.wording import quoted

_ENTRY = re.compile(r"^[ \t]*@[ \t]*[A-Za-z]+[ \t]*[{(][^\s,{}]+,[ \t]*$", re.MULTILINE)  # @article{smith2009,
_FIELD = re.compile(r",[ \t]*\n\s*([A-Za-z][\w-]*)\s*=\s*[{\"]")  # a comma, a new line, year = {


def _look(bibliography: Bibliography) -> Iterator[Spot]:
    for entry in bibliography.entries:
        for field in entry.fields:
            if "\n" not in field.source:
                continue
            if found := _ENTRY.search(field.source):
                said = f"{field.name} has the entry {quoted(found[0])} in it; a brace before it is not closed"
                yield Spot(_at(bibliography, field.at, field.source, found.start()), said, entry.key)
            elif found := _FIELD.search(field.source):
                said = f"{field.name} has the field {found[1]} in it; a brace or quote before it is not closed"
                yield Spot(_at(bibliography, field.at, field.source, found.start(1)), said, entry.key)


def _at(bibliography: Bibliography, field: int, source: str, index: int) -> int:
    start = bibliography.text.find(source, field)
    return start + index if start >= 0 else field


RULE = Rule("swallowed-text", "error", "A value that goes on into the next field or the next entry.", _look)
