"""A reference as lines of tags and values, and which fields they hold: what the writers of line-tagged formats share."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from citekit.exchange.tags.people import written
from citekit.model import Names, Reference
from citekit.values.blanks import one_line

THESES = {"phdthesis": "PhD thesis", "mastersthesis": "Master's thesis"}
"""What says of a thesis which it is, where the reference does not."""

_PUBLISHERS = ("publisher", "institution", "school", "organization", "holder")


@dataclass(slots=True)
class Lines:
    """The tags and values of one record so far, and the names of the fields they hold."""

    lines: list[tuple[str, str]] = field(default_factory=list)
    held: set[str] = field(default_factory=set)

    def add(self, tag: str, value: str, *names: str) -> None:
        if text := one_line(value):
            self.lines.append((tag, text))
            self.held.update(names)

    def has(self, *tags: str) -> bool:
        return any(tag in tags for tag, _ in self.lines)


def add_field(found: Lines, reference: Reference, name: str, tag: str) -> None:
    """A field that is written as it is: names and keywords each on a line, a subtitle behind its title."""
    value = reference.fields[name].value if name in reference.fields else ""
    if isinstance(value, Names):
        for person in written(value):
            found.add(tag, person, name)
    elif name == "title":
        subtitle = reference.get("subtitle")
        found.add(tag, ": ".join(part for part in (value, subtitle) if part), name, "subtitle")
    elif name == "keywords":
        for word in re.split(r"[,;]\s+|\n", value):
            found.add(tag, word, name)
    else:
        found.add(tag, value, name)


def with_places(tags: Mapping[str, str], reference: Reference, publisher: str, place: str) -> dict[str, str]:
    """The tag of each field: a publisher by any other name stands behind the tag `publisher`, `place` is the address of what was held
    nowhere, and the author of a film that names no director is written in the director's place."""
    tags = dict(tags)
    if "director" in tags and "author" not in tags and "director" not in reference.fields:
        tags["author"] = tags["director"]
    if tags.get("venue") == place and "venue" not in reference.fields:
        tags["address"] = place
    if not any(tags.get(name) == publisher for name in reference.fields):
        own = next((name for name in _PUBLISHERS if name in reference.fields and name not in tags), "")
        if own:
            tags[own] = publisher
    return tags


def slashed(date: str) -> str:
    """`2009-06-04` → `2009/06/04/`; `""` for what is no such date."""
    if not re.fullmatch(r"\d{4}(?:-\d\d){0,2}", date):
        return ""
    return "/".join([*date.split("-"), "", ""][:3]) + "/"
