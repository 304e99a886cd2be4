"""Single properties of Hayagriva's entries, to our fields. What is taken is deleted from the entry; what is left is kept by others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from citekit.exchange.csl.issue import issue_fields
from citekit.exchange.csl.values import verbatim
from citekit.exchange.hayagriva.parents import Said
from citekit.exchange.hayagriva.tables import ISSUES, OF_SERIES, PLAIN, ROLES, SERIALS
from citekit.exchange.hayagriva.values import date_of, people_of, text_of
from citekit.model import Field, Origin, Problem, Value
from citekit.values import pages
from citekit.values.blanks import one_line


@dataclass(slots=True)
class Taking:
    """What has been taken of one entry so far. Each method takes one property, if it is there and its field is still free."""

    origin: Origin
    key: str
    fields: dict[str, Field] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    kind: str = "misc"
    in_a_work: bool = False

    def take_text(self, entry: Said, name: str, ours: str, short: str = "") -> None:
        said = entry.get(name)
        found = text_of(said)
        taken = found is not None and self.set(ours, found[0], name, said)
        if found and taken and (not found[1] or self.set(short, found[1], name, said)):
            del entry[name]

    def take_plain(self, entry: Said, name: str, ours: str) -> None:
        said = entry.get(name)
        if isinstance(said, str | int) and self.set(ours, " ".join(str(said).split()), name, said):
            del entry[name]

    def take_people(self, entry: Said, name: str, ours: str) -> None:
        said = entry.get(name)
        people = people_of(said) if said is not None else None
        if people and self.set(ours, people, name, said):
            del entry[name]
            if any(
                isinstance(each, Mapping) and each.get("alias") for each in (said if isinstance(said, list) else [said])
            ):
                self.tell(f"the alias in {name} is not kept")

    def take_roles(self, entry: Said) -> None:
        said = entry.get("affiliated")
        left = []
        for each in said if isinstance(said, list) else [said] if said is not None else []:
            group: Mapping[Any, Any] = each if isinstance(each, Mapping) else {}
            role = str(group.get("role", "")).strip().lower()
            people = people_of(group.get("names")) if role in ROLES else None
            if not people or not self.set(ROLES[role], people, f"affiliated {role}", group["names"]):
                left.append(each)
        entry.pop("affiliated", None)
        if left:
            entry["affiliated"] = left

    def take_counts(self, entry: Said) -> None:
        for name, ours in PLAIN.items():
            self.take_plain(entry, name, ours)
        self.take_issue(entry)

    def take_issue(self, entry: Said) -> None:
        self.take_plain(entry, "issue", "number" if self.kind in ISSUES or self.kind in OF_SERIES else "issue")

    def take_pages(self, entry: Said) -> None:
        said = entry.get("page-range")
        if isinstance(said, str | int):
            self.set("pages", pages.expand_all(one_line(str(said))), "page-range", said)
            del entry["page-range"]

    def take_issued(self, entry: Said) -> None:
        said = entry.get("date")
        text = date_of(said) if said is not None else None
        if text and "year" not in self.fields:
            for name, value in issue_fields(text).items():
                self.set(name, value, "date", said)
            del entry["date"]

    def take_date(self, entry: Said, ours: str) -> None:
        said = entry.get("date")
        text = date_of(said) if said is not None else None
        if text and self.set(ours, text, "date", said):
            del entry["date"]

    def take_publisher(self, entry: Said, ours: str = "publisher", place: str = "address") -> None:
        said = entry.get("publisher")
        if isinstance(said, Mapping) and not {"value", "short"} & said.keys():
            parts: Said = dict(said)
            self.take_text(parts, "name", ours)
            self.take_text(parts, "location", place)
            entry["publisher"] = parts
            if not parts:
                del entry["publisher"]
        else:
            self.take_text(entry, "publisher", ours)
        self.take_text(entry, "location", place)

    def take_url(self, entry: Said) -> None:
        said = entry.get("url")
        parts: Said = dict(said) if isinstance(said, Mapping) else {"value": said}
        if isinstance(parts.get("value"), str) and self.set("url", parts["value"].strip(), "url", said):
            visited = date_of(parts["date"]) if "date" in parts else None
            if visited:
                self.set("urldate", visited, "url", said)
            del entry["url"]

    def take_serials(self, entry: Said, *, own: bool) -> None:
        name = "serial-number" if "serial-number" in entry else "serial"
        said = entry.get(name)
        if not isinstance(said, Mapping | str | int):
            return
        left = {}
        for kind, value in (dict(said) if isinstance(said, Mapping) else {"serial": said}).items():
            ours = SERIALS.get(str(kind).lower(), "") if own or kind in ("isbn", "issn") else ""
            if own and kind == "serial":
                ours = "eid" if self.kind in ISSUES else "" if self.kind in OF_SERIES and self.in_a_work else "number"
            if (
                not ours
                or not isinstance(value, str | int)
                or not self.set(ours, str(value).strip(), f"{name} {kind}", value)
            ):
                left[kind] = value
            elif ours == "eprint":
                self.set("eprinttype", "arxiv", f"{name} {kind}", value)
        entry.pop(name)
        if left:
            entry["serial-number"] = left

    def set(self, ours: str, value: Value, name: str, said: Any) -> bool:
        """Sets a field that is not there yet."""
        if not value or not ours or ours in self.fields:
            return False
        of = self.origin
        self.fields[ours] = Field(value, Origin(of.file, of.format, of.line, of.number, verbatim(said), name))
        return True

    def tell(self, what: str) -> None:
        self.problems.append(Problem("unread", what, self.origin.file, self.origin.line, self.key))
