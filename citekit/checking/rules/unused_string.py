from __future__ import annotations

from collections.abc import Iterator

from citekit.bibtex.strings import names_used
from citekit.checking.bibliography import Bibliography
from citekit.checking.finding import Rule, Spot


def _look(bibliography: Bibliography) -> Iterator[Spot]:
    if not bibliography.definitions or not bibliography.entries:  # a file of abbreviations serves others
        return
    sources = [
        field.source
        for entry in bibliography.entries
        for field in entry.fields
        if field.source[:1] != "{" or "#" in field.source
    ]
    sources += [definition.source for definition in bibliography.definitions]
    used = {name for source in sources for name in names_used(source)}
    for definition in bibliography.definitions:
        if definition.name not in used:
            yield Spot(definition.at, f"nothing uses the @string {definition.name}")


RULE = Rule("unused-string", "warning", "An @string that no entry of the file uses.", _look, usual=False)
