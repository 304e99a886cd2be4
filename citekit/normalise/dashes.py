"""Give typewriter dashes their shape: `interleukin-1--receptor` → `interleukin-1–receptor`."""

from __future__ import annotations

import re

from citekit.model import Reference

_TYPEWRITER = re.compile(r"(?<!-)(---?)(?!-)")


def shape_dashes(reference: Reference) -> Reference:
    """In titles two hyphens become an en dash and three an em dash, as in TeX; anything longer stays."""
    for name in ("title", "container"):
        field = reference.fields.get(name)
        if field is not None and isinstance(field.value, str) and "--" in field.value:
            shaped = _TYPEWRITER.sub(lambda dash: "—" if len(dash[1]) == 3 else "–", field.value)
            reference = reference.rewritten(name, shaped)
    return reference
