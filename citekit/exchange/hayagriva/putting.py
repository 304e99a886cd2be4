"""Our fields, to single properties of Hayagriva's entries.

A single value that Hayagriva cannot read makes it refuse the whole file, so addresses, languages and counts are checked here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from citekit.exchange.csl import dates as csl_dates
from citekit.exchange.csl.issue import issued
from citekit.exchange.csl.values import loaded
from citekit.exchange.hayagriva.parents import Said
from citekit.exchange.hayagriva.tables import ISSUES, KEPT, OF_SERIES, ROLES, SERIALS
from citekit.exchange.hayagriva.values import date, formattable, people, people_of, text_of
from citekit.model import Names, Reference
from citekit.values.name_exports import parse_exported

_COUNT = re.compile(r"\d{1,9}")
_HOST = re.compile(r"[\w.-]+(?::\d{1,5})?|\[[\da-f:.]+\](?::\d{1,5})?", re.IGNORECASE)


@dataclass(slots=True)
class Putting:
    """What has been put of one reference so far: `held` are its fields that are. Each method puts one property, if there is a field."""

    reference: Reference
    held: set[str] = field(default_factory=lambda: {KEPT, "entrysubtype", "eprinttype"})

    def put(self, entry: Said, name: str, ours: str, fits: Callable[[str], object]) -> None:
        text = self.reference.get(ours)
        if text and fits(text):
            entry[name] = text
            self.held.add(ours)

    def put_text(self, entry: Said, name: str, ours: str, short: str = "") -> None:
        text = self.reference.get(ours)
        if not text:
            return
        if ours == "title" and (subtitle := self.reference.get("subtitle")):
            text = text if subtitle in text else f"{text}: {subtitle}"
            self.held.add("subtitle")
        abbreviated = self.reference.get(short) if short else ""
        said = self._as_it_stood(ours, name, (text, abbreviated)) or formattable(text)
        entry[name] = (
            {"value": said, "short": formattable(abbreviated)} if abbreviated and isinstance(said, str) else said
        )
        self.held |= {ours, short}

    def _as_it_stood(self, ours: str, name: str, value: tuple[str, str]) -> Any:
        """The formattable string that a field was read from, with its protected words and formulas, if it still says the same."""
        origin = self.reference.fields[ours].origin
        if origin is None or origin.name != name or origin.format != "hayagriva":
            return None
        said = loaded(origin.text)
        return said if text_of(said) == value and _is_balanced(said) else None

    def put_count(self, entry: Said, name: str, ours: str) -> None:
        text = self.reference.get(ours)
        if text and (name not in ("volume-total", "page-total") or _COUNT.fullmatch(text)):
            is_number = name not in ("runtime", "time-range") and _COUNT.fullmatch(text) and str(int(text)) == text
            entry[name] = int(text) if is_number else text
            self.held.add(ours)

    def put_people(self, entry: Said, name: str, ours: str) -> None:
        found = self.reference.fields.get(ours)
        if found is not None:
            names = found.value if isinstance(found.value, Names) else parse_exported(found.value)
            said = loaded(found.origin.text) if found.origin and found.origin.format == "hayagriva" else None
            if names:
                entry[name] = said if said is not None and found.origin and _is_people(said, names) else people(names)
                self.held.add(ours)

    def put_roles(self, entry: Said) -> None:
        roles = []
        for role, ours in ROLES.items():
            made: Said = {"role": role}
            self.put_people(made, "names", ours)
            roles += [made] if "names" in made else []
        if roles:
            entry["affiliated"] = roles

    def put_issued(self, entry: Said) -> None:
        names = ("year", "month", "day", "date")
        values = [self.reference.get(name) for name in names]
        said, whole = date(issued(*values))
        if said is not None:
            entry["date"] = said
            self.held.update(names if whole else names[:3])

    def put_date(self, entry: Said, name: str, ours: str) -> None:
        if text := self.reference.get(ours):
            said, whole = date(csl_dates.item_date(text))
            if said is not None:
                entry[name] = said
                self.held |= {ours} if whole else set()

    def put_publisher(self, entry: Said, ours: str = "publisher", place: str = "address") -> None:
        parts: Said = {}
        self.put_text(parts, "name", ours)
        self.put_text(parts, "location", place)
        if "name" in parts:
            entry["publisher"] = parts if "location" in parts or not isinstance(parts["name"], str) else parts["name"]
        elif parts:
            entry["location"] = parts["location"]

    def put_pages(self, entry: Said) -> None:
        if text := self.reference.get("pages"):
            entry["page-range"] = re.sub("--+", "-", text)
            self.held.add("pages")

    def put_url(self, entry: Said) -> None:
        url = self.reference.get("url")
        if url and _is_address(url):
            entry["url"] = url
            self.held.add("url")
            visited: Said = {}
            self.put_date(visited, "date", "urldate")
            if visited:
                entry["url"] = {"value": url, **visited}

    def put_serials(self, entry: Said, stands_in: bool) -> None:
        names = [(name, ours) for name, ours in SERIALS.items() if not (stands_in and name in ("isbn", "issn"))]
        if self.reference.get("eprinttype").lower() not in ("arxiv", ""):
            names = [(name, ours) for name, ours in names if name != "arxiv"]
            self.held.discard("eprinttype")
        in_a_work = stands_in or bool(self.reference.get("series"))
        if self.reference.type not in ISSUES and not (self.reference.type in OF_SERIES and in_a_work):
            names.append(("serial", "number"))
        self.put_serial_map(entry, [*names, ("serial", "eid")])

    def put_serial_map(self, entry: Said, names: Iterable[tuple[str, str]]) -> None:
        serials: Said = {}
        for name, ours in names:
            if name not in serials:
                self.put(serials, name, ours, bool)
        if serials:
            entry["serial-number"] = serials


def _is_people(said: Any, names: Names) -> bool:
    return isinstance(said, dict | list | str) and people_of(said) == names


def _is_balanced(said: Any) -> bool:
    """Hayagriva refuses a closing brace without an opening one, and what is neither text nor a mapping of texts."""
    if isinstance(said, bool):
        return True
    if isinstance(said, dict):
        return all(_is_balanced(each) for each in said.values())
    bare = re.sub(r"\\[\\{}$]", "", said) if isinstance(said, str) else "}"
    depth = 0
    for brace in re.findall("[{}]", bare):
        depth += 1 if brace == "{" else -1
        if depth < 0:
            return False
    return depth == 0


def _is_address(text: str) -> bool:
    """Is this an address that the standard for URLs takes?"""
    try:
        parts = urlsplit(text)
        return (
            bool(parts.scheme)
            and not re.search(r"\s", text)
            and (
                bool(_HOST.fullmatch(parts.netloc.rpartition("@")[2]))
                or (
                    parts.scheme not in ("http", "https", "ftp", "ws", "wss", "file")
                    and not parts.netloc
                    and bool(parts.path)
                )
            )
        )
    except ValueError:
        return False
