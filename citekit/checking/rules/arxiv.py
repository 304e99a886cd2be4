from __future__ import annotations

from collections.abc import Iterator

from citekit.checking.bibliography import Bibliography
from citekit.checking.finding import Rule, Spot
from citekit.checking.wording import quoted
from citekit.values.identifier_forms import bare_arxiv


def _look(bibliography: Bibliography) -> Iterator[Spot]:
    for entry in bibliography.entries:
        number = entry.get("eprint")
        if not number or (entry.get("eprinttype") or entry.get("archiveprefix")).lower() != "arxiv":
            continue
        if not bare_arxiv(number):
            said = f"{quoted(number)} is no number of arXiv's, as 1706.03762 or hep-th/9901001 are"
            yield Spot(entry.by_name["eprint"].at, said, entry.key)
        elif number.lower().startswith(("arxiv:", "http")):
            said = f"styles put arXiv: before the number themselves; write {bare_arxiv(number)}"
            yield Spot(entry.by_name["eprint"].at, said, entry.key)


RULE = Rule("arxiv", "warning", "An arXiv eprint that is no number of arXiv's, or has arXiv: before it.", _look)
