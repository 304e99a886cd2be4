"""The fields of a RIS record."""

from __future__ import annotations

import re
from collections.abc import Sequence

from citekit.exchange import ris
from citekit.exchange.ris import numbers, types
from citekit.exchange.tags import dates as tags_dates
from citekit.exchange.tags import handlers
from citekit.exchange.tags.collected import Collected, Handler, Said
from citekit.exchange.tags.collecting import collect
from citekit.exchange.tags.dates import access_date, date
from citekit.exchange.tags.handlers import is_key
from citekit.exchange.tags.numbers import doi, takes_doi, urls
from citekit.exchange.tags.places import container, extent, issue, page_range, volume
from citekit.model import Field, Origin
from citekit.values.blanks import one_line
from citekit.values.markup import plain


def read(said: Sequence[Origin]) -> tuple[str, str, dict[str, Field]]:
    """The entry type, the key (`""` where `ID` is no key: a number, words) and the fields of the tags of one record."""
    kinds = [each for each in said if each.name == "TY"]
    kind = next((code for each in kinds if (code := types.code(each.text))), "")
    collected = Collected("ris", kind or "JOUR", types.entry_type(kind) if kind else _guessed(said))
    collect(collected, said, lambda tag: ris.meaning(collected.kind, tag), _HANDLERS, ris.BOOKKEEPING)
    for each in kinds:
        if not types.is_told(types.code(each.text)) or each is not kinds[0]:
            collected.keep(each)
    if kind in types.SUBTYPES:
        collected.fields["entrysubtype"] = Field(types.SUBTYPES[kind], kinds[0])
    key = _key_of(said)
    return _settled_type(collected), key.text if key else "", collected.all()


def _guessed(said: Said) -> str:
    """The type of a record without one: an article where a journal is named."""
    return "article" if {"JF", "JO", "JA", "T2"} & {each.name for each in said if each.text} else "misc"


def _settled_type(collected: Collected) -> str:
    fields = collected.fields
    if collected.type == "thesis":
        return handlers.thesis_type(collected.get("type"))
    if (
        collected.type == "inproceedings"
        and "container" not in fields
        and "author" not in fields
        and "editor" in fields
    ):
        return "proceedings"
    return collected.type


# ---------------------------------------------------------------- tags that are read together


def _notes(collected: Collected, name: str, said: Said) -> None:
    """Notes, of which many files make a second place for the DOI."""
    handlers.join(collected, name, [plain(each.text) for each in said if not takes_doi(collected, each)], said[0], "; ")


def _work_type(collected: Collected, name: str, said: Said) -> None:
    for each in said:
        if not takes_doi(collected, each):
            collected.put("type", plain(each.text), each)


def _links(collected: Collected, name: str, said: Said) -> None:
    """Full text, related records, pictures: a DOI, the address where there is no other, or kept."""
    for each in said:
        if not takes_doi(collected, each):
            if each.name == "L2" and "url" not in collected.fields:
                urls(collected, "url", [each])
            else:
                collected.keep(each)


_OLD_REPRINT = re.compile(r"(?:in file|not in file|on request)\b.*", re.IGNORECASE)


def _reprint(collected: Collected, name: str, said: Said) -> None:
    """In 2001 whether one has a reprint, which is the owner's business; in 2011 the reprint edition."""
    for each in said:
        if not _OLD_REPRINT.fullmatch(one_line(each.text)):
            collected.keep(each)


def _original(collected: Collected, name: str, said: Said) -> None:
    for each in said:
        if re.fullmatch(r"\d{4}", each.text) or tags_dates.read(each.text).parts > 1:
            collected.put("origdate", tags_dates.iso(each.text), each)
        else:
            collected.keep(each)


def _key(collected: Collected, name: str, said: Said) -> None:
    """The first that can be a key is the reference's; others are kept."""
    key = _key_of(said)
    for each in said:
        if each is not key:
            collected.keep(each)


def _key_of(said: Said) -> Origin | None:
    return next((each for each in said if each.name == "ID" and is_key(each.text)), None)


def _section(collected: Collected, name: str, said: Said) -> None:
    for each in said:
        collected.keep(each)


def _editors(collected: Collected, name: str, said: Said) -> None:
    """Of a book in a series these are the editors of the series (2011), of another its own (2001)."""
    handlers.people(collected, "serieseditor" if "series" in collected.fields else "editor", said)


def _short_title(collected: Collected, name: str, said: Said) -> None:
    for each in said:
        if plain(each.text) != collected.get("title"):
            collected.put(name, plain(each.text), each)


def _whole_titles(collected: Collected, name: str, said: Said) -> None:
    """`TI` and `T1` before what a database puts beside them."""
    handlers.text(collected, name, sorted(said, key=lambda each: each.name not in ("TI", "T1")))


def _containers(collected: Collected, name: str, said: Said) -> None:
    """A conference's paper stands in its proceedings (`C3`); `T2` is then the conference."""
    if any(each.name == "C3" for each in said):
        proceedings = next(plain(each.text) for each in said if each.name == "C3")
        event = [each for each in said if each.name == "T2" and plain(each.text) != proceedings]
        handlers.text(collected, "eventtitle", event)
        said = [each for each in said if each not in event]
    container(collected, said, ("C3", "JF", "T2", "BT", "JO"), ("JA", "J2", "J1", "JO"))


def _years(collected: Collected, name: str, said: Said) -> None:
    date(collected, said, years=("PY", "Y1", "DA"), days=("DA", "Y1", "PY"))


def _range(collected: Collected, name: str, said: Said) -> None:
    page_range(collected, said, first=("SP", "SE", "M2"), last="EP")


def _extent(collected: Collected, name: str, said: Said) -> None:
    """`SP` of a book is how many pages it has, but for files that give a range."""
    if any(each.name == "EP" for each in said):
        page_range(collected, said, first=("SP",), last="EP")
    else:
        extent(collected, said)


def _first_issue(collected: Collected, name: str, said: Said) -> None:
    """In 2001 `CP` is the issue, in files a place as well; `M1` is the issue of those who have no `IS`, else many things."""
    for each in sorted(said, key=lambda each: ("IS", "CP", "M1").index(each.name)):
        is_number = re.fullmatch(r"[\w.-]{1,8}(?:[ (/-]{1,2}[\w.)-]{1,12})?", each.text) and re.search(r"\d", each.text)
        if each.name == "CP" and not re.search(r"\d", each.text):
            collected.put("address", plain(each.text), each)
        elif each.name == "M1" and (not is_number or "number" in collected.fields or each.text == "0"):
            collected.keep(each)
        else:
            issue(collected, "number", [each])


def _number(collected: Collected, name: str, said: Said) -> None:
    """The number of a book in its series; files have `0` where there is none."""
    for each in said:
        collected.put("number", "" if each.text == "0" else plain(each.text), each)


_HANDLERS: dict[str, Handler] = {
    "title": _whole_titles, "series": handlers.text, "(editors)": _editors, "doi": doi, "(container)": _containers, "(date)": _years, "(issue)": _first_issue, "(number)": _number,
    "(volume)": volume, "(pages)": _range, "(extent)": _extent, "address": handlers.text, "(place)": handlers.place,
    "(standard numbers)": numbers.standard, "note": _notes, "(work type)": _work_type, "url": urls, "(links)": _links,
    "abstract": handlers.text, "keywords": handlers.keywords, "(user)": numbers.user, "(accession)": numbers.accession,
    "(reprint)": _reprint, "(original)": _original, "(key)": _key, "(section)": _section, "shorttitle": _short_title,
    "file": handlers.as_it_is, "urldate": access_date, "annotation": handlers.listed("; "),
}  # fmt: skip
