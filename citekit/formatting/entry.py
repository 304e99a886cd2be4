"""One entry as it is asked for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from citekit.bibtex.strings import pieces
from citekit.formatting.cutting import Entry, Field
from citekit.formatting.layout import AFTER_LONGEST, Layout
from citekit.formatting.lines import BLANKS
from citekit.formatting.values import joined, value


def laid_out(entry: Entry, wish: Layout, *, months: bool = True) -> str:
    """The entry's text without a line end behind it. `months`: `jan` … `dec` mean the months in this file."""
    kind = _case(entry.type, wish)
    if kind.lower() == "string":
        (only,) = entry.fields
        return f"@{kind}{{{only.name} = {joined(pieces(only.source), wish)}}}"
    fields = _saying(entry.fields) if wish.remove_empty else list(entry.fields)
    if wish.field_order:
        fields = _in_order(fields, wish.field_order)
    lines = [_behind(f"@{kind}{{{entry.key},", entry.beside)]
    for number, field in enumerate(fields, 1):
        lines += [wish.indent + comment for comment in field.above]
        last = number == len(fields)
        comma = wish.trailing_comma or not last or bool(field.beside or entry.below)
        lines.append(_behind(_field(field, fields, wish, months) + "," * comma, field.beside))
    return "\n".join([*lines, *(wish.indent + comment for comment in entry.below), "}"])


def _field(field: Field, fields: Sequence[Field], wish: Layout, months: bool) -> str:
    name = _case(field.name, wish)
    label = f"{wish.indent}{name}"
    if wish.align is not None:
        column = wish.align - 1
        if wish.align == AFTER_LONGEST:
            column = max(len(each.name) for each in fields) + len(wish.indent) + 1
        label = label.ljust(column - 1)
    label += " = "
    return label + value(name.lower(), field.source, wish, label, months=months)


def _case(name: str, wish: Layout) -> str:
    return name.lower() if wish.case == "lower" else name


def _behind(line: str, comment: str) -> str:
    return f"{line} {comment}" if comment else line


def _saying(fields: Sequence[Field]) -> list[Field]:
    """Without those that say nothing, `{}` or `"  "`, unless a comment stands with it or the field is given again: then the first
    counts."""
    times = Counter(field.name.lower() for field in fields)
    return [
        field
        for field in fields
        if field.above or field.beside or times[field.name.lower()] > 1 or not _is_empty(field.source)
    ]


def _is_empty(source: str) -> bool:
    return source[:1] in ("{", '"') and not source[1:-1].strip(BLANKS)


def _in_order(fields: Sequence[Field], order: Sequence[str]) -> list[Field]:
    places = {name: place for place, name in enumerate(order)}
    return sorted(fields, key=lambda field: places.get(field.name.lower(), len(places)))
