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
    r"\b(?:conference|conf\.|symposium|symp\.|workshop|kongress|congrès|congress|tagung|colloquium)\b", re.IGNORECASE
)
_PROCEEDINGS = re.compile(r"\b(?:proc\.|proceedings)", re.IGNORECASE)
_ACRONYM = re.compile(r"[A-Z][A-Z\d/’'. -]{2,25}")  # INFOCOM, ICC’03, ICCS/ISPACS’96
_IN = re.compile(r"[.,:;\"”’)]\s*[Ii]n:?\s+[A-Z\"“]|\b[Ee]ds?\b\.?|\bHrsg\b|\b[Ee]ditors?\b")


def entry_type(text: str, fields: Mapping[str, Value]) -> str:
    """Decides by what is there: a thesis says so, a chapter stands in a book, an article has a journal with numbers."""
    if _MASTERS.search(text) and not _THESIS.search(text) and "volume" not in fields:
        return "mastersthesis"
    if _THESIS.search(text) and "volume" not in fields:
        return "phdthesis"
    if _REPORT.search(text) and "pages" not in fields:
        return "techreport"
    if fields.get("container"):
        return _type_in(str(fields["container"]), text, fields)
    if "publisher" in fields or "isbn" in fields:
        return "book"
    if "url" in fields:
        return "online"
    return "misc"


def _type_in(container: str, text: str, fields: Mapping[str, Value]) -> str:
    """The type of something that stands in a journal, a meeting's proceedings, or a book."""
    numbered = "volume" in fields or "number" in fields
    inside = bool(_IN.search(text))
    # Proceedings of an academy or a society are a journal: they have volumes and are not introduced by `In`.
    if _MEETING.search(container) or (_PROCEEDINGS.search(container) and (inside or not numbered)):
        return "inproceedings"
    if inside and not numbered and _ACRONYM.fullmatch(container):
        return "inproceedings"
    if numbered and "publisher" not in fields:
        return "article"
    if inside or "publisher" in fields or "editor" in fields:
        return "incollection"
    return "article"
