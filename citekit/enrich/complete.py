"""What a reference lacks, from the record behind its DOI. What it says already stays as it says it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from citekit.enrich.filling import fill
from citekit.enrich.outcome import Change
from citekit.enrich.record_values import origin
from citekit.enrich.typed import entry_type, fields_as
from citekit.model import Field, Problem, Reference
from citekit.sources.work import Work
from citekit.validate import Evidence, judge
from citekit.values.identifiers import fold_doi
from citekit.values.numbers import first_number
from citekit.vocabulary import field_place


@dataclass(frozen=True, slots=True)
class Completed:
    """A reference with what was added: the `changes`, in the order in which fields are written, and a problem of kind
    `contradicted` for each value that the record has otherwise."""

    reference: Reference
    changes: tuple[Change, ...] = ()
    problems: tuple[Problem, ...] = ()


def complete(reference: Reference, work: Work) -> Completed:
    """Adds the fields that are missing; every new value has the record as its origin. Doing it twice changes nothing more.

    Given names stand in for initials of the same people, a list cut by *et al.* gets its rest, a first page its range, and an
    abbreviated journal its whole name, the abbreviation moving to `container_short`. Apart from these no value is written
    over: where the record says something else, a problem tells it. Where volume, page, year or journal differ, nothing is
    added of the printing; where title, first author or kind differ and the rest does not outweigh it, nothing at all.
    A `misc` that does not say where it was published has no type yet, and gets the record's.
    """
    kind = entry_type(work)
    verdict, disputed = _disputed(reference, work, kind)
    problems = tuple(_problem(reference, work, item) for item in disputed)
    against = {item.field for item in disputed}
    if against & _IDENTITY and verdict != "accept":
        return Completed(reference, (), problems)
    out = replace(reference, type=kind) if _is_untyped(reference) else reference
    record = {
        name: Field(said.value, origin(work, said.text, said.name))
        for name, said in fields_as(work, out.type).items()
        if name not in _PRINTING or not against & _PLACE
    }
    out = fill(out, record, work)
    return Completed(out, changes_between(reference, out), problems)


_IDENTITY = frozenset({"title", "author", "type"})
_PLACE = frozenset({"year", "volume", "pages", "container"})
_PRINTING = frozenset(
    "container container_short series year month day volume number pages eid publisher isbn issn".split()
)
# A `misc` with one of these is what it says it is: a web page, a manual, a preprint.
_TYPED_BY = frozenset("howpublished organization institution school publisher".split())


def _is_untyped(reference: Reference) -> bool:
    named = reference.fields.keys()
    return reference.type == "misc" and not named & _TYPED_BY and not {"title", "eprint"} <= named


def _disputed(reference: Reference, work: Work, kind: str) -> tuple[str, list[Evidence]]:
    """The verdict on the record, and all it contradicts. Kinds that go by one type here do not contradict each other."""
    found = judge(reference, work, whole=True)
    against = [item for item in found.evidence if item.verdict == "contradict"]
    if reference.type == kind or _is_untyped(reference):
        against = [item for item in against if item.field != "type"]
    number, issue = reference.get("number"), work.issue
    if number.isdecimal() and issue.isdecimal() and first_number(number) != first_number(issue):
        against.append(Evidence("number", "contradict", number, issue))
    if reference.doi and work.doi and fold_doi(reference.doi) != fold_doi(work.doi):
        against.append(Evidence("doi", "contradict", reference.doi, work.doi))
    return found.verdict, against


def _problem(reference: Reference, work: Work, item: Evidence) -> Problem:
    record = f"{work.source}’s record of {work.doi}" if work.doi else f"{work.source}’s record"
    message = f"{item.field} is “{item.ours}”, but {record} says “{item.theirs}”"
    return Problem.about("contradicted", message, reference)


def changes_between(before: Reference, after: Reference) -> tuple[Change, ...]:
    """What differs, in the order in which fields are written; the type first, under the name `type`."""
    retyped = (Change("type", before.type, after.type),) if before.type != after.type else ()
    names = sorted(before.fields.keys() | after.fields.keys(), key=field_place)
    pairs = ((name, _text(before, name), _text(after, name)) for name in names)
    return (*retyped, *(Change(name, old, new) for name, old, new in pairs if old != new))


def _text(reference: Reference, name: str) -> str:
    return reference.get(name) + (" and others" if reference.names(name).others else "")
