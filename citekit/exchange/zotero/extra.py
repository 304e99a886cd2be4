"""Zotero's field Extra: lines `name: value` for what an item's type has no field for, and free text.

    Citation Key: roe2009
    Original Date: 1899
    Editor: Roe || Ann
    arXiv:1706.03762 [cs.CL]
    tex.annotation: a field of BibTeX's
    Printed in two colours.

The names are those of CSL variables and of Zotero's own fields (https://www.zotero.org/support/kb/item_types_and_fields, "Citing Fields
from Extra"); `tex.` stands before BibTeX's, as Better BibTeX has it
(https://retorque.re/zotero-better-bibtex/exporting/extra-fields/). A value with line breaks is written as a JSON string.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from citekit.exchange.zotero.schema import CSL_TYPES, ITEM_TYPES
from citekit.vocabulary import ALIASES

KEY, ITEM_TYPE, ENTRY_TYPE, OTHERS, ARXIV = "citation key", "item type", "entry type", "others", "arxiv"
"""What a line may say besides a field."""

# Our field → the name of its line, in the order of the variables in the CSL specification (Appendix IV).
_LABELS = {
    "library": "Call Number",
    "chapter": "Chapter Number",
    "series": "Collection Title",
    "container": "Container Title",
    "doi": "DOI",
    "edition": "Edition",
    "venue": "Event Place",
    "eventtitle": "Event Title",
    "eventdate": "Event Date",
    "type": "Genre",
    "isbn": "ISBN",
    "issn": "ISSN",
    "container_short": "Journal Abbreviation",
    "language": "Language",
    "copyright": "License",
    "howpublished": "Medium",
    "number": "Number",
    "pagetotal": "Number of Pages",
    "volumes": "Number of Volumes",
    "origdate": "Original Date",
    "origpublisher": "Original Publisher",
    "origlocation": "Original Publisher Place",
    "origtitle": "Original Title",
    "pages": "Page",
    "part": "Part Number",
    "pmcid": "PMCID",
    "pmid": "PMID",
    "publisher": "Publisher",
    "address": "Publisher Place",
    "pubstate": "Status",
    "shorttitle": "Title Short",
    "url": "URL",
    "version": "Version",
    "volume": "Volume",
}
_PEOPLE = {
    "author": "Author",
    "serieseditor": "Collection Editor",
    "composer": "Composer",
    "bookauthor": "Container Author",
    "contributor": "Contributor",
    "director": "Director",
    "editor": "Editor",
    "illustrator": "Illustrator",
    "interviewer": "Interviewer",
    "recipient": "Recipient",
    "reviewedauthor": "Reviewed Author",
    "translator": "Translator",
}
_ALSO = {
    "Citation Key": KEY, "Bibtex": KEY, "Type": ITEM_TYPE, "arXiv": ARXIV, "Issued": "date",
    "Publication Title": "container", "Book Title": "container", "Proceedings Title": "container", "Place": "address",
    "Pages": "pages", "Num Pages": "pagetotal", "Short Title": "shorttitle", "Rights": "copyright",
    "Conference Name": "eventtitle", "Event": "eventtitle", "Series": "series", "Series Editor": "serieseditor",
    "Book Author": "bookauthor", "Original Place": "origlocation",
}  # fmt: skip


def _normal(label: str) -> str:
    """`Original Date`, `original-date`, `originalDate` → `originaldate`"""
    return re.sub(r"[ _-]", "", label).lower()


_NAMES = {
    _normal(label): name
    for name, label in (
        *_LABELS.items(),
        *_PEOPLE.items(),
        *((name, label) for label, name in _ALSO.items()),
    )
}
_LINE = re.compile(
    r"(?:([A-Za-z][A-Za-z _-]{0,40}):|\{:([A-Za-z _-]{1,40}):(?=.*\}$))[ \t]*(\S.*)"
)  # also {:issued:2009}
_TEX = re.compile(r"tex\.([a-z][a-z0-9_+-]{0,60})[ \t]*[:=][ \t]*(\S.*)", re.IGNORECASE)
_ARXIV = re.compile(r"(\S+?)(?:\s*\[([\w.-]{1,20})\])?")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of Extra: `name` is one of our fields or of the words above, `""` for free text, `text` the line as it stands."""

    text: str
    name: str = ""
    value: str = ""

    @property
    def names_a_person(self) -> bool:
        return self.name in _PEOPLE and not self.text.lower().startswith("tex.")


def read_extra(extra: str) -> list[Line]:
    return [_line(text) for text in re.split(r"\r\n?|\n", extra)]


def _line(text: str) -> Line:
    text = text.rstrip()
    if tex := _TEX.fullmatch(text):
        name = tex[1].lower()
        return Line(text, _TEX_NAMES.get(name) or ALIASES.get(name, name), _decoded(tex[2]))
    found = _LINE.fullmatch(text)
    name = _NAMES.get(_normal(found[1] or found[2]), "") if found else ""
    if not found or not name:
        return Line(text)
    value = found[3].removesuffix("}") if found[2] else found[3]
    if name == ITEM_TYPE:
        value = CSL_TYPES.get(value, value if value in ITEM_TYPES else "")
    return Line(text, name, _decoded(value)) if value else Line(text)


_TEX_NAMES = {"entrytype": ENTRY_TYPE, "referencetype": ENTRY_TYPE, "others": OTHERS, "key": KEY}


def arxiv_of(value: str) -> tuple[str, str]:
    """`1706.03762 [cs.CL]` → number and class, which may be `""`; both are where it is no such thing."""
    found = _ARXIV.fullmatch(value.strip())
    return (found[1], found[2] or "") if found else ("", "")


# ---------------------------------------------------------------- writing


def field_line(name: str, value: str) -> str:
    """A line for a field of ours."""
    return f"{_LABELS[name]}: {_encoded(value)}" if name in _LABELS else tex_line(name, value)


def tex_line(name: str, value: str) -> str:
    return f"tex.{name}: {_encoded(value)}"


def entry_type_line(entry_type: str) -> str:
    return f"tex.entrytype: {entry_type}"


def person_lines(name: str, people: Iterable[str]) -> Iterator[str]:
    """A line for each person; nothing for roles that have no name in CSL (see `has_role`)."""
    return (f"{_PEOPLE[name]}: {person}" for person in people)


def has_role(name: str) -> bool:
    return name in _PEOPLE


def write_extra(lines: Iterable[str], note: str) -> str:
    """The lines, then the note. A note whose own lines would be taken for such lines is written as one of them."""
    written, note = list(lines), note.strip()
    if any(line.name or line.text != text for line, text in _notes(note)):
        return "\n".join((*written, tex_line("note", note)))
    return "\n".join((*written, note) if note else written)


def _notes(note: str) -> Iterator[tuple[Line, str]]:
    return zip(read_extra(note), note.split("\n"), strict=False)


def _encoded(value: str) -> str:
    plain = value == value.strip() and value[:1] not in ("", '"') and not re.search(r"[\r\n]", value)
    return value if plain else json.dumps(value, ensure_ascii=False)


def _decoded(value: str) -> str:
    if not value.startswith('"') or not value.endswith('"'):
        return value
    try:
        said = json.loads(value)
    except ValueError:
        return value
    return said if isinstance(said, str) else value
