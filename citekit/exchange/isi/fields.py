"""The fields of a Web of Science record."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from citekit.exchange import isi
from citekit.exchange.isi import people, places
from citekit.exchange.tags import handlers
from citekit.exchange.tags.collected import Collected, Handler, Said
from citekit.exchange.tags.collecting import collect
from citekit.exchange.tags.numbers import doi, standard_numbers, urls
from citekit.model import Field, Origin
from citekit.values.blanks import one_line
from citekit.values.identifier_forms import bare_pmid
from citekit.values.identifiers import doi as find_doi
from citekit.values.markup import plain


def read(said: Sequence[Origin]) -> tuple[str, dict[str, Field]]:
    """The entry type and the fields of the tags of one record."""
    first = {each.name: one_line(each.text) for each in reversed(said)}
    is_part = bool(first.get("SO") and first.get("TI")) and first["SO"].lower() != first["TI"].lower()
    kind = isi.entry_type(first.get("PT", ""), first.get("DT", ""), is_part)
    collected = Collected("isi", kind, kind)
    collect(collected, said, lambda tag: isi.meaning(kind, tag), _HANDLERS, isi.BOOKKEEPING)
    return (handlers.thesis_type(first.get("DT", "")) if kind == "thesis" else kind), collected.all()


def _book_doi(collected: Collected, name: str, said: Said) -> None:
    """The DOI of the book is that of the work where the work is the book."""
    for each in said:
        if collected.type in ("book", "proceedings"):
            doi(collected, name, [each])
        else:
            collected.keep(each)


def _pmid(collected: Collected, name: str, said: Said) -> None:
    for each in said:
        if number := bare_pmid(one_line(each.text)):
            collected.put("pmid", number, each)
        else:
            collected.keep(each)


def _accession(collected: Collected, name: str, said: Said) -> None:
    """`MEDLINE:16842170` is PubMed's number; others are the database's own."""
    for each in said:
        database, _, number = one_line(each.text).partition(":")
        if database == "MEDLINE" and number.isdecimal():
            collected.put("pmid", number, each)
        else:
            collected.keep(each)


def _keywords(collected: Collected, name: str, said: Said) -> None:
    """Keywords stand between semicolons, lines are wrapped anywhere, and `ID` repeats words of `DE` in capitals. Inspec has codes of the document in `ID`, among them its DOI:
    `0003-6951/2006/89(4)/041103-1(3)/$23.00],[S0003-6951(06)22430-6],[10.1063/1.2234275]`."""
    codes = [each for each in said if each.name == "ID" and "],[" in each.text]
    for each in codes:
        collected.keep(each)
        if "doi" not in collected.fields:
            collected.put("doi", find_doi(each.text.rpartition("[")[2]), each)
    words: dict[str, str] = {}
    for each in said:
        for word in plain(each.text).split(";") if each not in codes else ():
            words.setdefault(word.strip().casefold(), word.strip())
    handlers.join(collected, name, words.values(), said[0], ", ")


def _cited(collected: Collected, name: str, said: Said) -> None:
    """The cited references, each on its line, as they stand."""
    for each in said:
        collected.keep(replace(each, text="; ".join(one_line(line) for line in each.text.split("\n"))))


_HANDLERS: dict[str, Handler] = {
    "title": places.title, "(authors)": people.authors, "(book authors)": people.book_authors,
    "(group author)": people.group_author, "(book group author)": people.book_group, "editor": people.editors,
    "(container)": places.container, "(series)": places.series, "(issue)": places.issue, "(pages)": places.pages,
    "(date)": places.date, "(event date)": places.event_date, "(standard numbers)": standard_numbers, "doi": doi,
    "(book doi)": _book_doi, "(cited)": _cited, "(accession)": _accession, "(pmid)": _pmid, "keywords": _keywords, "url": urls,
    "address": handlers.text,
}  # fmt: skip
