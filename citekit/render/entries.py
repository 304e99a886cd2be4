"""Reference → pybtex entry."""

from __future__ import annotations

import re

from pybtex.database import Entry

from citekit.model import Reference
from citekit.render.keys import one_line
from citekit.values import dates
from citekit.values.identifiers import doi
from citekit.values.names import Names, Person
from citekit.vocabulary import NAME_FIELDS

# Entry types of biblatex (manual §2.1) and others → the BibTeX type whose template prints them. Not named: `misc`.
TYPES = {
    "article": "article", "periodical": "article", "suppperiodical": "article", "review": "article",
    "book": "book", "mvbook": "book", "bookinbook": "book", "reference": "book", "mvreference": "book",
    "collection": "book", "mvcollection": "book",
    "proceedings": "proceedings", "mvproceedings": "proceedings",
    "booklet": "booklet", "manual": "manual", "unpublished": "unpublished",
    "inbook": "inbook", "suppbook": "inbook",
    "incollection": "incollection", "suppcollection": "incollection", "inreference": "incollection",
    "inproceedings": "inproceedings", "conference": "inproceedings",
    "phdthesis": "phdthesis", "thesis": "phdthesis", "mastersthesis": "mastersthesis",
    "techreport": "techreport", "report": "techreport",
    "online": "online", "electronic": "online", "www": "online",
}  # fmt: skip

_TYPE_WORDS = ("phdthesis", "mathesis", "techreport", "resreport")  # biblatex's keys for what a template says by itself


def entry(reference: Reference, key: str) -> Entry:
    """A pybtex entry under this key, of a BibTeX type that every style knows.

    Its `fields` hold our field names and plain text on one line (also `journal` and `booktitle`, which are `container`);
    its `persons` hold `Names`, never empty. pybtex's own reading of names and LaTeX plays no part.
    """
    fields = {name: one_line(reference.get(name)) for name in reference.fields if name not in NAME_FIELDS}
    fields = {name: value for name, value in fields.items() if value}
    fields |= _issued(reference, fields)
    if "subtitle" in fields:
        fields["title"] = ": ".join(fields[name] for name in ("title", "subtitle") if name in fields)
    if "doi" in fields:
        fields["doi"] = doi(fields["doi"]) or fields["doi"]
    container = fields.get("container", fields.get("container_short", ""))
    if container:
        fields["container"] = fields["journal"] = fields["booktitle"] = container
    if "institution" in fields:
        fields.setdefault("school", fields["institution"])
    if fields.get("type") in _TYPE_WORDS:
        del fields["type"]
    people = {role: names for role in NAME_FIELDS if (names := _names(reference, role))}
    made = Entry(_type(reference, bool(container)), fields, people)
    made.key = key
    return made


def _type(reference: Reference, in_container: bool) -> str:
    found = TYPES.get(reference.type, "misc")
    if found == "phdthesis" and re.search(r"master|^mathesis", reference.get("type").lower()):
        return "mastersthesis"
    if found == "inbook" and in_container:
        return "incollection"  # biblatex: @inbook has a booktitle; BibTeX: its title is the book's
    if found in ("incollection", "inproceedings") and not in_container:
        return "misc"  # "In:" needs a book
    return "article" if found == "misc" and in_container else found


def _issued(reference: Reference, fields: dict[str, str]) -> dict[str, str]:
    """Year, month and day; biblatex's `date` gives what the others leave open."""
    date = dates.parse(fields.get("date", ""))
    said = {"year": one_line(reference.year), "month": date.month, "day": date.day}
    return {name: fields.get(name, value) for name, value in said.items() if name in fields or value}


def _names(reference: Reference, role: str) -> Names:
    """The people; names that were kept verbatim are one body."""
    people = reference.names(role)
    if not people and (text := reference.get(role)):
        people = Names((Person(text, literal=True),))
    clean = (
        Person(one_line(p.family), one_line(p.given), one_line(p.particle), one_line(p.suffix), p.literal)
        for p in people
    )
    return Names(tuple(clean), people.others)
