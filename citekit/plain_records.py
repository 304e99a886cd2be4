"""Records of a database straight to what duplicates are decided by: the short way past `readers.records`, for a million lines.

A record in the usual words (`id`, `type`, `author`, `title`, `container`, `year`, `volume`, `issue`, `pages`, `doi`) is described as it is
read; any other is read as ever and then described. Both ways describe a record alike.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from citekit.acyclic import acyclic
from citekit.dedupe.description import Description, described
from citekit.dedupe.grouping import Grouping, Versions, group_described
from citekit.model import Field, Progress, Reference, Value, unheard
from citekit.readers.record_fields import read_fields, read_value
from citekit.readers.record_names import TYPES, known
from citekit.values.identifiers import doi
from citekit.values.name_exports import parse_exported
from citekit.values.pages import dashed
from citekit.values.preprints import is_preprint

_AT_ONCE = 50_000  # records between two words on progress
_WHOLE = -2  # names of fields that take the long way
_IGNORED = -1
_PLACES = {name: place for place, name in enumerate(Description._fields)} | {
    "issue": Description._fields.index("number")
}
_AUTHOR, _TYPE, _CONTAINER, _VOLUME, _PAGES, _DOI = (
    Description._fields.index(name) for name in ("author", "type", "container", "volume", "pages", "doi")
)
_TEXTS = len(Description._fields) - 1
_READ_LATER = (_AUTHOR, _TYPE)
# What a description is made of, beside its own fields (see `described`).
_MEANT = frozenset(
    {*Description._fields, "subtitle", "editor", "date", "howpublished", "publisher", "eprint", "eprinttype"}
)


@dataclass(slots=True)
class PlainRecords:
    """Records in the order of the inputs: their ids and descriptions. `more` is what else two records of so few words must have in
    common to be equal, `counts` how many records each file has."""

    ids: list[str] = field(default_factory=list)
    descriptions: list[Description] = field(default_factory=list)
    more: dict[int, Hashable] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)

    def group(self, versions: Versions, tell: Progress = unheard) -> Grouping:
        """As `dedupe.group` of the same records."""
        return group_described(self.descriptions, self._content, versions=versions, tell=tell)

    def _content(self, place: int) -> Hashable:
        description = self.descriptions[place]
        author = description.author
        if isinstance(author, str):
            author = parse_exported(author) or author
        return description._replace(author=author), self.more.get(place)


def read(paths: Sequence[str], tell: Progress = unheard) -> PlainRecords | None:
    """The records of these files, `None` where not all are files of JSON lines with an id each and no id twice: `readers` can tell more
    of those, and read standard input. Raises nothing."""
    found = PlainRecords()
    with acyclic():
        for path in dict.fromkeys(paths):
            before = len(found.ids)
            try:
                with open(path, encoding="utf-8-sig") as lines:
                    if not _read_lines(lines, os.path.getsize(path), found, tell):
                        return None
            except (OSError, ValueError, RecursionError):
                return None
            found.counts[path] = len(found.ids) - before
    distinct = len(set(found.ids)) == len(found.ids) and len(found.counts) == len(paths)
    return found if distinct and all(found.counts.values()) else None


def _read_lines(lines: Iterable[str], size: int, found: PlainRecords, tell: Progress) -> bool:
    decode = json.JSONDecoder().decode
    plan: dict[str, int] = {}
    count = letters = 0
    for line in lines:
        count, letters = count + 1, letters + len(line)
        if count % _AT_ONCE == 0:
            tell("reading records", count, max(count + 1, count * size // letters))
        if line == "\n":
            continue
        if line[:1] != "{" or "\\ud" in line or "\\uD" in line:
            return False
        said = decode(line)
        name = said.get("id")
        if type(name) is not str or not name:
            return False
        more = _described(said, plan, found.descriptions, marked="&" in line or "<" in line)
        if more:
            found.more[len(found.ids)] = more
        found.ids.append(name)
    return True


def _described(said: dict[str, Any], plan: dict[str, int], result: list[Description], *, marked: bool) -> Hashable:
    """Adds the description; comes back with what else the record says."""
    values: list[Any] = [""] * _TEXTS
    more: list[tuple[str, Value]] = []
    for name, value in said.items():
        if value is None or value == "":
            continue
        place = plan[name] if name in plan else plan.setdefault(name, _place(name))
        if place >= 0 and type(value) is str and not values[place]:
            values[place] = value if place in _READ_LATER else " ".join(value.split())
        elif place == _IGNORED:
            ours = known(name)
            more.append((ours, read_value(ours, value)))
        elif name != "id" and (name != "ids" or value != [said["id"]]):
            return _the_long_way(said, result)
    kind = values[_TYPE]
    if marked or not kind.isalpha() or not kind.islower():
        return _the_long_way(said, result)
    values[_TYPE] = TYPES.get(kind, kind)
    values[_PAGES] = dashed(values[_PAGES])
    values[_DOI] = doi(values[_DOI]) or values[_DOI]
    archive = is_preprint(values[_TYPE], values[_CONTAINER], volume=values[_VOLUME], doi=values[_DOI])
    result.append(Description._make([*values, archive]))
    return _digest(more, empty=not any(values[:_TYPE]))


def _place(name: str) -> int:
    if name in _PLACES and name != "archive":
        return _PLACES[name]
    return _WHOLE if name in ("id", "ids", "fields") or known(name) in _MEANT else _IGNORED


def _the_long_way(said: dict[str, Any], result: list[Description]) -> Hashable:
    inner = said.get("fields")
    kind, values = read_fields(inner if isinstance(inner, dict) else said)
    result.append(described(Reference(kind, "", {name: Field(value) for name, value in values.items()})))
    unread = {"author"} if isinstance(values.get("author"), str) else set()
    return _digest([each for each in values.items() if each[0] in unread or each[0] not in _PLACES], empty=not values)


def _digest(more: list[tuple[str, Value]], *, empty: bool) -> Hashable:
    """Something short that is equal where what else is said is equal. A record that says nothing at all equals none."""
    said = sorted((each for each in more if each[1]), key=lambda each: each[0])
    if not said:
        return object() if empty else None
    return hashlib.blake2b(repr(said).encode("utf-8", "surrogatepass"), digest_size=16).digest()
