"""References as JSON records, in the form that `citekit.readers.records` reads."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from citekit.model import Names, Person, Reference
from citekit.values.name_exports import parse_exported
from citekit.vocabulary import field_place

_ALWAYS = ("author", "title", "container", "year", "volume", "number", "pages", "doi")
_NAMES = {"number": "issue", "type": "genre"}  # what records call our fields; BibTeX's *type* is not the entry's


def write(works: Iterable[tuple[Reference, Sequence[str | int]]]) -> str:
    """One object a line for each work, given with the ids of its members, that of the fullest first.

    `id` is the first of them and `ids` all. The fields of every record stand in each line, `""` where nothing is said; others
    follow where they are there. `author` is `Family, Given and …`, or a list of objects where that could be misread.
    """
    return "".join(json.dumps(_record(reference, ids), ensure_ascii=False) + "\n" for reference, ids in works)


def _record(reference: Reference, ids: Sequence[str | int]) -> dict[str, object]:
    before = [key for part in reference.get("ids").split(",") if (key := part.strip())]
    said: dict[str, object] = {"id": ids[0], "ids": list(dict.fromkeys((*ids, *before))), "type": reference.type}
    others = sorted(reference.fields.keys() - {*_ALWAYS, "ids"}, key=field_place)
    for name in (*_ALWAYS, *others):
        said[_NAMES.get(name, name)] = _value(reference, name)
    return said


def _value(reference: Reference, name: str) -> object:
    field = reference.fields.get(name)
    if field is None:
        return reference.year if name == "year" else ""
    if isinstance(field.value, Names):
        return _people(field.value)
    return field.value.replace("--", "-") if name == "pages" else field.value


def _people(names: Names) -> object:
    text = " and ".join(person.inverted for person in names) + (" and others" if names.others else "")
    if parse_exported(text) == names:
        return text
    return [*map(_person, names), *(["others"] if names.others else [])]


def _person(person: Person) -> dict[str, str]:
    if person.literal:
        return {"literal": person.family}
    parts = {"family": person.family, "given": person.given, "particle": person.particle, "suffix": person.suffix}
    return {name: text for name, text in parts.items() if text}
