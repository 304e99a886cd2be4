"""Which BibTeX type a reference string describes."""

from __future__ import annotations

import re
from collections.abc import Mapping

from citekit.model import Value

_THESIS = re.compile(
    r"\b(?:ph\.?\s?d\.?|doctoral|dissertation|thèse|tesis doctoral|tese de doutorado|diss\.|habilitation)\b",
    re.IGNORECASE,
)
_MASTERS = re.compile(
    r"\b(?:master'?s?\s+thesis|m\.?sc\.?\s+thesis|masterarbeit|diplomarbeit|mémoire de master)\b|\bThesis\b",
    re.IGNORECASE,
)
_REPORT = re.compile(
    r"\b(?:technical report|tech\.? rep\.?|research report|working paper|white paper|rapport de recherche|RFC \d+)",
    re.IGNORECASE,
)
_MEETING = re.compile(
    r"\b(?:proc\.|proceedings of (?!the (?:national|royal|united states))|conference|conf\.|symposium|workshop|kongress|congrès|tagung)",
    re.IGNORECASE,
)
_IN = re.compile(r"[.,:;\"”’)]\s*[Ii]n:?\s+[A-Z\"“]|\b[Ee]ds?\b\.?|\bHrsg\b|\b[Ee]ditors?\b")


def entry_type(text: str, fields: Mapping[str, Value]) -> str:
    """Decides by what is there: a thesis says so, a chapter stands in a book, an article has a journal with numbers."""
    if _MASTERS.search(text) and not _THESIS.search(text) and "volume" not in fields:
        return "mastersthesis"
    if _THESIS.search(text) and "volume" not in fields:
        return "phdthesis"
    container = str(fields.get("container", ""))
    if container and _MEETING.search(container) and not re.match(r"Proceedings of the National", container):
        return "inproceedings"
    if container and ("volume" in fields or "number" in fields) and "publisher" not in fields:
        return "article"
    if container and (_IN.search(text) or "publisher" in fields or "editor" in fields):
        return "incollection"
    if container:
        return "article"
    if _REPORT.search(text):
        return "techreport"
    if "publisher" in fields or "isbn" in fields:
        return "book"
    if "url" in fields:
        return "online"
    return "misc"
