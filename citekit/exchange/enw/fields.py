"""The fields of a record in EndNote's import format."""

from __future__ import annotations

import re
from collections.abc import Sequence

from citekit.exchange import enw
from citekit.exchange.ris import types as ris_types
from citekit.exchange.ris.numbers import standard
from citekit.exchange.tags import handlers
from citekit.exchange.tags.collected import Collected, Handler, Said
from citekit.exchange.tags.collecting import collect
from citekit.exchange.tags.dates import access_date, date
from citekit.exchange.tags.handlers import is_key
from citekit.exchange.tags.numbers import doi, urls
from citekit.exchange.tags.places import container, extent, issue, page_range, volume
from citekit.model import Field, Names, Origin, Person
from citekit.values.blanks import one_line
from citekit.values.identifier_forms import identifier
from citekit.values.markup import plain


def read(said: Sequence[Origin]) -> tuple[str, str, dict[str, Field]]:
    """The entry type, the key (`""` where the label is no key) and the fields of the tags of one record."""
    kinds = [each for each in said if each.name == "0" and each.text]
    kind = ris_types.code(kinds[0].text) if kinds else f"{enw.REFER} {_guessed(said)}"
    code = kind.rpartition(" ")[2]
    collected = Collected("enw", kind or "GEN", ris_types.entry_type(code), enw.WORDS)
    collect(collected, said, lambda tag: enw.meaning(collected.kind, tag), _HANDLERS, enw.BOOKKEEPING)
    for each in kinds:
        if not enw.is_told(ris_types.code(each.text)) or each is not kinds[0]:
            collected.keep(each)
    if kind in ris_types.SUBTYPES:
        collected.fields["entrysubtype"] = Field(ris_types.SUBTYPES[kind], kinds[0])
    labels = [each for each in said if enw.meaning(collected.kind, each.name) == "(label)"]
    key = labels[0].text if labels and is_key(labels[0].text) else ""
    kind = handlers.thesis_type(collected.get("type")) if collected.type == "thesis" else collected.type
    return kind, key, collected.all()


def _guessed(said: Said) -> str:
    """refer(1) has no types: what holds the work tells."""
    there = {each.name for each in said if each.text}
    for tag, code in (("J", "JOUR"), ("B", "CHAP"), ("R", "RPRT"), ("G", "RPRT"), ("I", "BOOK")):
        if tag in there:
            return code
    return "GEN"


# ---------------------------------------------------------------- tags that are read together


def _containers(collected: Collected, name: str, said: Said) -> None:
    proceedings = [plain(each.text) for each in said if each.name == "3"]
    event = [each for each in said if proceedings and each.name == "B" and plain(each.text) != proceedings[0]]
    handlers.text(collected, "eventtitle", event)
    container(collected, [each for each in said if each not in event], ("3", "J", "B"), ())


def _years(collected: Collected, name: str, said: Said) -> None:
    date(collected, said, years=("D", "8"), days=("8", "D"))


def _range(collected: Collected, name: str, said: Said) -> None:
    page_range(collected, said, first=("P", "&"), last="")


def _extent(collected: Collected, name: str, said: Said) -> None:
    extent(collected, said)


def _editors(collected: Collected, name: str, said: Said) -> None:
    """Of a book in a series these are the editors of the series, of another its own."""
    handlers.people(collected, "serieseditor" if "series" in collected.fields else "editor", said)


def _body(collected: Collected, name: str, said: Said) -> None:
    """refer's corporate author."""
    there = collected.fields.get("author")
    people = there.value.people if there and isinstance(there.value, Names) else ()
    bodies = tuple(Person(plain(each.text), literal=True) for each in said)
    collected.fields["author"] = Field(Names((*people, *bodies)), there.origin if there else said[0])


_ARTICLE_NUMBER = re.compile(r"Artn\.?\s+(\S+)", re.IGNORECASE)


def _alternate(collected: Collected, name: str, said: Said) -> None:
    """Of an article its journal's other name, mostly an abbreviation; Web of Science puts the article's number here, `Artn 034708`."""
    for each in said:
        text = plain(each.text)
        if found := _ARTICLE_NUMBER.fullmatch(text):
            collected.put("eid" if "pages" in collected.fields else "pages", found[1], each)
        elif collected.type != "article":
            collected.keep(each)
        elif "container" not in collected.fields:
            collected.put("container", text, each)
            collected.put("container_short", text, each)
        else:
            collected.put("container_short", text, each)


def _accession(collected: Collected, name: str, said: Said) -> None:
    for each in said:
        found = identifier(one_line(each.text))
        if found and found.kind in ("pmid", "pmcid"):
            collected.put(found.kind, found.value, each)
        elif found and found.kind == "arxiv":
            collected.put("eprint", found.value, each)
            collected.put("eprinttype", "arxiv", each)
            collected.put("eprintclass", found.class_, each)
        else:
            collected.keep(each)


def _label(collected: Collected, name: str, said: Said) -> None:
    for number, each in enumerate(said):
        if number or not is_key(each.text):
            collected.keep(each)


_HANDLERS: dict[str, Handler] = {
    "title": handlers.text, "doi": doi, "series": handlers.text, "author": handlers.people, "(body)": _body, "(editors)": _editors,
    "(container)": _containers, "(date)": _years, "(standard numbers)": standard, "(number)": issue, "(volume)": volume,
    "(pages)": _range, "(extent)": _extent, "(alternate)": _alternate, "address": handlers.text, "(place)": handlers.place,
    "note": handlers.listed("; "), "annotation": handlers.listed("; "), "url": urls, "keywords": handlers.keywords, "(accession)": _accession,
    "(label)": _label, "file": handlers.as_it_is, "urldate": access_date,
}  # fmt: skip
