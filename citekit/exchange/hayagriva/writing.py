"""`Reference` → an entry of Hayagriva."""

from __future__ import annotations

import re
from dataclasses import dataclass

from citekit.exchange.csl.values import loaded
from citekit.exchange.csl.variables import kept_as as kept_of_csl
from citekit.exchange.hayagriva.parents import Said, join, kept_as, merged, typed
from citekit.exchange.hayagriva.putting import Putting
from citekit.exchange.hayagriva.tables import (
    FORMATTABLE,
    ISSUES,
    KEPT,
    OF_SERIES,
    PARENTS,
    PLAIN,
    PREFIX,
    container_type,
    is_series,
    written_types,
)
from citekit.model import Reference

# https://unicode.org/reports/tr35/#unicode_language_id
_LANGUAGE = re.compile(r"(?:[A-Za-z]{2,3}|[A-Za-z]{5,8})(?:[-_][A-Za-z]{4})?(?:[-_](?:[A-Za-z]{2}|\d{3}))?")
_TOLD_BY_PARENTS = frozenset({"inproceedings", "conference"})  # an article that stands nowhere is one of a journal
_IN_PARENT = ("volume", "volumes", "edition")


def written(reference: Reference) -> tuple[Said, frozenset[str]]:
    """The entry, without its key, and the names of the fields that it holds."""
    writing = _Writing(reference)
    return typed(writing.entry()), frozenset(writing.held)


def to_entry(reference: Reference) -> Said:
    """The entry that a reference is, its journal, book, series and event as parents."""
    return written(reference)[0]


@dataclass(slots=True)
class _Writing(Putting):
    """An entry put together."""

    def entry(self) -> Said:
        own, place = written_types(self.reference.type, self.reference.get("entrysubtype"), self.reference.get(KEPT))
        around = container_type(own, place)
        stands_in = bool(self.reference.get("container")) or self.reference.type in _TOLD_BY_PARENTS
        stands_in = stands_in or bool(self.reference.get("series") and not is_series(own, own))
        entry: Said = {"type": own}
        self._add_own(entry, stands_in)
        series = self._series(around if stands_in else own)
        parents: list[Said] = [{"type": around} | self._container(series)] if stands_in else series
        parents += [*self._event(), *self._original()]
        join(parents, self._rest())
        if parents:
            entry["parent"] = parents[0] if len(parents) == 1 else parents
        self._add_kept(entry)
        return entry

    def _add_own(self, entry: Said, stands_in: bool) -> None:
        self.put_text(entry, "title", "title", "shorttitle")
        self.put_people(entry, "author", "author")
        if not (stands_in and self.reference.type in OF_SERIES):
            self.put_people(entry, "editor", "editor")
        self.put_roles(entry)
        self.put_issued(entry)
        if not stands_in:
            self.put_publisher(entry)
        for name in ("school", "institution", "organization"):
            if "organization" not in entry:
                self.put_text(entry, "organization", name)
        for name, ours in PLAIN.items():
            if not (stands_in and ours in _IN_PARENT) and ours != "language":
                self.put_count(entry, name, ours)
        self.put_pages(entry)
        self.put_url(entry)
        self.put_serials(entry, stands_in)
        self.put(entry, "language", "language", _LANGUAGE.fullmatch)
        for name, ours in FORMATTABLE.items():
            self.put_text(entry, name, ours)
        if not stands_in and self.reference.type in ISSUES:
            self.put_count(entry, "issue", "number")
        self.put_count(entry, "issue", "issue")

    def _container(self, series: list[Said]) -> Said:
        parent: Said = {}
        self.put_text(parent, "title", "container", "container_short")
        self.put_people(parent, "author", "bookauthor")
        if self.reference.type in OF_SERIES:
            self.put_people(parent, "editor", "editor")
        for name in ("volume", "volume-total", "edition"):
            self.put_count(parent, name, PLAIN[name])
        if self.reference.type in ISSUES or (self.reference.type in OF_SERIES and not self.reference.get("series")):
            self.put_count(parent, "issue", "number")
        self.put_publisher(parent)
        self.put_serial_map(parent, [(name, name) for name in ("isbn", "issn")])
        if series:
            parent["parent"] = series[0]
        return parent

    def _series(self, kind: str) -> list[Said]:
        series: Said = {"type": kind}
        self.put_text(series, "title", "series")
        self.put_people(series, "editor", "serieseditor")
        if self.reference.type in OF_SERIES and self.reference.get("series"):
            self.put_count(series, "volume", "number")
        return [series] if len(series) > 1 else []

    def _event(self) -> list[Said]:
        event: Said = {"type": "conference"}
        self.put_text(event, "title", "eventtitle")
        self.put_text(event, "location", "venue")
        self.put_date(event, "date", "eventdate")
        return [event] if len(event) > 1 else []

    def _original(self) -> list[Said]:
        original: Said = {"type": "original"}
        self.put_text(original, "title", "origtitle")
        self.put_people(original, "author", kept_of_csl("original-author"))
        self.put_date(original, "date", "origdate")
        self.put_publisher(original, "origpublisher", "origlocation")
        return [original] if len(original) > 1 else []

    def _rest(self) -> list[Said]:
        said = loaded(self.reference.get(PARENTS) or "[]")
        self.held.add(PARENTS)
        return [each for each in said if isinstance(each, dict)] if isinstance(said, list) else []

    def _add_kept(self, entry: Said) -> None:
        for name, found in self.reference.fields.items():
            if name.startswith(PREFIX) and name not in self.held:
                origin = found.origin
                known = origin.name if origin and kept_as(origin.name) == name else name.removeprefix(PREFIX)
                whole = merged(entry.get(known), loaded(self.reference.get(name)))
                if whole is not None:
                    entry[known] = whole
                    self.held.add(name)
