"""The works of a report as JSON values: each with its members, and for each value of a merged entry where it came from."""

from __future__ import annotations

from collections.abc import Mapping

from citekit.merging import Conflict, Merged
from citekit.model import Field, Reference
from citekit.report.account import Account
from citekit.report.machine.references import NOWHERE, written, written_origin, written_value
from citekit.report.matches import as_values
from citekit.report.provenance import Source, sources
from citekit.report.words import place

Ids = Mapping[int, str]
"""`id()` of a reference that went in → its record id, which is the same in every merge of it."""


def work(told: Account, number: int, ids: Ids) -> dict[str, object]:
    """One work: key, type, members; where copies were merged or something was added, also `fields`, which tells where
    each value came from, why the members are one, and what they contradict each other in."""
    merged = told.result.merged[number]
    values: dict[str, object] = {
        "key": merged.reference.key,
        "type": merged.reference.type,
        "members": [{"id": ids[id(member)], **written(member)} for member in merged.members],
    }
    if len(merged.members) > 1 or merged.reference.fields != merged.members[0].fields:
        values["fields"] = _fields(merged)
    if len(merged.members) > 1:
        values["same_because"] = list(told.reasons(number))
        values["conflicts"] = [str(conflict) for conflict in merged.conflicts]
        values["contradictions"] = [_contradiction(merged, conflict) for conflict in merged.conflicts]
    if told.result.matches:
        values["doi"] = as_values(told.result.matches[number])
    return values


def _fields(merged: Merged) -> dict[str, object]:
    found = sources(merged)
    return {name: _field(merged, name, found[name]) for name in merged.reference.fields}


def _field(merged: Merged, name: str, found: tuple[Source, ...]) -> dict[str, object]:
    field = merged.reference.fields[name]
    values = written_value(field.value)
    values["from"] = [_source(merged.members, source) for source in found]
    if field.origin is not None and not found:
        values["origin"] = written_origin(field.origin, NOWHERE)
    return values


def _source(members: tuple[Reference, ...], source: Source) -> dict[str, object]:
    """`text` is how the value stood there, before anything was read or put in order."""
    field = members[source.member].fields[source.name]
    return {
        "member": source.member + 1,
        "place": place(members[source.member]),
        "field": source.name,
        "line": field.origin.line if field.origin else 0,
        "text": field.origin.text if field.origin else members[source.member].get(source.name),
    }


def _contradiction(merged: Merged, conflict: Conflict) -> dict[str, object]:
    """A conflict value by value, each with the members that say so; `kept` is `null` where the entry says nothing."""
    kept = conflict.kept and _said(merged, conflict.field, conflict.kept)
    dropped = [_said(merged, conflict.field, field) for field in conflict.dropped]
    return {"field": conflict.field, "message": str(conflict), "kept": kept, "dropped": dropped}


def _said(merged: Merged, name: str, field: Field) -> dict[str, object]:
    numbers = [n for n, member in enumerate(merged.members) if field.value == _value(member, name)]
    return {
        **written_value(field.value),
        "members": [number + 1 for number in numbers],
        "places": [place(merged.members[number]) for number in numbers],
    }


def _value(member: Reference, name: str) -> object:
    return member.fields[name].value if name in member.fields else member.type if name == "type" else None
