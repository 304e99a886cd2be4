"""A reference string and its labelled spans → a `Reference`.

What the labels say is read by the value types; what a pattern can know better than any model (a DOI, a PMID, an arXiv
number) is read from the whole string.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from citekit.model import Origin, Reference, Value
from citekit.readers.text.entry_type import entry_type
from citekit.readers.text.label import Span
from citekit.readers.text.second_look import second_look
from citekit.values import dates, pages
from citekit.values.identifiers import doi, pmid
from citekit.values.name_lists import parse_names

_TEXT_FIELDS = {"title": "title", "container": "container", "volume": "volume", "issue": "number",
                "publisher": "publisher", "location": "address", "edition": "edition", "series": "series", "collaboration": "collaboration"}  # fmt: skip
_OPENERS, _CLOSERS = "\"“‘«„'([", "\"”’»“'])"
_EDGE = re.compile(r"^[\s.,;:–—/|-]+|[\s,;:–—/|]+$")
_IN = re.compile(r"^(?:in|dans|en|em|aus)\b\s*:?\s+(?=\S)", re.IGNORECASE)
_VOLUME = re.compile(r"^(?:vol(?:ume|\.)?|bd\.?|band|tome?|t\.|v\.)\s*", re.IGNORECASE)
_ISSUE = re.compile(r"^(?:no?\.?|nos\.|nr\.?|num(?:ber|\.)?|issue|heft|n[°º])\s*(?=[\dA-Z])", re.IGNORECASE)
_URL = re.compile(r"(?:https?://|www\.)[^\s<>\"“”]+[^\s<>\"“”.,;)\]]")
_ACCESSED = re.compile(
    r"(?:accessed|retrieved|abgerufen|consulté|acceso|acesso|cited|visited)\s+(?:on|am|le|el|em)?\s*:?\s*([^.;\]]{6,30})",
    re.IGNORECASE,
)
_ARXIV = re.compile(r"\barXiv[:\s]+(?P<id>\d{4}\.\d{4,5}(?:v\d+)?|[a-z-]+(?:\.[A-Z]{2})?/\d{7})", re.IGNORECASE)
_ISBN = re.compile(r"\bISBN(?:-1[03])?:?\s*((?:97[89][-\s]?)?\d[\d\s-]{7,14}[\dXx])\b")


def assemble(text: str, spans: Sequence[Span], origin: Origin) -> Reference:
    """Builds the reference. A string without a single useful label becomes `misc` with its text as `note`."""
    said = second_look(_by_label(text, spans), text)
    fields: dict[str, Value] = {
        "author": parse_names(said.get("author", "")),
        "editor": parse_names(said.get("editor", "")),
        **{name: _tidy(said.get(label, ""), name) for label, name in _TEXT_FIELDS.items()},
        "pages": pages.dashed(_trim(said.get("pages", ""))),
        **_date(said.get("date", "")),
        **_identifiers(text),
    }
    if not any(fields.get(name) for name in ("author", "title", "container", "doi")):
        fields["note"] = text
    known = {name: value for name, value in fields.items() if value}
    reference = Reference(entry_type(text, known), origin=origin)
    for name, value in known.items():
        reference = reference.with_field(name, value, origin)
    return reference


def _by_label(text: str, spans: Sequence[Span]) -> dict[str, str]:
    """The first span of each label; a second author list or title span straight after the first belongs to it."""
    said: dict[str, str] = {}
    ends: dict[str, int] = {}
    for span in spans:
        piece = text[span.start : span.end]
        if span.label not in said:
            said[span.label] = piece
            ends[span.label] = span.end
        elif span.label in ("author", "title", "container") and span.start - ends[span.label] <= 3:
            said[span.label] += text[ends[span.label] : span.end]
            ends[span.label] = span.end
    return said


def _trim(text: str) -> str:
    return _EDGE.sub("", text.strip()).strip()


def _tidy(text: str, field: str) -> str:
    """A value without what the style put round it: quotes, a closing point, `In:`, `Vol.`, `no.`."""
    value = _trim(text)
    if field == "container":
        value = _IN.sub("", value)
    if field == "volume":
        value = _VOLUME.sub("", value)
    if field == "number":
        value = _ISSUE.sub("", value)
    value = _unquoted(value)
    if value.endswith(".") and not _keeps_its_point(value, field):
        value = value[:-1].rstrip()
    return _unquoted(value).rstrip(" ,;:")


def _keeps_its_point(value: str, field: str) -> bool:
    """`et al...` and abbreviated journals keep nothing; `Verlag Inc.` and `2nd ed.` do."""
    return value.endswith("...") or (field == "publisher" and re.search(r"\b(?:Inc|Ltd|Co|Corp)\.$", value) is not None)


def _unquoted(value: str) -> str:
    if len(value) > 1 and value[0] in _OPENERS and value[-1] in _CLOSERS and value[0] not in value[1:-1]:
        inside = value[1:-1]
        if value[0] not in "([" or not re.search(r"[()\[\]]", inside):
            return _trim(inside)
    if value[:1] in '"“«„' and not any(mark in value[1:] for mark in '"”»“'):
        return _trim(value[1:])
    if value[-1:] in '"”»' and not any(mark in value[:-1] for mark in '"“«„'):
        return _trim(value[:-1])
    return value


def _date(text: str) -> dict[str, str]:
    """Year, month, day; words in place of a year (`in press`, `n.d.`) are kept as the year they were given as."""
    date = dates.parse(text)
    if date.year:
        return {"year": date.year, "month": date.month, "day": date.day}
    return {"year": _trim(text).strip("()[].")}


def _identifiers(text: str) -> dict[str, str]:
    found = {"doi": doi(_doi_joined(text)), "pmid": pmid(text)}
    url = _URL.search(text)
    if url and not re.search(r"doi\.org/", url[0]):
        found["url"] = url[0]
        accessed = _ACCESSED.search(text)
        found["urldate"] = accessed[1].strip() if accessed and dates.parse(accessed[1]).year else ""
    arxiv = _ARXIV.search(text)
    if arxiv:
        found |= {"eprint": arxiv["id"], "eprinttype": "arxiv"}
    isbn = _ISBN.search(text)
    if isbn:
        found["isbn"] = isbn[1].strip()
    return found


def _doi_joined(text: str) -> str:
    """Undoes a space that a line break left behind the prefix: `10.1016/ j.cell.2012` (text copied from a PDF)."""
    return re.sub(r"(10\.\d{4,9}/)\s+(?=\S)", r"\1", text)
