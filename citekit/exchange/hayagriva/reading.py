"""An entry of Hayagriva → `Reference`."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace

from citekit.exchange.csl.values import verbatim
from citekit.exchange.csl.variables import kept_as as kept_of_csl
from citekit.exchange.hayagriva.parents import Said, copied, kept_as, rest_of, type_of
from citekit.exchange.hayagriva.tables import (
    EVENTS,
    FORMATTABLE,
    KEPT,
    OF_SERIES,
    ORIGINAL,
    PARENTS,
    PLAIN,
    entry_kind,
    is_series,
    organization,
    written_types,
)
from citekit.exchange.hayagriva.taking import Taking
from citekit.exchange.hayagriva.values import text_of
from citekit.model import Origin, Problem, Reference

# What a parent holds an entry by: these properties, or being of one of these types.
_TELLING = frozenset({"title", "volume", "issue", "parent"})
_HOLDING = frozenset({"periodical", "proceedings", "newspaper", "anthology", "book", "reference"})


def from_entry(key: str, entry: object, origin: Origin) -> tuple[Reference, tuple[Problem, ...]]:
    """The reference that an entry and its parents describe, and what a person should know. Never raises.

    What a journal, a book or a series has in a parent goes into the fields of the one reference: `container`, `volume`, `series`, ….
    What is left of the parents is kept as `hayagriva-parent`, and what is left of the entry as `hayagriva-<name>`.
    """
    if not isinstance(entry, Mapping):
        return Reference(key=key, origin=origin), (
            Problem("unread", "no mapping of properties", origin.file, origin.line, key),
        )
    reading = _Reading(origin, key)
    return reading.reference(copied(entry)), tuple(reading.problems)


@dataclass(slots=True)
class _Reading(Taking):
    """An entry taken apart."""

    def reference(self, entry: Said) -> Reference:
        """Takes the entry apart. Of two values for one field that of the entry counts, but for volume and issue, which the parent counts."""
        own = type_of(entry)
        if not own:
            self.tell(f"Hayagriva has no type {entry.get('type')}")
        parents = self._parents(entry)
        series = [each for each in parents if is_series(own, type_of(each, own))][:1]
        others = [each for each in parents if not series and type_of(each, own) not in (*EVENTS, ORIGINAL)]
        within = [each for each in others if _TELLING & each.keys() or type_of(each, own) in _HOLDING][:1]
        place = next((type_of(each, own) for each in within), "")
        at_an_event = any(type_of(each, own) == "conference" for each in parents)
        said = place or ("conference" if at_an_event else next((type_of(each, own) for each in others), ""))
        genre = text_of(entry.get("genre"))
        has_author = any("author" in each for each in within)
        self.kind = entry_kind(
            own or "misc",
            said,
            genre=genre[0] if genre else "",
            parent_has_author=has_author,
        )
        self.in_a_work = bool(within or series)
        for parent in within:
            self.take_plain(parent, "volume", "volume")
            self.take_issue(parent)
        self._take_own(entry)
        for parent in within:
            self._take_container(parent)
        for collection in series or [each for parent in within for each in self._parents(parent)][:1]:
            self._take_series(collection)
        for parent in parents:
            self._take_event(parent, type_of(parent, own))
        self._keep_rest(entry)
        return self._typed(own, place)

    def _parents(self, entry: Said) -> list[Said]:
        parents = entry.get("parent")
        return parents if isinstance(parents, list) and all(isinstance(each, dict) for each in parents) else []

    def _take_own(self, entry: Said) -> None:
        self.take_text(entry, "title", "title", "shorttitle")
        self.take_people(entry, "author", "author")
        self.take_people(entry, "editor", "editor")
        self.take_roles(entry)
        self.take_issued(entry)
        self.take_publisher(entry)
        self.take_text(entry, "organization", organization(self.kind))
        for name, ours in FORMATTABLE.items():
            self.take_text(entry, name, ours)
        self.take_pages(entry)
        self.take_counts(entry)
        self.take_url(entry)
        self.take_serials(entry, own=True)

    def _take_container(self, parent: Said) -> None:
        self.take_text(parent, "title", "container", "container_short")
        for name in ("volume-total", "edition"):
            self.take_plain(parent, name, PLAIN[name])
        self.take_people(parent, "author", "bookauthor")
        self.take_people(parent, "editor", "editor")
        self.take_roles(parent)
        self.take_issued(parent)
        self.take_publisher(parent)
        self.take_text(parent, "organization", "organization")
        self.take_serials(parent, own=False)

    def _take_series(self, parent: Said) -> None:
        self.take_text(parent, "title", "series")
        self.take_people(parent, "editor", "serieseditor")
        if self.kind in OF_SERIES:
            self.take_plain(parent, "volume", "number")

    def _take_event(self, parent: Said, kind: str) -> None:
        if kind in EVENTS:
            self.take_text(parent, "title", "eventtitle")
            self.take_text(parent, "location", "venue")
            self.take_date(parent, "eventdate")
        elif kind == ORIGINAL:
            self.take_text(parent, "title", "origtitle")
            self.take_people(parent, "author", kept_of_csl("original-author"))
            self.take_date(parent, "origdate")
            self.take_publisher(parent, "origpublisher", "origlocation")

    def _keep_rest(self, entry: Said) -> None:
        parents = [rest for each in self._parents(entry) if (rest := rest_of(each, type_of(entry)))]
        if parents:
            self.set(PARENTS, json.dumps(parents, ensure_ascii=False), "parent", parents)
        for name, value in entry.items():
            if name not in ("type", "parent") or (name == "parent" and not self._parents(entry)):
                self.set(kept_as(name), verbatim(value), name, value)

    def _typed(self, own: str, place: str) -> Reference:
        reference = Reference(self.kind, self.key, self.fields, self.origin)
        if place == "newspaper" and self.kind == "article":
            self.set("entrysubtype", "newspaper", "type", place)
        made = written_types(self.kind, reference.get("entrysubtype"), "")
        if own and (made[0] != own or (place and made[1] != place)):
            self.set(KEPT, f"{own}/{place}" if place else own, "type", own)
        return replace(reference, fields=self.fields)
