"""What a reference lacks and a record tells, field by field. No value is put in the place of one that says something else."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from citekit.enrich.people import fuller
from citekit.enrich.record_values import in_capitals
from citekit.enrich.typed import EITHER
from citekit.model import Field, Names, Reference
from citekit.sources.work import Work
from citekit.values.journals import is_abbreviated, same_journal
from citekit.values.pages import figures, span
from citekit.values.text import squash
from citekit.vocabulary import IN_A_BOOK, NAME_FIELDS

Record = Mapping[str, Field]
"""What the record tells, under our names, each value with where it came from."""
Step = Callable[[Reference, Record], Reference]


def fill(reference: Reference, record: Record, work: Work) -> Reference:
    """The reference after all steps. Doing it twice changes nothing more."""
    capitals = [name for name, names in (("author", work.authors), ("editor", work.editors)) if in_capitals(names)]
    reference = complete_people(reference, {name: field for name, field in record.items() if name not in capitals})
    for step in STEPS:
        reference = step(reference, record)
    return reference


# ---------------------------------------------------------------- fields that are there or not

# In which other fields a reference may say it already. `crossref` and `xdata` name an entry from which fields are inherited.
_PARENT = ("crossref", "xdata")
_PUBLISHER = ("publisher", "institution", "school", "organization", *_PARENT)
TOLD_BY: Mapping[str, tuple[str, ...]] = {
    "editor": _PARENT,
    "container": ("container_short", *_PARENT),
    "series": _PARENT,
    "volume": ("volumes", *_PARENT),
    "number": ("issue",),
    "publisher": _PUBLISHER,
    "institution": _PUBLISHER,
    "school": _PUBLISHER,
    "organization": _PUBLISHER,
    "howpublished": ("container", "eprint", "url", *_PUBLISHER),
    "year": ("date", *_PARENT),
    "isbn": _PARENT,
    "issn": _PARENT,
    "eprint": ("eprinttype", "eprintclass"),
    "url": ("howpublished",),
}
_ELSEWHERE = frozenset({"container_short", "subtitle", "month", "day", "pages", "eid", "eprinttype"})


def add_missing(reference: Reference, record: Record) -> Reference:
    """Every field of the record that the reference does not have, save those that have a step of their own."""
    missing = {
        name: field
        for name, field in record.items()
        if name not in _ELSEWHERE and not _has(reference, (name, *TOLD_BY.get(name, ())))
    }
    if reference.type in EITHER and _has(reference, ("author", "editor")):
        missing = {name: field for name, field in missing.items() if name not in NAME_FIELDS}
    if "eprint" in missing and "eprinttype" in record:
        missing["eprinttype"] = record["eprinttype"]
    return _with(reference, missing)


def _has(reference: Reference, names: tuple[str, ...]) -> bool:
    return any(name in reference.fields for name in names)


def _with(reference: Reference, fields: Mapping[str, Field]) -> Reference:
    return replace(reference, fields={**reference.fields, **fields}) if fields else reference


# ---------------------------------------------------------------- fields with rules of their own


def complete_people(reference: Reference, record: Record) -> Reference:
    """Fuller names of the same people, and the rest of a list that was cut; never from a record SET IN CAPITALS."""
    for name in ("author", "editor"):
        ours, theirs = reference.names(name), record.get(name)
        if ours and theirs and isinstance(theirs.value, Names) and (made := fuller(ours, theirs.value)) != ours:
            reference = _with(reference, {name: Field(made, theirs.origin)})
    return reference


def add_subtitle(reference: Reference, record: Record) -> Reference:
    """Only behind a title that is the record's without it."""
    subtitle, title = record.get("subtitle"), record.get("title")
    if not subtitle or not title or "subtitle" in reference.fields:
        return reference
    alone = squash(reference.title) == squash(str(title.value))
    return _with(reference, {"subtitle": subtitle}) if alone else reference


def name_journal(reference: Reference, record: Record) -> Reference:
    """The whole name of the journal where the reference has only the abbreviation, which goes to `container_short`."""
    whole = record.get("container")
    ours = reference.fields.get("container") or reference.fields.get("container_short")
    if not whole or not ours or reference.type in IN_A_BOOK or not _shortens(str(ours.value), str(whole.value)):
        return reference
    kept = reference.fields.get("container_short", ours)
    return _with(reference, {"container": whole, "container_short": kept})


def add_short_name(reference: Reference, record: Record) -> Reference:
    """The abbreviated name beside the whole one."""
    short, name = record.get("container_short"), reference.container
    if not short or _has(reference, ("container_short", *_PARENT)) or is_abbreviated(name) or name == short.value:
        return reference
    return _with(reference, {"container_short": short}) if same_journal(name, str(short.value)) else reference


def _shortens(short: str, whole: str) -> bool:
    return is_abbreviated(short) and not is_abbreviated(whole) and same_journal(short, whole)


def add_date(reference: Reference, record: Record) -> Reference:
    """Month and day of the year that the reference has; never beside a `date`, which says all that it says."""
    for name, before in (("month", "year"), ("day", "month")):
        told = record.get(name)
        if not told or name in reference.fields or "date" in reference.fields:
            continue
        if reference.get(before) == _text(record, before):
            reference = _with(reference, {name: told})
    return reference


def add_pages(reference: Reference, record: Record) -> Reference:
    """Pages, or the number of an article. A first page alone becomes the range that begins on it."""
    ours, eid = reference.get("pages"), reference.get("eid") or reference.get("articleno")
    pages, number = _text(record, "pages"), _text(record, "eid")
    if not ours and not eid:
        return _with(reference, {name: record[name] for name in ("pages", "eid") if name in record})
    if ours and pages and _begins_on(ours, pages):
        reference, ours = _with(reference, {"pages": record["pages"]}), pages
    same_pages = bool(ours and pages) and span(ours) == span(pages)
    if same_pages and number and not eid:
        return _with(reference, {"eid": record["eid"]})
    if eid and pages and not ours and figures(eid) == figures(number):
        return _with(reference, {"pages": record["pages"]})
    return reference


def _begins_on(page: str, pages: str) -> bool:
    one, many = span(page), span(pages)
    return bool(one and many) and one[0] == one[1] == many[0] != many[1]  # type: ignore[index]


def _text(record: Record, name: str) -> str:
    return str(record[name].value) if name in record else ""


STEPS: tuple[Step, ...] = (name_journal, add_missing, add_short_name, add_subtitle, add_date, add_pages)
