from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.checking.bibliography import Bibliography
from citekit.checking.fields import printed
from citekit.checking.finding import Rule, Spot

_HTML = re.compile(
    r"&(?:amp|lt|gt|quot|apos|nbsp|[mn]dash|hellip|[lr][sd]quo|[a-z]{1,2}(?:uml|acute|grave|circ|tilde|cedil|slash|ring|lig)|#\d{2,6}|#x[0-9a-f]{2,5});"
    r"|</?(?:i|b|em|strong|sub|sup|sc|scp|p|br|span|tt|u|italic|bold|jats:[a-z]+|mml:[a-z]+|inline-formula|tex-math)(?:\s[^<>]{0,200})?/?>",
    re.IGNORECASE,
)


def _look(bibliography: Bibliography) -> Iterator[Spot]:
    for entry, field in printed(bibliography):
        if ("&" in field.latex or "<" in field.latex) and (found := _HTML.search(field.latex)):
            said = f"{found[0]} in {field.name} is HTML, which LaTeX prints as it stands or stumbles over"
            yield Spot(bibliography.place(field, found.start()), said, entry.key if entry else "")


RULE = Rule("html", "warning", "Tags or entities of HTML in a field that LaTeX prints.", _look)
