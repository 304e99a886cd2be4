"""Write page ranges out: `2438--44` → `2438--2444`."""

from __future__ import annotations

from citekit.model import Reference
from citekit.values.pages import expand


def write_out_pages(reference: Reference) -> Reference:
    """Ranges in full with BibTeX's double dash; text that is no range stays as it is."""
    field = reference.fields.get("pages")
    if field is None or not isinstance(field.value, str):
        return reference
    return reference.rewritten("pages", expand(field.value))
