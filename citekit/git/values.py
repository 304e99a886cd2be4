"""Three versions of one field: which one stands, or what stands for both."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from citekit.git.layout import Part

Side = Literal["ours", "theirs"]


def settle(base: Part | None, ours: Part | None, theirs: Part | None) -> Side | None:
    """The side whose value stands (that may be none at all: deleted); None when both changed it to different things.

    What only one side wrote anew stands, even if only its notation is new. Where both did, notation is no change.
    """
    if alike(ours, theirs) or alike(base, theirs):
        return "ours"
    if alike(base, ours):
        return "theirs"
    if _same(ours, theirs) or _same(base, theirs):
        return "ours"
    return "theirs" if _same(base, ours) else None


def alike(one: Part | None, two: Part | None) -> bool:
    return one is two if one is None or two is None else one.equals(two)


def _same(one: Part | None, two: Part | None) -> bool:
    return one is not None and two is not None and one.means(two)


# Lists in one field: what one side adds or removes says nothing against what the other does.
_LISTS = {"keywords": ",", "groups": ",", "ids": ",", "file": ";"}
# When the entry was last changed, as BibDesk, JabRef and Zotero write it of their own accord: ISO dates, which sort.
_LAST_CHANGED = ("date-modified", "modificationdate", "timestamp")


def together(name: str, base: Part | None, ours: Part, theirs: Part) -> str | None:
    """The value of a field in which the changes of both sides have room; None when the field is not of that sort."""
    if name in _LAST_CHANGED:
        return max(ours.value, theirs.value, key=lambda value: value.strip('{}" '))
    if name not in _LISTS:
        return None
    separator = _LISTS[name]
    before = _listed(base, separator) if base else []
    one, two = _listed(ours, separator), _listed(theirs, separator)
    if before is None or one is None or two is None:
        return None
    kept = [part for part in one if part in two or part not in before]
    added = [part for part in two if part not in one and part not in before]
    return "{" + f"{separator} ".join([*kept, *added]) + "}"


def _listed(part: Part, separator: str) -> Sequence[str] | None:
    """The members of `{a, b}` or `"a, b"`; None for what is written otherwise."""
    if part.value[:1] + part.value[-1:] not in ("{}", '""'):
        return None
    inner = part.value[1:-1]
    if "{" in inner or "}" in inner or (separator == "," and ";" in inner):
        return None
    return [member for each in inner.split(separator) if (member := each.strip())]
