from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.checking.bibliography import Bibliography
from citekit.checking.finding import Rule, Spot

_ESCAPED = re.compile(r"\\[_%&#~$]|\{\\_\}|\{\\~\}|\\textasciitilde|\\textunderscore")  # a\_b, a{\_}b, \~{}user


def _look(bibliography: Bibliography) -> Iterator[Spot]:
    for entry in bibliography.entries:
        url = entry.get("url")
        if url.startswith("\\url"):
            yield Spot(entry.by_name["url"].at, "styles put \\url around it themselves; leave it out", entry.key)
        elif found := _ESCAPED.search(url):
            said = (
                f"a url is no LaTeX text, so that {found[0]} becomes part of the link; write it without the backslash"
            )
            yield Spot(bibliography.place(entry.by_name["url"]), said, entry.key)


RULE = Rule("url-latex", "warning", "A url with LaTeX in it, which becomes part of the link.", _look)
