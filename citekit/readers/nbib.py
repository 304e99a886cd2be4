"""nbib, PubMed's display of records as lines with tags (MEDLINE), → `Library`.

    PMID- 28754806
    TI  - Impact of balloon guide catheter on technical and clinical outcomes: a systematic
          review and meta-analysis.
    FAU - Brinjikji, Waleed

A tag has two to four letters and fills four columns; a hyphen and a blank follow: https://www.nlm.nih.gov/bsd/mms/medlineelements.html.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from citekit.acyclic import acyclic
from citekit.exchange.pubmed import entry
from citekit.exchange.pubmed.said import Said
from citekit.exchange.pubmed.tags import FORMAT, TAGS
from citekit.formats import Input, Reader
from citekit.model import Block, Field, Library, Origin, Problem, Reference
from citekit.readers.tagged import Record, Tag, records

_TAG = re.compile(r"(?=.{4}-(?: |$))(?P<tag>[A-Z][A-Z0-9]{1,3}) {0,2}-(?: (?P<value>.*)|$)")
_LINE = re.compile(r"^(?=.{4}- )([A-Z][A-Z0-9]{1,3}) {0,2}- ", re.MULTILINE)
# Tags that RIS, whose lines look alike, does not have.
_OF_MEDLINE = frozenset("PMID OWN STAT FAU LID AID DP JT PG PT DEP MHDA EDAT CRDT PST JID FED BTI UI SO".split())
_OF_RIS = frozenset({"TY", "ER"})
_SUFFIXES = (".nbib", ".medline")
_AT_ONCE = 1_000


def recognise(given: Input) -> bool:
    """Does the text begin with a tag of MEDLINE's, and do other such tags follow? In a file by that name they need not."""
    head = given.head
    first = _LINE.match(head)
    if not first or (first[1] not in TAGS and first[1] not in _OF_MEDLINE):
        return False
    seen = {found[1] for found in _LINE.finditer(head)}
    return not seen & _OF_RIS and ("PMID" in seen or given.suffix in _SUFFIXES or len(seen & _OF_MEDLINE) >= 2)


def read(given: Input) -> Library:
    """Every record. One that names no work becomes a problem and a `failed` block, and so does text outside records."""
    items: list[Reference | Block] = []
    problems: list[Problem] = []
    number = 0
    total = given.text.count("\n") + 1
    with acyclic():
        for record in _whole(records(given.text, _TAG, begins={"PMID"}, blank_ends=True)):
            made = _reference(record, given.file, number + 1)
            if made is None:
                what = "the record names no work" if record.tags else "no line of a record"
                problems.append(Problem("syntax", f"left out: {what}", given.file, record.line))
                items.append(Block("failed", record.text, record.line))
                continue
            items.append(made)
            number += 1
            if number % _AT_ONCE == 0:
                given.tell("reading records", record.line, total)
    given.tell("reading records", total, total)
    return Library(tuple(items), tuple(problems), given.file, FORMAT)


_BEGINNING = frozenset({"PMID", "TI", "BTI", "TT", "FAU", "AU", "UI"})
_BLANKS = re.compile(r"[ \t\r\n\f\v]+")  # U+00A0 is text


def _whole(pieces: Iterable[Record]) -> Iterator[Record]:
    """Records that an empty line within them cut in two are one again: what names no work of its own goes with the record before."""
    before: list[Record] = []
    for piece in pieces:
        goes_on = not _BEGINNING & {tag.name for tag in piece.tags} and (piece.tags or piece.text.startswith("  "))
        if before and not (goes_on and before[0].tags):
            yield _joined(before)
            before = []
        before.append(piece)
    if before:
        yield _joined(before)


def _joined(pieces: list[Record]) -> Record:
    if len(pieces) == 1:
        return pieces[0]
    tags: list[Tag] = []
    for piece in pieces:
        if not piece.tags:
            tags[-1] = replace(tags[-1], value=f"{tags[-1].value}\n{piece.text}")
        tags += piece.tags
    return Record(pieces[0].line, "\n\n".join(piece.text for piece in pieces), tuple(tags))


def _reference(record: Record, file: str, number: int) -> Reference | None:
    said = [Said(tag.name, _BLANKS.sub(" ", tag.value).strip(" "), tag.line, tag.name) for tag in record.tags]
    kind, fields = entry(said)
    if not fields.keys() & {"title", "author", "editor", "doi", "pmid", "pmcid", "container"}:
        return None
    origin = Origin(file, FORMAT, record.line, number, record.text)
    return Reference(
        kind,
        fields={
            name: Field(value, Origin(file, FORMAT, each.line, number, each.value, each.name))
            for name, (value, each) in fields.items()
        },
        origin=origin,
    )


READER = Reader(FORMAT, "PubMed (nbib, MEDLINE)", _SUFFIXES, recognise, read)
