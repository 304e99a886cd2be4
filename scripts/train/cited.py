"""Works that people have cited, as CSL-JSON items to be printed again in other styles: from labelled references and from .bib files.

Crossref's records are mostly of medicine and the sciences; these bring the titles, meetings, publishers and towns of other fields.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from corpus import Labelled
from csl_stock import Item, language_of

from citekit.model import Names, Origin, Reference
from citekit.readers import bibtex
from citekit.readers.text.assemble import assemble
from citekit.readers.text.label import Span
from citekit.values.dates import MONTHS

_TYPES = {
    "article": "article-journal", "inproceedings": "paper-conference", "conference": "paper-conference", "incollection": "chapter",
    "inbook": "chapter", "book": "book", "proceedings": "book", "phdthesis": "thesis", "mastersthesis": "thesis", "thesis": "thesis",
    "techreport": "report", "report": "report", "online": "webpage",
}  # fmt: skip
_GENRES = {"phdthesis": "PhD thesis", "mastersthesis": "Master’s thesis", "thesis": "PhD thesis", "techreport": "Technical report", "report": "Report"}  # fmt: skip
_NAMES = {
    "title": "title", "container": "container-title", "volume": "volume", "number": "issue", "pages": "page", "publisher": "publisher",
    "institution": "publisher", "school": "publisher", "address": "publisher-place", "series": "collection-title", "edition": "edition",
    "doi": "DOI", "url": "URL",
}  # fmt: skip
_PLAIN = re.compile(r"[^\\{}$<>_^|⟨⟩]{2,280}")
_CLOSED = (("(", ")"), ("[", "]"), ("“", "”"), ("«", "»"))


def from_labelled(references: Iterator[Labelled] | list[Labelled]) -> Iterator[Item]:
    for each in references:
        spans = [Span(label, start, end, 1.0) for label, start, end in each.spans]
        yield from _item(assemble(each.text, spans, Origin("", "")))


def from_bibtex(folder: Path) -> Iterator[Item]:
    """The entries of all .bib files of a folder; files that cannot be read as UTF-8 are passed over."""
    for file in sorted(folder.glob("*.bib")):
        try:
            text = file.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        for reference in bibtex.read(text, file.name):
            yield from _item(reference)


def _item(reference: Reference) -> Iterator[Item]:
    """Nothing, where what an item must have is missing or is no plain text."""
    kind = _TYPES.get(reference.type, "")
    year = reference.year
    people = {role: _people(reference.names(role)) for role in ("author", "editor")}
    said = {ours: " ".join(reference.get(name).split()) for name, ours in _NAMES.items() if reference.get(name)}
    said = {name: value for name, value in said.items() if _PLAIN.fullmatch(value)}
    whole = kind in ("book", "thesis", "report", "webpage") or "container-title" in said
    if not (
        kind and whole and "title" in said and re.fullmatch(r"1[5-9]\d\d|20[0-2]\d", year) and any(people.values())
    ):
        return
    if any(said["title"].count(opening) != said["title"].count(closing) for opening, closing in _CLOSED):
        return
    month = MONTHS.index(reference.get("month")) + 1 if reference.get("month") in MONTHS else 0
    said["page"] = said.get("page", "").replace("--", "-")
    if not re.fullmatch(r"[A-Za-z]*\d+(?:-[A-Za-z]*\d+)?", said["page"]):
        said["page"] = ""
    if kind == "book":
        said.pop("container-title", None)
    if people["author"] and kind in ("book", "article-journal"):
        people["editor"] = []
    item = {
        "type": kind, **said, **people, "genre": _GENRES.get(reference.type, ""), "language": language_of(said["title"]),
        "issued": {"date-parts": [[int(year), month] if month else [int(year)]]},
    }  # fmt: skip
    yield {name: value for name, value in item.items() if value}


def _people(names: Names) -> list[dict[str, str]]:
    made = []
    for person in names:
        family = f"{person.particle} {person.family}".strip()
        if person.literal:
            made.append({"literal": family})
        else:
            made.append({"family": family, "given": person.given, "suffix": person.suffix})
    return [{name: value for name, value in each.items() if value} for each in made]
