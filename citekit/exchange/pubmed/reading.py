"""What a record of PubMed says → type and fields. The same for MEDLINE's tags and for PubMed XML, which say the same things."""

from __future__ import annotations

import re
from collections.abc import Sequence

from citekit.exchange.pubmed.kept import keywords, notices, verbatim
from citekit.exchange.pubmed.numbers import date, identifiers, issn, pages
from citekit.exchange.pubmed.people import people
from citekit.exchange.pubmed.said import Parts, Record, Said
from citekit.exchange.pubmed.tags import SEVERAL, TAGS, VERBATIM, field_of
from citekit.exchange.pubmed.types import entry_type
from citekit.model import Value

Stated = dict[str, tuple[Value, Said]]
"""Fields, each with what was said that it comes from."""

# Elements of PubMed XML that MEDLINE has no tag for.
ELEMENTS = {
    "pubmed-url": "url", "pubmed-medium": "howpublished", "pubmed-chapter": "chapter", "pubmed-reportnumber": "number",
    "pubmed-bookauthor": "(people)",
}  # fmt: skip


def entry(said: Sequence[Said]) -> tuple[str, Stated]:
    """The entry type and the fields of one record. Where two tags tell one field, the part that stands first here wins."""
    record = Record(said)
    found: Stated = {}
    for part in (_titles, _journal, people, _texts, date, pages, identifiers, issn, keywords, notices):
        for name, value, each in part(record):
            if value:
                found.setdefault(name, (value, each))
    for name, value, each in verbatim(record, _meaning):
        found.setdefault(name, (value, each))
    kind = entry_type(
        {each.value for each in record.all("PT")},
        journal=record.first("JT", "TA") is not None,
        book=record.first("BTI") is not None,
        title=record.first("TI", "TT") is not None,
    )
    return kind, found


def _meaning(tag: str) -> str:
    return ELEMENTS.get(tag) or TAGS.get(tag, VERBATIM)


_ENGLISH = frozenset({"eng", "en", "english"})
_UNTRANSLATED = re.compile(r"\[?(?:not available|in process citation)\]?\.?", re.IGNORECASE)


def _titles(record: Record) -> Parts:
    """A title, that of the book it stands in, and the original one of a title that PubMed translated."""
    own, original, book = record.first("TI"), record.first("TT"), record.first("BTI")
    if own and not _UNTRANSLATED.fullmatch(own.value):
        foreign = original is not None or any(each.value.casefold() not in _ENGLISH for each in record.all("LA"))
        yield "title", title(own.value, translated=foreign), own
        if original:
            yield "origtitle", title(original.value), original
    elif original or own:
        said = original or own
        if said:
            yield "title", title(said.value), said
    if book:
        yield ("container" if own or original else "title"), title(book.value), book


def title(text: str, *, translated: bool = False) -> str:
    """Without the full stop that PubMed puts behind every title, and without the brackets round one that it translated."""
    text = _without_stop(text)
    if translated and text.startswith("[") and text.endswith("]"):
        text = _without_stop(text[1:-1].strip())
    return text


def _without_stop(text: str) -> str:
    return text if text.endswith("...") else text.removesuffix(".").rstrip()


def _journal(record: Record) -> Parts:
    """The full title of the journal; the abbreviated one where there is no other. Of two abbreviations the first."""
    full, short = record.first("JT"), record.first("TA")
    if full:
        yield "container", full.value, full
    elif short and not record.first("BTI"):
        yield "container", short.value, short
        return
    if short:
        yield "container_short", short.value, short
    for each in record.all("TA")[1:]:
        if short and _bare(each.value) != _bare(short.value):
            yield field_of("TA"), each.value, each


def _bare(text: str) -> str:
    return text.replace(".", "").casefold()


_ISBN = re.compile(r"ISBN:?\s*", re.IGNORECASE)
_NUMBER = re.compile(r"\d+")


def _texts(record: Record) -> Parts:
    """Tags that are one field each."""
    in_journal = record.first("JT", "TA") is not None
    for tag, said in record.tags.items():
        name = _meaning(tag)
        if tag == "PL" and in_journal:
            yield field_of(tag), said[0].value, said[0]  # the country of the journal, not where a book was published
            continue
        if not name.isalpha():
            continue
        values = [each.value for each in said]
        if name == "isbn":
            values = [_ISBN.sub("", value) for value in values]
        if name == "pmid":
            values = [found[0] for value in values if (found := _NUMBER.search(value))]
        between = SEVERAL.get(name)
        yield name, between.join(dict.fromkeys(values)) if between else next(iter(values), ""), said[0]
    number = record.first("UI")  # Ovid's name for it
    if number and number.value.isdecimal() and "PMID" not in record.tags:
        yield "pmid", number.value, number
