from __future__ import annotations

from collections.abc import Iterator

from citekit.checking.bibliography import Bibliography
from citekit.checking.finding import Rule, Spot
from citekit.checking.wording import quoted
from citekit.values.identifier_forms import bare_pmcid, bare_pmid


def _look(bibliography: Bibliography) -> Iterator[Spot]:
    for entry in bibliography.entries:
        for name, bare in (("pmid", bare_pmid), ("pmcid", bare_pmcid)):
            number = entry.get(name)
            if number and not bare(number):
                yield Spot(entry.by_name[name].at, f"{quoted(number)} is no {name.upper()}", entry.key)


RULE = Rule("pmid", "warning", "A pmid or pmcid field that holds no such number.", _look)
