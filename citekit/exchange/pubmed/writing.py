"""A reference → the tags and values of a MEDLINE record, and which of its fields they hold."""

from __future__ import annotations

import re
from dataclasses import dataclass

from citekit.exchange.pubmed import dates
from citekit.exchange.pubmed.kept import keyword
from citekit.exchange.pubmed.name_lines import Parts, parted, people
from citekit.exchange.pubmed.tags import ABOUT_ONE, BEFORE, BEHIND, NAMES, NOTICES, WHOLE, field_of
from citekit.exchange.pubmed.types import PUBLICATION_TYPES
from citekit.model import Reference
from citekit.values.identifiers import doi, same_doi
from citekit.vocabulary import IN_A_BOOK

Line = tuple[str, str]
_WHOLE_BOOKS = frozenset({"book", "collection", "mvbook", "mvcollection", "proceedings", "reference"})
_OWN_TAG = re.compile(r"nbib-([a-z][a-z0-9]{1,3})")

# Our fields that are one tag each, and what stands between values that are a tag each.
_TEXTS = {
    "isbn": ("ISBN", ", "), "volume": ("VI", ""), "number": ("IP", ""), "publisher": ("PB", ""), "series": ("CTI", ""),
    "abstract": ("AB", ""), "copyright": ("CI", ""), "language": ("LA", ", "), "edition": ("EN", ""), "address": ("PL", ""),
    "note": ("GN", ""), "pmcid": ("PMC", ""),
}  # fmt: skip
_DATES = ("year", "month", "day", "date")


@dataclass(frozen=True, slots=True)
class Written:
    """The lines in PubMed's order, and the names of the fields that can be read back from them."""

    lines: tuple[Line, ...]
    held: frozenset[str]


def written(reference: Reference) -> Written:
    lines: list[Line] = []
    held: set[str] = set()
    parts = (_number, _issn, _titles, _texts, _date, _place, people, _kept, _types, _notices, _terms, _source)
    for part in parts:
        for names, tag, value in part(reference):
            if tag and value:
                lines.append((tag, value))
            if value or not tag:
                held.update(names.split())
    return Written(tuple(sorted(lines, key=_rank)), frozenset(held))


_FIRST = {tag: place for place, tag in enumerate(BEFORE)} | dict.fromkeys(NAMES, BEFORE.index(NAMES[0]))
_LAST = {tag: len(BEFORE) + 1 + place for place, tag in enumerate(BEHIND)} | dict.fromkeys(
    ("FIR", "IR", "IRAD"), len(BEFORE) + 1 + BEHIND.index("FIR")
)
_PLACES = _FIRST | _LAST


def _rank(line: Line) -> int:
    return _PLACES.get(line[0], len(BEFORE))


# ---------------------------------------------------------------- titles, texts, numbers


def _titles(reference: Reference) -> Parts:
    """A whole book has its title in BTI; the title of a translated article stands in brackets."""
    title, original = reference.title, reference.get("origtitle")
    if reference.type in _WHOLE_BOOKS and not reference.container and not original:
        yield "title", "BTI", f"{title}." if title.endswith(".") else title
        return
    yield "title", "TI", _stopped(f"[{_inside(title)}]" if original and title else title)
    yield "origtitle", "TT", _stopped(original)


def _inside(title: str) -> str:
    return f"{title}." if title.endswith(".") else title


def _stopped(title: str) -> str:
    """With a full stop, as PubMed puts it behind all titles that end in no other mark."""
    return title if not title or title.endswith(("?", "!", "...")) else f"{title}."


def _place(reference: Reference) -> Parts:
    container, short = reference.container, reference.get("container_short")
    if reference.type in IN_A_BOOK:
        yield "container", "BTI", f"{container}." if container.endswith(".") else container
    else:
        yield "container", "JT", container
    yield "container_short", "TA", short
    yield field_of("TA"), "TA", reference.get(field_of("TA"))
    yield "pages", "PG", reference.get("pages").replace("--", "-")


def _texts(reference: Reference) -> Parts:
    in_journal = bool(reference.container) and reference.type not in IN_A_BOOK
    for name, (tag, between) in _TEXTS.items():
        if name == "address" and in_journal:
            continue  # there PL is the journal's country
        for value in parted(reference.get(name), between):
            yield name, tag, value


def _number(reference: Reference) -> Parts:
    if reference.get("pmid").isdecimal():
        yield "pmid", "PMID", reference.get("pmid")
    own = doi(reference.doi)
    others = parted(reference.get(field_of("AID")))
    if own:
        yield "doi", "LID", f"{own} [doi]"
    for each in others:
        yield field_of("AID"), "AID", each
    if own:
        yield "", "AID", f"{own} [doi]"


def _issn(reference: Reference) -> Parts:
    """With the labels that PubMed gave them, if the number is still one of these."""
    number, kept = reference.get("issn"), reference.get(field_of("IS"))
    if number in kept:
        for each in parted(kept):
            yield f"issn {field_of('IS')}", "IS", each
    else:
        yield "issn", "IS", number


def _date(reference: Reference) -> Parts:
    """As PubMed had it, if that still says the same."""
    fields = {name: value for name in _DATES if (value := reference.get(name))}
    kept, electronic = reference.get(field_of("DP")), reference.get(field_of("DEP"))
    same = bool(kept) and dates.read(kept) == fields
    text = kept if same else dates.written(fields)
    back = dates.read(text)
    back.setdefault("date", dates.edtf(back))
    held = [name for name, value in fields.items() if back.get(name) == value]
    yield " ".join([*held, *([field_of("DP")] if same else [])]), "DP", text
    if text:
        yield field_of("DEP"), "DEP", electronic


# ---------------------------------------------------------------- what is kept, types, notices, terms

_ELSEWHERE = frozenset({field_of(tag) for tag in ("AID", "IS", "DP", "DEP", "TA", "FIR", "PT", "MH", *ABOUT_ONE)})


def _kept(reference: Reference) -> Parts:
    """The fields that hold a tag of MEDLINE as it stood."""
    for name in reference.fields:
        tag = _OWN_TAG.fullmatch(name)
        if tag and name not in _ELSEWHERE:
            value = reference.get(name)
            for each in [value] if tag[1].upper() in WHOLE else parted(value):
                yield name, tag[1].upper(), each


def _types(reference: Reference) -> Parts:
    kept = reference.get(field_of("PT"))
    for each in parted(kept) if kept else PUBLICATION_TYPES.get(reference.type, ()):
        yield field_of("PT"), "PT", each


_NOTICE_TAGS = {"retraction": "RIN", "correction": "EIN", "concern": "ECI"}


def _notices(reference: Reference) -> Parts:
    """The DOIs of notices; what is kept of them may tell these already."""
    for name, tag in _NOTICE_TAGS.items():
        told = " ".join(reference.get(field_of(each)) for each, field in NOTICES.items() if field == name)
        for each in parted(reference.get(name), ", "):
            found = doi(each)
            if found and any(same_doi(found, word) for word in told.split()):
                yield name, "", ""
            elif found:
                yield name, tag, f"doi: {found}."


def _terms(reference: Reference) -> Parts:
    """The library's terms as they were; all others are the authors'."""
    kept = parted(reference.get(field_of("MH")))
    for each in kept:
        yield field_of("MH"), "MH", each
    words, library = reference.get("keywords"), ", ".join(dict.fromkeys(map(keyword, kept)))
    if library and (words == library or words.endswith(f", {library}")):
        yield "keywords", "", ""
        words = words.removesuffix(library).removesuffix(", ")
    for each in parted(words, ", "):
        yield "keywords", "OT", each


def _source(reference: Reference) -> Parts:
    """`J Neurointerv Surg. 2018 Apr;10(4):335-339. doi: …`, for readers that look nowhere else."""
    journal = reference.get("container_short") or reference.container
    date = dates.written({name: reference.get(name) for name in _DATES})
    if not journal or not date or reference.type in IN_A_BOOK:
        return
    number = f"({reference.get('number')})" if reference.get("number") else ""
    pages = f":{reference.get('pages').replace('--', '-')}" if reference.get("pages") else ""
    place = f"{reference.get('volume')}{number}{pages}"
    own = f" doi: {doi(reference.doi)}." if doi(reference.doi) else ""
    yield "", "SO", f"{journal}. {date}{f';{place}' if place else ''}.{own}"
