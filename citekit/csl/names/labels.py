"""Labels of names: `editor`, `eds.`, `translated by` (CSL 1.0.2, "Label in cs:names")."""

from __future__ import annotations

from collections.abc import Callable

from citekit.csl.element import Element
from citekit.csl.workshop import Workshop

Labelled = Callable[[str, bool], str]
"""Names, are they several → the names with their label"""


def labelling(names: Element, variable: str, workshop: Workshop) -> Labelled | None:
    """Gives the names of a variable their label, before them where `cs:label` stands before `cs:name`. None: they get none."""
    label = names.child("label")
    if label is None:
        return None
    dress, form = workshop.dressing(label), label.get("form", "long")
    one, several = (dress(workshop.locale.term(variable, form, plural) or "") for plural in (False, True))
    plural = label.get("plural", "contextual")
    if plural == "always":
        one = several
    elif plural == "never":
        several = one
    kinds = [child.name for child in names.children]
    if "name" in kinds and kinds.index("label") < kinds.index("name"):
        return lambda text, are_several: (several if are_several else one) + text
    return lambda text, are_several: text + (several if are_several else one)
