"""Values out of foreign JSON, in which anything may be missing or of another type than promised. Nothing here raises."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from citekit.sources.crossref_work import plain
from citekit.values.dates import MONTHS, parse
from citekit.values.name_words import is_body
from citekit.values.names import Person, parse_person

Record = Mapping[str, Any]

_LONGEST = 100_000  # characters of one text; nothing bibliographic is longer


def record(value: object) -> Record:
    return value if isinstance(value, Mapping) else {}


def records(value: object) -> list[Record]:
    """The objects of a list, or the one object that stands there without a list."""
    found = value if isinstance(value, list) else [value]
    return [item for item in found if isinstance(item, Mapping)]


def text(value: object) -> str:
    """Text or a number, without tags and entities, on one line."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        value = str(value) if abs(value) < 1e15 else ""
    return plain(value[:_LONGEST]) if isinstance(value, str) else ""


def texts(*values: object) -> tuple[str, ...]:
    """Those that say something, each once."""
    return tuple(dict.fromkeys(said for value in values if (said := text(value))))


def day(value: object) -> str:
    """`2009 Jun 4`, `2009/06/04 00:00`, `2009-06-04T10:00:00Z` → `2009-06-04`, as much of it as there is."""
    said = re.sub(r"(?<=\d)/(?=\d\d)", "-", text(value)[:40])
    date = parse(re.sub(r"(?<=\d)[T ]\d\d:\d\d.*$", "", said))
    month = f"{MONTHS.index(date.month) + 1:02}" if date.month in MONTHS else ""
    return "-".join(part for part in (date.year, month, date.day.zfill(2) if date.day and month else "") if part)


def years(*days: str) -> tuple[str, ...]:
    return tuple(sorted({said[:4] for said in days if re.match(r"\d{4}", said)}))


def person(name: str, *, is_group: bool = False) -> Person | None:
    """One name; a body's where that is known, or its words tell."""
    if not name:
        return None
    if is_group or ("," not in name and is_body(name)):
        return Person(name, literal=True)
    return parse_person(name)
