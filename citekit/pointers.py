"""Fields by which one entry points at another by its key: they must follow when a key changes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from citekit.model import Reference

# biblatex manual §2.2.3; all but `crossref` and `xref` hold lists with commas between.
POINTERS = ("crossref", "xref", "xdata", "related", "entryset")

KeyOf = Mapping[tuple[str, str], str]
"""File and key an entry had there, in lower case → its key now."""


def repointed(reference: Reference, key_of: KeyOf) -> Reference:
    """The reference with its pointers led to the keys their targets have now; unknown targets stay as they are."""
    for name in POINTERS:
        field = reference.fields.get(name)
        if field is None or not isinstance(field.value, str) or field.origin is None:
            continue
        file = field.origin.file
        old = [part.strip() for part in field.value.split(",")]
        new = [key_of.get((file, part.lower()), part) for part in old]
        if new != old:
            reference = reference.with_field(name, ",".join(new), replace(field.origin, text=""))
    return reference


def parents(references: Sequence[Reference]) -> frozenset[str]:
    """Keys, in lower case, that other entries name in `crossref`. BibTeX wants such entries behind those that name them
    (btxdoc §3.2.2)."""
    return frozenset(reference.get("crossref").strip().lower() for reference in references) - {""}
