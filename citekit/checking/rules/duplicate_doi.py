from __future__ import annotations

from collections.abc import Iterator

from citekit.checking.bibliography import Bibliography, Lines
from citekit.checking.finding import Rule, Spot
from citekit.values.identifiers import fold_doi
from citekit.values.latex import decode_verbatim


def _look(bibliography: Bibliography) -> Iterator[Spot]:
    lines = Lines(bibliography.text)
    first: dict[str, tuple[str, int]] = {}
    for entry in bibliography.entries:
        doi = fold_doi(decode_verbatim(entry.get("doi"))) if "doi" in entry.by_name else ""
        if not doi:
            continue
        key, at = first.setdefault(doi, (entry.key, entry.at))
        if at != entry.at and key != entry.key:
            said = f"{key or 'the entry'} in line {lines.of(at)[0]} has the same DOI; are they one work?"
            yield Spot(entry.by_name["doi"].at, said, entry.key)


RULE = Rule("duplicate-doi", "warning", "Two entries with the same DOI.", _look)
