"""pybtex's template language for values that are text, not LaTeX, and for entries that lack something.

pybtex's own `field` drops everything after a `%`, raises on a brace, and raises on a missing field, which ends the whole
list. Here a field is its text, and what is missing leaves no trace.
"""

from __future__ import annotations

from typing import Any

from pybtex.richtext import Text
from pybtex.style import FormattedEntry, template
from pybtex.style.formatting import BaseStyle
from pybtex.style.template import FieldIsMissing, join, node, optional
from pybtex.style.template import Node as _Node


def _field(children: Any, context: Any, name: str, apply_func: Any = None, raw: bool = False) -> Any:
    value = context["entry"].fields.get(name)
    if not value:
        raise FieldIsMissing(name, context["entry"])
    if raw:
        return value
    text = Text(context["style"].printed.get(name, str)(value))
    return apply_func(text) if apply_func else text


def _names(children: Any, context: Any, role: str, **separators: Any) -> Any:
    people = context["entry"].persons.get(role)
    if not people:
        raise FieldIsMissing(role, context["entry"])
    parts = [context["style"].format_name(person) for person in people]
    if people.others:
        # plain.bst, format.names: "others" is "et~al.", with a comma only after two names or more
        return Text(", ".join(parts), "," if len(parts) > 1 else "", " et al.")
    return join(**separators)[parts].format_data(context)


field = node(_field)
names = node(_names)
_OURS = {template.field.f: field, template.names.f: names}


def lenient(tree: Any, within: bool = False) -> Any:
    """A pybtex template that prints an entry as far as it goes: fields are text, and each may be missing."""
    if isinstance(tree, (list, tuple)):
        return [lenient(part, within) for part in tree]
    if not isinstance(tree, _Node):
        return tree
    if tree.f is template.optional_field.f:
        return optional[field(*tree.args, **tree.kwargs)]
    kept = within or tree.f is optional.f
    made = tree._clone()
    made.f = _OURS[tree.f].f if tree.f in _OURS else tree.f
    made.children = lenient(tree.children, kept)
    made.args = lenient(tree.args, kept)
    made.kwargs = {name: lenient(value, kept) for name, value in tree.kwargs.items()}
    return optional[made] if not within and made.f in (field.f, names.f) else made


class LenientStyle(BaseStyle):  # type: ignore[misc]
    """A pybtex style whose templates are `lenient`. `printed` tells how this style prints a field's value."""

    printed: dict[str, Any] = {}  # noqa: RUF012

    def format_entry(self, label: str, entry: Any, bib_data: Any = None) -> Any:
        tree = getattr(self, f"get_{entry.type}_template")(entry)
        return FormattedEntry(entry.key, lenient(tree).format_data({"entry": entry, "style": self}), label)
