"""A reference as JSON values and back, nothing lost but digits of confidence."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from citekit.model import Field, Names, Origin, Person, Reference, Value

NOWHERE = Origin("", "")
_PERSON = ("family", "given", "particle", "suffix", "literal")


def written(reference: Reference) -> dict[str, object]:
    """`file`, `format` (`null`: of unknown origin), `line`, `number`, `key`, `type`, `text`, `confidence`, `fields`.

    A record that was read from other records has its `name` there.

    Each field has its `value`, or its `people` and whether there were `others`, and its `origin`: `line`, `text`, `name`
    there, and where they are not the reference's own `file`, `format`, `number`. A field without `origin` was made by citekit.
    """
    origin = reference.origin or NOWHERE
    return {
        "file": origin.file,
        "format": origin.format if reference.origin else None,
        "line": origin.line,
        "number": origin.number,
        "key": reference.key,
        "type": reference.type,
        "text": origin.text,
        "confidence": None if reference.confidence is None else round(reference.confidence, 3),
        **({"name": origin.name} if origin.name else {}),
        "fields": {name: _field(field, origin) for name, field in reference.fields.items()},
    }


def written_value(value: Value) -> dict[str, object]:
    """`{"value": …}`, or `{"people": […]}` with `"others": true` where the list was cut."""
    if isinstance(value, str):
        return {"value": value}
    people = [{name: part for name in _PERSON if (part := getattr(person, name))} for person in value]
    return {"people": people, "others": True} if value.others else {"people": people}


def written_origin(origin: Origin, home: Origin) -> dict[str, object]:
    """Where a value stood; what is the same as in `home` is left out."""
    said: dict[str, object] = {"line": origin.line, "text": origin.text, "name": origin.name}
    if origin.file != home.file:
        said["file"] = origin.file
    if origin.format != home.format:
        said["format"] = origin.format
    if origin.number != home.number:
        said["number"] = origin.number
    return said


def _field(field: Field, home: Origin) -> dict[str, object]:
    said = written_value(field.value)
    if field.origin is not None:
        said["origin"] = written_origin(field.origin, home)
    if field.confidence is not None:
        said["confidence"] = round(field.confidence, 3)
    return said


# ---------------------------------------------------------------- and back


def read(said: Mapping[str, Any]) -> Reference:
    """The reference that was `written`. Raises `KeyError` or `TypeError` where the values are not those of a reference."""
    home = Origin(said["file"], said["format"] or "", said["line"], said["number"], said["text"], said.get("name", ""))
    fields = {name: read_field(field, home) for name, field in said["fields"].items()}
    return Reference(
        said["type"], said["key"], fields, home if said["format"] is not None else None, said["confidence"]
    )


def read_field(said: Mapping[str, Any], home: Origin = NOWHERE) -> Field:
    """The field that was written as one of a reference that stood at `home`."""
    at = said.get("origin")
    origin = at and Origin(
        at.get("file", home.file), at.get("format", home.format), at["line"], at.get("number", home.number),
        at["text"], at["name"],
    )  # fmt: skip
    return Field(_read_value(said), origin, said.get("confidence"))


def _read_value(said: Mapping[str, Any]) -> Value:
    if "value" in said:
        return str(said["value"])
    return Names(tuple(Person(**person) for person in said["people"]), said.get("others", False))
