"""A reference string and its labelled spans → a `Reference`.

What the labels say is read by the value types; what a pattern can know better than any model (a DOI, a PMID, an arXiv number), and what
has no label (an edition, a translator), is read from the string.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from citekit.model import Field, Origin, Reference, Value
from citekit.readers.text.entry_type import entry_type
from citekit.readers.text.identified import identified
from citekit.readers.text.label import Span
from citekit.readers.text.pieces import LABEL_OF, by_label, unlabelled
from citekit.readers.text.second_look import second_look
from citekit.readers.text.tidy import tidy, trimmed
from citekit.readers.text.unlabelled import translators, unpublished
from citekit.values import dates, numbers, pages
from citekit.values.editions import edition, edition_cut
from citekit.values.name_lists import read_names

_IN = re.compile(r"^(?:in|dans|en|em|aus)\b\s*:?\s+(?=\S)", re.IGNORECASE)
_IDENTIFIES = ("author", "editor", "title", "container", "doi")  # without one of these a string is not understood


def assemble(text: str, spans: Sequence[Span], origin: Origin, confidence: float | None = None) -> Reference:
    """Builds the reference. A string without a single useful label becomes `misc` with its text as `note`.

    `pieces.LABEL_OF` says which label each field comes from; a field is as sure as the least sure span of its label. `confidence` is
    how probable it is that all spans are right.
    """
    said = second_look(by_label(text, spans), text)
    known = _people(said.get("author", ""), said.get("editor", ""))
    for label, read in _READ.items():
        if label in said:
            known |= read(said[label])
    known |= identified(text, said)
    rest = unlabelled(text, spans)
    known |= _without_a_label(rest, known)
    known = {name: value for name, value in known.items() if _says_something(value)}
    if text and not any(name in known for name in _IDENTIFIES):
        known["note"] = text
    kind = entry_type(text, known)
    if kind == "unpublished" and (said_so := unpublished(rest)):
        known["note"] = said_so
    sure = _confidences(spans)
    fields = {name: Field(value, origin, _confidence(name, sure)) for name, value in known.items()}
    return Reference(kind, fields=fields, origin=origin, confidence=confidence)


def _says_something(value: Value) -> bool:
    """Has it a letter or a figure? `?!` is no title."""
    if not isinstance(value, str):
        return bool(value)
    return value[:1].isalnum() or any(map(str.isalnum, value))


def _confidence(field: str, sure: Mapping[str, float]) -> float | None:
    """Editors may come from a span of authors."""
    label = LABEL_OF.get(field, "")
    return sure.get(label, sure.get("author") if label == "editor" else None)


def _confidences(spans: Sequence[Span]) -> dict[str, float]:
    sure: dict[str, float] = {}
    for span in spans:
        sure[span.label] = min(span.confidence, sure.get(span.label, 1.0))
    return sure


def _without_a_label(rest: str, known: Mapping[str, Value]) -> dict[str, Value]:
    found: dict[str, Value] = {"translator": translators(rest)}
    if not known.get("edition"):
        found["edition"] = edition(rest)
    return found


# ---------------------------------------------------------------- what each label says


def _people(author: str, editor: str) -> dict[str, Value]:
    """Who stands first is the author, unless the list says `(Eds.)` or `(trans.)` and no one else edited."""
    first, role = read_names(author)
    second, other = read_names(editor)
    if role in ("editor", "translator") and not second:
        return {role: first}
    return {"author": first, "translator" if other == "translator" else "editor": second}


def _title(piece: str) -> dict[str, Value]:
    title, which = edition_cut(tidy(piece))
    return {"title": tidy(title) if which else title, "edition": which}


def _container(piece: str) -> dict[str, Value]:
    container, which = edition_cut(tidy(_IN.sub("", trimmed(piece))))
    return {"container": container, "edition": which} if which else {"container": container}


def _date(piece: str) -> dict[str, Value]:
    """Year, month, day. Of words in place of a year `in press` is kept, as BibTeX users write it; `n.d.` says that there is none.

    A letter behind the year (`2003a`) tells apart the works of one list and is no part of the year; it is left out.
    """
    date = dates.parse(piece)
    if date.year:
        return {"year": date.year, "month": date.month, "day": date.day}
    return {"year": dates.in_words(piece)}


def _volume(piece: str) -> dict[str, Value]:
    volume, issue = numbers.volume_and_issue(tidy(piece))
    return {"volume": volume, "number": issue}


def _pages(piece: str) -> dict[str, Value]:
    where, total = pages.read(trimmed(piece))
    return {"pages": where, "pagetotal": total}


# In this order: what a label says itself goes over what another one says beside it (a volume its issue).
_READ: dict[str, Callable[[str], dict[str, Value]]] = {
    "title": _title,
    "container": _container,
    "date": _date,
    "volume": _volume,
    "issue": lambda piece: {"number": numbers.issue(tidy(piece))},
    "pages": _pages,
    "publisher": lambda piece: {"publisher": tidy(piece, keeps_company=True)},
    "location": lambda piece: {"address": tidy(piece)},
    "series": lambda piece: {"series": tidy(piece)},
    "howpublished": lambda piece: {"howpublished": tidy(piece)},
    "collaboration": lambda piece: {"collaboration": tidy(piece)},
}
