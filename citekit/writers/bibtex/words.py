"""How the words of one entry are written: delimiters of values, case and columns of names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

from citekit.bibtex.layout import Layout, Part
from citekit.values.latex import balanced

_BARE = re.compile(r"\d+")


def delimited(value: str, like: str) -> str:
    """A value `{…}` with the delimiters of another: `"…"`, or bare where both are numbers."""
    inner = value[1:-1]
    if not (value.startswith("{") and value.endswith("}") and balanced(inner)):
        return value
    if _BARE.fullmatch(like) and _BARE.fullmatch(inner):
        return inner
    if like.startswith('"') and like.endswith('"') and '"' not in inner:
        return f'"{inner}"'
    return value


def usual_delimiter(entry: Layout) -> str:
    """A value written as most values of the entry are."""
    kinds = Counter(part.value[:1] for part in entry.fields.values() if part.value[:1] in ("{", '"'))
    return '""' if kinds['"'] > kinds["{"] else "{}"


def cased(word: str, like: str) -> str:
    """`article` as `ARTICLE` or `Article`, where the other word is written so."""
    if like.isupper() and len(like) > 1:
        return word.upper()
    return word.capitalize() if like[:1].isupper() else word


_LABEL = re.compile(r"(\S+?)(\s*)(=\s*)")


def label_like(part: Part, others: Mapping[str, Part]) -> str:
    """`doi = ` as labels are written here: `DOI=`, or in the column in which most have their `=`."""
    labels = [found for each in others.values() if (found := _LABEL.fullmatch(each.label))]
    if not labels:
        return part.label
    name = cased(part.name, labels[0][1]) if all(found[1][:1].isupper() for found in labels) else part.name
    column, blank, equals = (Counter(each).most_common(1)[0][0] for each in zip(*map(_ways, labels), strict=True))
    aligned = [found for found in labels if found.start(3) == column]
    if len({found[1] for found in aligned}) * 2 > len(labels) and len({len(found[1]) for found in aligned}) > 1:
        return f"{name:{column}}{equals}"
    return f"{name}{blank}{equals}"


def _ways(label: re.Match[str]) -> tuple[int, str, str]:
    """The column of the `=`, the blanks before it, and itself with those behind it."""
    return label.start(3), label[2], label[3]
