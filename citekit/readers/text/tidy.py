"""A piece of text without what the style put round it."""

from __future__ import annotations

import re

_SPACE = " \t\r\n\f\v\u00a0\u2007\u2009\u200b\u202f"
_BEFORE, _BEHIND = _SPACE + ".,;:–—/|-", _SPACE + ",;:–—/|"
_OPENERS, _CLOSERS = "\"“‘«„'([", "\"”’»“'])"
_COMPANY = re.compile(r"\b(?:Inc|Ltd|Co|Corp)\.$")


def trimmed(text: str) -> str:
    """Without spaces and punctuation round it; a point or a hyphen at the end stays."""
    return text.lstrip(_BEFORE).rstrip(_BEHIND)


def tidy(text: str, keeps_company: bool = False) -> str:
    """Without quotes, brackets, and a closing point. An ellipsis keeps its points, and `Verlag Inc.` with `keeps_company`."""
    value = unquoted(trimmed(text))
    if value.endswith(".") and not value.endswith("...") and not (keeps_company and _COMPANY.search(value)):
        value = value[:-1].rstrip()
    return unquoted(value).rstrip(" ,;:")


def unquoted(value: str) -> str:
    """`“A title”` → `A title`; of a pair that was cut in two the half goes as well."""
    if not value or (value[0] not in _OPENERS and value[-1] not in _CLOSERS):
        return value
    if len(value) > 1 and value[0] in _OPENERS and value[-1] in _CLOSERS and value[0] not in value[1:-1]:
        inside = value[1:-1]
        if value[0] not in "([" or not any(mark in inside for mark in "()[]"):
            return trimmed(inside)
    if value[0] in '"“«„' and not any(mark in value[1:] for mark in '"”»“'):
        return trimmed(value[1:])
    if value[-1] in '"”»' and not any(mark in value[:-1] for mark in '"“«„'):
        return trimmed(value[:-1])
    return value
