"""Records of a database straight to what duplicates are decided by: the short way past `readers.records`, for a million lines.

A record in the usual words (`id`, `type`, `author`, `title`, `container`, `year`, `volume`, `issue`, `pages`, `doi`) is described as it is
read; any other is read as ever and then described. Both ways describe a record alike.
"""

from __future__ import annotations

import json
import os
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import starmap
from typing import Any

from citekit.acyclic import acyclic
from citekit.dedupe.description import Description, described
from citekit.dedupe.grouping import Grouping, Versions, group_described
from citekit.model import Field, Progress, Reference, Value, unheard
from citekit.readers.records.names import TYPES, known
from citekit.values.identifiers import doi
from citekit.values.name_exports import parse_exported
from citekit.values.pages import dashed
from citekit.values.preprints import is_preprint
from citekit.vocabulary import NAME_FIELDS

_AT_ONCE = 50_000  # records between two words on progress
_WHOLE = -2  # names of fields that take the long way
_IGNORED = -1
_CALLED = ("id", "ids")  # say nothing of the work
_PLACES = {name: place for place, name in enumerate(Description._fields)} | {
    "issue": Description._fields.index("number")
}
_AUTHOR, _TYPE, _CONTAINER, _VOLUME, _PAGES, _DOI = (
    Description._fields.index(name) for name in ("author", "type", "container", "volume", "pages", "doi")
)
_TEXTS = len(Description._fields) - 1
_READ_LATER = (_AUTHOR, _TYPE)
_SHAPED = frozenset({*NAME_FIELDS, "month"})  # fields that are not kept as the text they are
# What a line holds in which a value may have more than single blanks between words: two blanks, an escape, a tab, a blank at an end.
_SPACED = ("  ", "\\", "\t", ' ",', ' "}', ': " ', "\u00a0")
# What a description is made of, beside its own fields (see `described`).
_MEANT = frozenset(
    {*Description._fields, "subtitle", "editor", "date", "howpublished", "publisher", "eprint", "eprinttype"}
)


@dataclass(slots=True)
class PlainRecords:
    """Records in the order of the inputs: their ids and descriptions. `more` is what else two records of so few words must have in
    common to be equal, `counts` how many records each file has."""

    ids: list[str | int] = field(default_factory=list)
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
    distinct = len(set(map(str, found.ids))) == len(found.ids) and len(found.counts) == len(paths)
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
        if type(name) is not int and (type(name) is not str or not name):
            return False
        more = _described(
            said,
            plan,
            found.descriptions,
            marked="&" in line or "<" in line,
            spaced=any(mark in line for mark in _SPACED),
        )
        if more:
            found.more[len(found.ids)] = more
        found.ids.append(name)
    return True


def _described(
    said: dict[str, Any], plan: dict[str, int], result: list[Description], *, marked: bool, spaced: bool
) -> Hashable:
    """Adds the description; comes back with what else the record says. `marked`: there may be HTML in it; `spaced`: more than single
    blanks between words."""
    values: list[Any] = [""] * _TEXTS
    more: list[tuple[str, Any]] = []
    for name, value in said.items():
        if value is None or value == "":
            continue
        place = plan[name] if name in plan else plan.setdefault(name, _place(name))
        if place >= 0 and type(value) is str and not values[place]:
            values[place] = " ".join(value.split()) if spaced and place not in _READ_LATER else value
        elif place == _IGNORED:
            more.append((name, value))
        elif name not in _CALLED:
            return _the_long_way(said, result)
    kind = values[_TYPE]
    if marked or not kind.isalpha() or not kind.islower():
        return _the_long_way(said, result)
    values[_TYPE] = TYPES.get(kind, kind)
    values[_PAGES] = dashed(values[_PAGES])
    values[_DOI] = doi(values[_DOI]) or values[_DOI]
    archive = is_preprint(values[_TYPE], values[_CONTAINER], volume=values[_VOLUME], doi=values[_DOI])
    result.append(Description._make([*values, archive]))
    return _digest(starmap(_read, more), empty=not any(values[:_TYPE]))


def _place(name: str) -> int:
    if name in _PLACES and name != "archive":
        return _PLACES[name]
    return _WHOLE if name in (*_CALLED, "fields") or known(name) in _MEANT else _IGNORED


def _the_long_way(said: dict[str, Any], result: list[Description]) -> Hashable:
    from citekit.readers.records.fields import read_fields, reference_string

    if reference_string(said)[1]:
        raise ValueError("a reference string has to be read as text is")
    inner = said.get("fields")
    kind, values = read_fields(inner if isinstance(inner, dict) else said)
    result.append(described(Reference(kind, "", {name: Field(value) for name, value in values.items()})))
    unread = {"author"} if isinstance(values.get("author"), str) else set()
    more = [(name, value) for name, value in values.items() if name in unread or name not in {*_PLACES, *_CALLED}]
    return _digest(more, empty=not values)


def _digest(more: Iterable[tuple[str, Value]], *, empty: bool) -> Hashable:
    """Something short that is equal where what else is said is equal. A record that says nothing at all equals none."""
    said = sorted((each for each in more if each[1]), key=lambda each: each[0])
    if not said:
        return object() if empty else None
    return hash(tuple(said))


def _read(name: str, value: Any) -> tuple[str, Value]:
    ours = known(name)
    if type(value) is str and _is_plain(ours, value):
        return ours, value
    from citekit.readers.records.fields import read_value

    return ours, read_value(ours, value)


def _is_plain(name: str, value: str) -> bool:
    """Would `read_value` come back with the very text?"""
    return name not in _SHAPED and value.isprintable() and "&" not in value and "<" not in value and "  " not in value
