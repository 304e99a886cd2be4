"""By which key a merged work goes, and where its other keys lead."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from citekit.model import Field, Reference
from citekit.values.key_lists import keys_in

_RELATION = ("related", "relatedtype", "relatedstring", "relatedoptions")


def keys_of(reference: Reference) -> set[str]:
    """All keys under which a reference can be cited."""
    return {reference.key, *keys_in(reference.get("ids"))} - {""}


def with_ids(fields: dict[str, Field], key: str, members: Sequence[Reference]) -> dict[str, Field]:
    """Puts all keys but the one that is kept into biblatex's `ids`, so that every key cited before still leads here."""
    others = ",".join(sorted(set().union(*map(keys_of, members)) - {key}))
    rest = {name: field for name, field in fields.items() if name != "ids"}
    if not others:
        return rest
    kept = next((f for m in members if (f := m.fields.get("ids")) and f.value == others), None)
    return rest | {"ids": kept or Field(others)}


def without_itself(fields: dict[str, Field], members: Sequence[Reference]) -> dict[str, Field]:
    """A preprint that is merged into the article no longer names the article in `related`."""
    related = fields.get("related")
    if related is None or not isinstance(related.value, str):
        return fields
    file = related.origin.file if related.origin else ""
    own = {
        key for member in members if (member.origin.file if member.origin else "") == file for key in keys_of(member)
    }
    named = keys_in(related.value)
    kept = [key for key in named if key not in own]
    if kept == named:
        return fields
    rest = {name: field for name, field in fields.items() if name not in _RELATION or kept}
    return rest | {"related": replace(related, value=",".join(kept))} if kept else rest
