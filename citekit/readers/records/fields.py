"""The fields of a record as databases export it in JSON, whatever they are called there, to those of a `Reference`."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Mapping
from typing import Any

from citekit.model import Value
from citekit.readers.records.names import MARKS, TYPES, known
from citekit.readers.text.entry_type import entry_type
from citekit.values import dates, identifiers, pages
from citekit.values.markup import plain
from citekit.values.name_exports import parse_exported
from citekit.values.names import Names, Person, parse_person
from citekit.vocabulary import NAME_FIELDS

Said = Mapping[str, Any]
"""A JSON object."""
_STRINGS = frozenset("reference unstructured citation string raw text ref bibliographic".split())
_TOLD = frozenset({"title", "author", "editor", "container", "volume", "fields"})


def read_fields(said: Said) -> tuple[str, dict[str, Value]]:
    """The entry type and the fields. `null`, `""`, `[]` and `NaN` say nothing; `id` is no field. Never raises.

    Where two names mean one field, the first keeps its place and the other stays under its own name.
    """
    fields: dict[str, Value] = {}
    for name, value in said.items():
        if value is None or value == "":
            continue
        ours = known(name)
        if found := read_value(ours, value):
            fields[ours if ours not in fields else name] = found
    if "date" in fields:
        _tell_date(fields)
    if "ids" in fields:
        _tell_ids(fields, _text(said.get("id")))
    kind = MARKS.sub("_", str(fields.pop("type", "")).lower()).strip("_")
    return TYPES.get(kind, kind) or _type(said, fields), fields


def reference_string(said: Said) -> tuple[str, str]:
    """The name and the text of the reference string in a record that holds nothing else to read: Crossref's `unstructured`, a
    `reference`, a `citation`. Both `""` in other records."""
    if any(known(name) in _TOLD for name in said):
        return "", ""
    strings = [(name, value) for name, value in said.items() if name.lower() in _STRINGS and isinstance(value, str)]
    return strings[0] if len(strings) == 1 and len(strings[0][1].split()) > 1 else ("", "")


def read_value(name: str, value: Any) -> Value:
    """What a field of ours, by its name, says when a record gives this value; empty when it says nothing. Never raises."""
    return _READ.get(name, _text)(value)


def _type(said: Said, fields: dict[str, Value]) -> str:
    """The type that a record without one seems to be of."""
    found = entry_type("", fields)
    return "incollection" if found == "article" and "booktitle" in said and "number" not in fields else found


# ---------------------------------------------------------------- values


def _text(value: Any) -> str:
    """A value as text on one line; HTML's entities and tags are taken for what they mean."""
    if type(value) is not str:
        return _text_of_other(value)
    return plain(value)


def _text_of_other(value: Any) -> str:
    """Numbers as they are counted (2009.0 is 2009), lists with commas, and anything else as JSON."""
    if isinstance(value, float):
        return "" if not math.isfinite(value) else str(int(value)) if value.is_integer() else str(value)
    if isinstance(value, list) and not any(isinstance(each, dict | list) for each in value):
        return ", ".join(text for each in value if each is not None and (text := _text(each)))
    return json.dumps(value, ensure_ascii=False) if value not in ([], {}) else ""


def _people(value: Any) -> Value:
    """Names from a string, a list of names, or a list of objects; as text where they name nobody."""
    if not isinstance(value, list):
        if isinstance(value, dict):
            return _people([value])
        text = _text(value)
        return parse_exported(text) or text
    people: list[Person] = []
    others = False
    for each in value:
        if isinstance(each, dict):
            people += filter(None, [_person(each)])
        elif text := _text(each) if each is not None else "":
            one = parse_exported(text)  # the list's comma is the name's: `van der Berg, Anna Maria`
            alone = text.count(",") == 1 and ";" not in text and " and " not in text
            people += [parse_person(text)] if alone else one
            others = others or one.others or text == "others"
    return Names(tuple(people), others)


def _person(said: Said) -> Person | None:
    """CSL-JSON's names, and those of Crossref and schema.org: `family`, `given`, `literal`, `name`."""
    part = {name.lower().replace("_", "-"): _text(text) for name, text in said.items() if isinstance(text, str)}
    family = part.get("family") or part.get("last") or part.get("last-name") or part.get("familyname") or ""
    given = part.get("given") or part.get("first") or part.get("first-name") or part.get("givenname") or ""
    if not family:
        body = part.get("literal") or ""
        name = part.get("name") or given
        return Person(body, literal=True) if body else next(iter(parse_exported(name)), None)
    particle = part.get("non-dropping-particle") or part.get("dropping-particle") or part.get("particle") or ""
    return Person(family, given, particle, part.get("suffix", ""))


def _date(value: Any) -> str:
    """CSL-JSON's `{"date-parts": [[2009, 6, 4]]}` as `2009-06-04`; other values as text."""
    parts = value.get("date-parts") if isinstance(value, dict) else None
    first = parts[0] if isinstance(parts, list) and parts else None
    if isinstance(first, list) and first and all(str(part).isdecimal() for part in first):
        return "-".join(str(part).zfill(2) for part in first)
    return _text(value.get("raw") or value.get("literal") or value if isinstance(value, dict) else value)


def _tell_date(fields: dict[str, Value]) -> None:
    """Takes year, month and day from a date where no year is given. A date that says something else stays."""
    date = dates.parse(str(fields["date"]))
    if date.year and fields.get("year", date.year) == date.year:
        del fields["date"]
        for name in ("year", "month", "day"):
            if getattr(date, name):
                fields.setdefault(name, getattr(date, name))


def _tell_ids(fields: dict[str, Value], own: str) -> None:
    """`ids` are the members of a merged record; its own id need not be said again."""
    others = [name for part in str(fields.pop("ids")).split(",") if (name := part.strip()) and name != own]
    if others:
        fields["ids"] = ",".join(others)


def _pages(value: Any) -> str:
    return pages.dashed(_text(value))


def _doi(value: Any) -> str:
    text = _text(value)
    return identifiers.doi(text) or text


def _month(value: Any) -> str:
    text = _text(value)
    return dates.month(text) or text


def _nothing(_value: Any) -> str:
    return ""


_READ: Mapping[str, Callable[[Any], Value]] = {
    **dict.fromkeys(NAME_FIELDS, _people), "pages": _pages, "doi": _doi, "month": _month, "date": _date, "id": _nothing,
}  # fmt: skip
