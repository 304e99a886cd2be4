from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.checking.bibliography import Bibliography, Entry
from citekit.checking.fields import printed
from citekit.checking.finding import Rule, Spot

_HINT = re.compile(r"[&%#_^]")
_TOKEN = re.compile(
    r"\\(?:url|path|nolinkurl|href|cite[a-z]*|ref|ensuremath|text[a-z]*script|verb[bcef]?|hyperref|label|SLACcitation)\*?\s*(?:\[[^\[\]]*\])?\s*\{[^{}]*\}"
    r"|\\\([^()]{0,200}\\\)|\\.|\$(?:\\.|[^$\\])*\$|&(?:[A-Za-z]{2,8}|#\d{1,6});|(?P<bare>[&%#_^])",
    re.DOTALL,
)
_SAID = {
    "&": "stops LaTeX", "%": "makes LaTeX ignore the rest of the line", "#": "stops LaTeX", "_": "stops LaTeX", "^": "stops LaTeX",
}  # fmt: skip


def _look(bibliography: Bibliography) -> Iterator[Spot]:
    for entry, field in printed(bibliography):
        if not _HINT.search(field.latex):
            continue
        bare = next((found for found in _TOKEN.finditer(field.latex) if found["bare"]), None)
        if bare and not _from_string(entry, field.source):
            mark = bare[0]
            way = f"write \\{mark}" if mark != "^" else "write \\^{} or put the formula between $"
            said = f"{mark} in {field.name} {_SAID[mark]}; {way}"
            yield Spot(bibliography.place(field, bare.start()), said, entry.key if entry else "")


def _from_string(entry: Entry | None, source: str) -> bool:
    """Is this a field that only names an `@string`, where the finding stands already?"""
    return entry is not None and source[:1] not in ("{", '"')


RULE = Rule("unescaped-character", "error", "& % # _ or ^ in a field that LaTeX prints, without a backslash.", _look)
