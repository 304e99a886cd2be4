"""Three versions of an entry's type and citation key."""

from __future__ import annotations

import re
from dataclasses import replace

from citekit.git.layout import Clash, Part

_TYPE = re.compile(r"(?<=@)\s*[^\s({]+")


def merge_heads(base: Part | None, ours: Part, theirs: Part) -> Part | Clash:
    """Type and key, each as the side has it that changed it. Without a base our key stands."""
    kind = _one_of(base.name if base else "", ours.name, theirs.name)
    key = _one_of(base.value, ours.value, theirs.value) if base else ours.value
    if kind is None or key is None:
        return Clash(ours, _typed(ours, theirs, theirs.value if base else ours.value), base)
    return _typed(ours, ours if kind == ours.name else theirs, key)


def _one_of(base: str, ours: str, theirs: str) -> str | None:
    if theirs in (ours, base):
        return ours
    return theirs if ours == base else None


def _typed(head: Part, other: Part, key: str) -> Part:
    """The head with the other's type and this key, in its own brackets."""
    found = _TYPE.search(other.label)
    label = _TYPE.sub(lambda _: found[0], head.label, count=1) if found else head.label
    return replace(head, label=label, value=key)


def with_type(head: Part, kind: str) -> Part:
    """The head with a type given in lower case; as it is when it has that type."""
    return head if head.name == f"@{kind}" else _typed(head, Part("", f"@{kind}{{", "", ""), head.value)
