"""References in the words of biblatex's data model (manual §2.1, §2.2), and in those of BibTeX.

Both directions change types and values only; fields keep citekit's names, which `biblatex_name` and `bibtex_name` turn into those
of a file. What the other side has no word for stays as it is. biblatex's `@inbook` is a part with a title of its own and BibTeX's
is a book of which some pages are meant (manual §2.3.1): there `book`, or `incollection`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from citekit import vocabulary
from citekit.exchange.biblatex import dates, titles
from citekit.exchange.biblatex.addresses import text, told_apart, told_in_words
from citekit.exchange.biblatex.types import ALIASES, NEAREST, bibtex_type, word
from citekit.model import Field, Reference

_IN_BOOKS = vocabulary.IN_A_BOOK | {"bookinbook", "suppcollection"}
_MOVED = {"school": "institution", "key": "sortkey", "pdf": "file", "hyphenation": "langid"}  # manual §2.2.5
_STATES = {
    "in preparation": "inpreparation", "submitted": "submitted", "forthcoming": "forthcoming", "to appear": "forthcoming",
    "in press": "inpress", "prepublished": "prepublished",
}  # manual §4.9.2.11  # fmt: skip
_STATE_WORDS = {state: words for words, state in reversed(_STATES.items())}
_ORDINALS = "First Second Third Fourth Fifth Sixth Seventh Eighth Ninth Tenth".split()
_BIBTEX_NAMES = {
    "journaltitle": "journal", "location": "address", "eprinttype": "archiveprefix", "eprintclass": "primaryclass",
    "annotation": "annote",
}  # fmt: skip


def biblatex_name(field: str, entry_type: str) -> str:
    """The name of a field in a biblatex file: `container` is `journaltitle` or `booktitle`, `address` is `location`."""
    if field == "container":
        return "booktitle" if entry_type in _IN_BOOKS else "journaltitle"
    return {"container_short": "shortjournal", "address": "location"}.get(field, field)


def bibtex_name(field: str, entry_type: str) -> str:
    """The name of a field in a BibTeX file: `eprinttype` is `archiveprefix`, as arXiv and the styles that print it have it."""
    return _BIBTEX_NAMES.get(field) or vocabulary.bibtex_name(field, entry_type)


# ---------------------------------------------------------------- BibTeX → biblatex


def to_biblatex(reference: Reference) -> Reference:
    """The reference as biblatex wants it: `phdthesis` is a `thesis` of type `phdthesis`, year, month and day are a `date`."""
    kind, said = ALIASES.get(reference.type, (reference.type, ""))
    fields = dict(reference.fields)
    for old, new in _MOVED.items():
        if old in fields and new not in fields:
            fields[new] = fields.pop(old)
    _put(fields, "edition", _edition_number(text(fields, "edition")))
    if kind in ("thesis", "report"):
        _put(fields, "type", word(text(fields, "type")) if "type" in fields else said)
    if kind in ("misc", "online"):
        fields = told_apart(fields)
    _join_date(fields)
    if kind == "inbook" and "container" not in fields and not ("crossref" in fields and "title" in fields):
        kind = "book"
    if kind == "misc" and text(fields, "entrysubtype") in NEAREST:
        kind = str(fields.pop("entrysubtype").value)
    elif kind == "misc" and "howpublished" in reference.fields and "howpublished" not in fields:
        kind = "online"
    return _with(reference, kind, fields)


def _join_date(fields: dict[str, Field]) -> None:
    year, month, day = (text(fields, name) for name in ("year", "month", "day"))
    state = _STATES.get(year.lower().strip(" ()."), "")
    if state and "pubstate" not in fields:
        fields["pubstate"] = replace(fields.pop("year"), value=state)
        return
    said = dates.one_date(year, month, day)
    if not said or ("date" in fields and not text(fields, "date").startswith(said)):
        return
    source = fields["year"]
    for name in ("year", "month", "day"):
        fields.pop(name, None)
    fields.setdefault("date", source if _says_only(source, said) else replace(source, value=said))


def _edition_number(edition: str) -> str:
    """`Second`, `2nd` → `2`; biblatex prints the ordinal in the language of the document."""
    if edition.capitalize() in _ORDINALS:
        return str(_ORDINALS.index(edition.capitalize()) + 1)
    number = edition.rstrip("stndrh.")
    return number if number.isdecimal() and len(number) <= 3 else edition


# ---------------------------------------------------------------- biblatex → BibTeX


def to_bibtex(reference: Reference) -> Reference:
    """The reference as the plain styles of BibTeX want it: `@online` is a `@misc` with its address in `howpublished`.

    What they do not know but other styles do stays (`url`, `doi`, `eprint`); a kind that BibTeX lacks stays in `entrysubtype`. A
    reference in BibTeX's own words comes back as it is. Fields that go by another name in BibTeX say so in their origin's `name`.
    """
    fields = dict(reference.fields)
    kind = reference.type
    if kind in ("thesis", "report"):
        kind, said = bibtex_type(kind, text(fields, "type"))
        _put(fields, "type", said)
    if kind in ("phdthesis", "mastersthesis") and "school" not in fields and "institution" in fields:
        fields["school"] = fields.pop("institution")
    if kind in ("online", "electronic", "www", "dataset", "software"):
        fields = told_in_words(fields)
    if kind == "inbook" and "container" in fields:
        kind = "incollection"
    elif kind == "book" and "chapter" in fields:
        kind = "inbook"
    elif NEAREST.get(kind) == "misc" and kind not in ("online", "electronic", "www"):
        fields.setdefault("entrysubtype", Field(kind))
    kind = NEAREST.get(kind, kind)
    fields = titles.whole(fields)
    if "sortkey" in fields and "key" not in fields:
        fields["key"] = fields.pop("sortkey")
    if (edition := text(fields, "edition")).isdecimal():
        _put(fields, "edition", _ordinal(int(edition)))
    _split_date(fields)
    return _with(reference, kind, {name: _renamed(name, kind, found) for name, found in fields.items()})


def _split_date(fields: dict[str, Field]) -> None:
    date = fields.get("date")
    if date is not None and (said := dates.parts(text(fields, "date")))[0]:
        values, whole = said
        if text(fields, "year") in ("", values["year"]):
            for name, value in values.items():
                fields.setdefault(name, date if _says_only(date, value) else replace(date, value=value))
            if whole and all(text(fields, name) == value for name, value in values.items()):
                del fields["date"]
    state = _STATE_WORDS.get(text(fields, "pubstate"), "")
    if state and not {"year", "date"} & fields.keys():
        fields["year"] = replace(fields.pop("pubstate"), value=state)


def _says_only(found: Field, value: str) -> bool:
    """Is the value all that stands in its file, too? A `~` (*circa*) is no blank in a date."""
    return found.value == value and (found.origin is None or found.origin.text.strip(' {}"') in ("", value))


def _ordinal(number: int) -> str:
    if 1 <= number <= len(_ORDINALS):
        return _ORDINALS[number - 1]
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _renamed(field: str, entry_type: str, found: Field) -> Field:
    origin = found.origin
    if origin is None or origin.format != "bibtex":
        return found
    if origin.name.lower() not in ("journaltitle", "location", "eprinttype", "eprintclass", "annotation"):
        return found
    return replace(found, origin=replace(origin, name=bibtex_name(field, entry_type)))


# ---------------------------------------------------------------- both


def _put(fields: dict[str, Field], name: str, value: str) -> None:
    """Sets a field's text, where it differs; an empty one removes it."""
    if not value:
        fields.pop(name, None)
    elif text(fields, name) != value:
        fields[name] = replace(fields[name], value=value) if name in fields else Field(value)


def _with(reference: Reference, kind: str, fields: Mapping[str, Field]) -> Reference:
    """The reference itself where nothing is new."""
    if (
        kind == reference.type
        and fields.keys() == reference.fields.keys()
        and all(fields[name] is reference.fields[name] for name in fields)
    ):
        return reference
    return replace(reference, type=kind, fields=fields)
