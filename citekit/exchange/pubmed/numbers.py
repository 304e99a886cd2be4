"""Dates, pages and numbers of a record of PubMed."""

from __future__ import annotations

import re

from citekit.exchange.pubmed import dates
from citekit.exchange.pubmed.said import Parts, Record, Said
from citekit.exchange.pubmed.tags import field_of
from citekit.values import identifiers as numbers
from citekit.values import pages as ranges


def date(record: Record) -> Parts:
    """The date of the issue; that of electronic publication where there is no other, else it is kept besides. So is a date that holds
    more than the fields can (`2000 1st Quart`)."""
    issue, electronic = record.first("DP"), record.first("DEP")
    if electronic and issue:
        yield field_of("DEP"), electronic.value, electronic
    said = issue or electronic
    if said:
        for name, value in dates.read(said.value).items():
            yield name, value, said
        if dates.exact(said.value) is None:
            yield field_of("DP"), said.value, said


_RANGE = re.compile(r"(?<![\w.-])[A-Za-z]{0,4}\d{1,10}[\w.]{0,10}-[A-Za-z]{0,4}\d{1,10}[\w.]{0,10}(?![\w-])")
_ARTICLE_NUMBER = re.compile(r"[A-Za-z]{0,4}\d{1,10}")


def pages(record: Record) -> Parts:
    """Ranges are written out, `354-7; discussion 358-60`, too. An article without pages stands at its number, which is then its pii."""
    said = record.first("PG")
    if said:
        value = said.value
        yield (
            "pages",
            ranges.expand(value) if ranges.span(value) else _RANGE.sub(lambda found: ranges.expand(found[0]), value),
            said,
        )
    elif record.first("BTI") is None:
        yield from _article_number(record)


def _article_number(record: Record) -> Parts:
    for each in record.all("LID"):
        value, kind = labelled(each.value)
        if kind == "pii" and _ARTICLE_NUMBER.fullmatch(value):
            yield "pages", value, each


_LABEL = re.compile(r"(.*\S)\s*\[([\w .-]{1,40})\]")


def labelled(text: str) -> tuple[str, str]:
    """`10.1136/neurintsurg-2017-013179 [doi]` → the number and its kind, `""` where none is said."""
    found = _LABEL.fullmatch(text)
    return (found[1], found[2].lower()) if found else (text, "")


def identifiers(record: Record) -> Parts:
    """The DOI; all other numbers of the article are kept with their labels."""
    others: dict[str, Said] = {}
    own = ""
    place = next((value for name, value, _ in pages(record) if name == "pages"), "")
    for each in record.all("LID", "AID"):
        value, kind = labelled(each.value)
        doi = numbers.doi(value) if kind in ("doi", "") else ""
        if doi and not own:
            own = doi
            yield "doi", doi, each
        elif not numbers.same_doi(value, own) and (value, kind) != (place, "pii"):
            others.setdefault(each.value, each)
    if others:
        yield field_of("AID"), "; ".join(others), next(iter(others.values()))


_ISSN = re.compile(r"\d{4}-?\d{3}[\dXx]")
_MEDIA = ("print", "electronic", "", "linking")


def issn(record: Record) -> Parts:
    """That of the printed journal before that of the electronic one; where more is said, all of it is kept with its labels."""
    found = [(number[0], each) for each in record.all("IS") if (number := _ISSN.search(each.value))]
    if found:
        first, said = min(found, key=lambda pair: _medium(pair[1].value))
        yield "issn", first, said
    kept = list(dict.fromkeys(each.value for each in record.all("IS")))
    if kept and kept != [found[0][0] if found else ""]:
        yield field_of("IS"), "; ".join(kept), record.all("IS")[0]


def _medium(text: str) -> int:
    said = text.partition("(")[2].rstrip(")").lower()
    return _MEDIA.index(said) if said in _MEDIA else len(_MEDIA)
