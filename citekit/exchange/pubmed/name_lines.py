"""The people of a reference → the lines of their names in a MEDLINE record, each with what stands behind the name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.exchange.pubmed.people import full_name, written_full, written_short
from citekit.exchange.pubmed.tags import field_of
from citekit.model import Reference

Parts = Iterator[tuple[str, str, str]]
"""The names of the fields that a line holds, its tag and value; no tag where they are held by other lines."""


def parted(text: str, between: str = "; ") -> list[str]:
    """The values in a field that holds several."""
    return [part for part in text.split(between) if part] if between else [text]


def people(reference: Reference) -> Parts:
    """Each name in full and in short, then what stands behind it: its numbers and its addresses."""
    yield from _role(reference, "editor", "FED", "ED", "e")
    yield from _role(reference, "author", "FAU", "AU", "")
    behind = _behind(reference, "IRAD", "i")
    for number, name in enumerate(parted(reference.get(field_of("FIR"))), 1):
        yield field_of("FIR"), "FIR", name
        yield "", "IR", written_short(full_name(name))
        yield from behind.pop(number, ())
    for rest in behind.values():
        yield from rest


def _role(reference: Reference, role: str, full: str, short: str, letter: str) -> Parts:
    names = reference.names(role)
    behind = {tag: _behind(reference, tag, letter) for tag in ("AUID", "AD")}
    for number, person in enumerate(names, 1):
        if person.literal and role == "author":
            yield role, "CN", person.family
        else:
            yield role, full, written_full(person)
            yield role, short, written_short(person) if not person.literal else ""
        for found in behind.values():
            yield from found.pop(number, ())
    if names.others:
        yield role, full, "et al."
    for found in behind.values():
        for rest in found.values():
            yield from rest


_NUMBERED = re.compile(r"\[([ei]?)(\d{1,6})\] ")
_BETWEEN = re.compile(r"; (?=\[[ei]?\d{1,6}\] )")


def _behind(reference: Reference, tag: str, letter: str) -> dict[int, list[tuple[str, str, str]]]:
    """What stands behind the names of one role, by the number of the name."""
    name = field_of(tag)
    found: dict[int, list[tuple[str, str, str]]] = {}
    for each in _BETWEEN.split(reference.get(name)):
        number = _NUMBERED.match(each)
        if each and (number[1] if number else "") == letter:
            value = each[number.end() :] if number else each
            found.setdefault(int(number[2]) if number else 0, []).append((name, tag, value))
    return found
