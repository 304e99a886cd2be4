r"""Our references as pybtex's entries, and back.

pybtex's values are LaTeX, and its names stand in parts: what is `50% & more` here is `50\% \& more` there. A month is its name.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from pybtex.database import BibliographyData, Entry
from pybtex.database import Person as PybtexPerson

from citekit.bibtex.fields import canonical_names, meaning, notation, written_name
from citekit.bibtex.strings import MONTHS, evaluate
from citekit.model import Field, Origin, Reference
from citekit.values.latex import balanced, decode, encode
from citekit.values.names import Names, Person

_OTHERS = "others"  # what BibTeX has for a list that was cut


def entry_of(reference: Reference) -> Entry:
    """The reference as pybtex has it. Values that came from BibTeX keep their braces."""
    fields: dict[str, str] = {}
    persons: dict[str, list[PybtexPerson]] = {}
    for name, field in reference.fields.items():
        taken = fields.keys() | persons.keys() | (reference.fields.keys() - {name})
        written = written_name(name, reference.type, "", taken)
        if isinstance(field.value, Names):
            persons[written] = [_person_of(person) for person in field.value]
            if field.value.others:
                persons[written].append(PybtexPerson(last=_OTHERS))
        else:
            fields[written] = _latex(name, field)
    made = Entry(reference.type or "misc", fields, persons)
    made.key = reference.key
    return made


def _latex(name: str, field: Field) -> str:
    origin = field.origin
    if origin and origin.format == "bibtex" and origin.text and meaning(name, origin.text, MONTHS) == field.value:
        return evaluate(origin.text, MONTHS)
    return evaluate(notation(name, field.value), MONTHS)


def _person_of(person: Person) -> PybtexPerson:
    family = encode(person.family)
    if person.literal:
        return PybtexPerson(last=f"{{{family}}}")
    first, _, middle = encode(person.given).partition(" ")
    return PybtexPerson(
        first=first, middle=middle, prelast=encode(person.particle), last=family, lineage=encode(person.suffix)
    )


def cited_entries(data: BibliographyData, citations: Sequence[str] | None, min_crossrefs: int) -> list[Entry]:
    """The entries that are cited, or all, with the parents that pybtex adds (`min_crossrefs`); unknown keys are left out."""
    wanted = list(data.entries) if citations is None else citations
    return [data.entries[key] for key in data.add_extra_citations(wanted, min_crossrefs) if key in data.entries]


def reference_of(entry: Entry, parents: Mapping[str, Entry] | None = None) -> Reference:
    """The entry as we have it. What it lacks comes from the entry among `parents` that its `crossref` names, as in pybtex."""
    fields, persons = _inherited(entry, parents or {}, {entry.key})
    reference = Reference(entry.type, entry.key or "")
    names = canonical_names(entry.type, (name.lower() for name in (*persons, *fields)))
    for name, people in persons.items():
        reference = reference.with_field(names[name.lower()], _names(people))
    for name, value in fields.items():
        field = names[name.lower()]
        source = value if balanced(value) else encode(value)
        text = f"{{{source}}}"
        reference = reference.with_field(
            field, meaning(field, text, MONTHS), Origin("", "bibtex", text=text, name=name)
        )
    return reference


def _inherited(
    entry: Entry, parents: Mapping[str, Entry], seen: set[str]
) -> tuple[dict[str, str], dict[str, list[PybtexPerson]]]:
    fields, persons = dict(entry.fields), dict(entry.persons)
    above = fields.get("crossref", "")
    if above in parents and above not in seen:
        more, people = _inherited(parents[above], parents, seen | {above})
        fields = more | fields
        persons = people | persons
    return fields, persons


def _names(people: Iterable[PybtexPerson]) -> Names:
    found = list(people)
    others = bool(found) and str(found[-1]) == _OTHERS
    return Names(tuple(map(_person, found[:-1] if others else found)), others)


def _person(person: PybtexPerson) -> Person:
    def part(words: Iterable[str]) -> str:
        return decode(" ".join(words))

    given = part(person.first_names + person.middle_names)
    last = person.last_names
    if not given and len(last) == 1 and last[0].startswith("{") and last[0].endswith("}"):
        return Person(decode(last[0]), literal=True)
    return Person(part(last), given, part(person.prelast_names), part(person.lineage_names))
