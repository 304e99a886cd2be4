"""A new entry in the manner of those that are there: indentation, delimiters, case, columns, the comma at the end."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import islice

from citekit.bibtex.layout import Layout, joined, layout
from citekit.writers.bibtex.words import cased, delimited, label_like, usual_delimiter

_LOOKED_AT = 50
_KIND = re.compile(r"@\s*([^\s{(]+)(\s*)([{(])")


def in_manner_of(models: Iterable[str], written: str) -> str:
    """The entry `written`, in citekit's layout, as the first of the `models` (texts of entries) is laid out that has two fields."""
    like = next(
        (found for each in islice(models, _LOOKED_AT) if (found := layout(each)) and len(found.fields) > 1), None
    )
    new = layout(written)
    if like is None or new is None:
        return written
    kind = _KIND.match(like.head.label)
    word = _KIND.match(new.head.label)
    if kind is None or word is None:
        return written
    head = replace(new.head, label=f"@{cased(word[1], kind[1])}{kind[2]}{kind[3]}", comma=like.head.comma)
    model = list(like.fields.values())[-1]
    quotes = usual_delimiter(like)
    fields = [
        replace(
            like.adopted(part),
            label=label_like(part, like.fields),
            value=delimited(part.value, _example(like, name, quotes)),
            comma=like.comma,
        )
        for name, part in new.fields.items()
    ]
    if fields:
        fields[-1] = replace(fields[-1], comma=model.comma)
    return joined(replace(like, head=head), head, fields)


def _example(like: Layout, name: str, quotes: str) -> str:
    """A value whose delimiters to take: that of the same field, else what is usual."""
    return like.fields[name].value if name in like.fields else quotes
