"""A `Reference` as one of Zotero's items: what its type has fields for goes there, all else into Extra, so that nothing is lost."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from citekit.exchange.zotero import dates, extra, people
from citekit.exchange.zotero.fields import write_value, zotero_field
from citekit.exchange.zotero.schema import ITEM_TYPES, ItemType, Known
from citekit.exchange.zotero.types import THESES, archived_in, entry_type, item_type
from citekit.model import Names, Person, Reference
from citekit.values.identifier_forms import bare_arxiv
from citekit.vocabulary import NAME_FIELDS, field_place

_KEPT_APART = frozenset(("zotero-key", "zotero-version", "zotero-itemtype", "keywords", "note", *dates.PARTS))


def to_item(reference: Reference, known: Known = ITEM_TYPES) -> dict[str, Any]:
    """The item's JSON without key and version; a property is absent rather than empty.

    `known` are the types and fields of the server that will get it: what it does not know goes into Extra as well. A literal name is a
    creator of one field, a preprint on arXiv has the repository `arXiv` and the archive ID `arXiv:…`. Of `keywords` each one between
    commas is a tag. That a list of names goes on stands in Extra (`tex.others: author`), as Zotero knows no *et al.*
    """
    return _Writing(reference, known).item()


class _Writing:
    """One item, filled field by field. `lines` are those of Extra."""

    def __init__(self, reference: Reference, known: Known) -> None:
        self._reference = reference
        self._left = dict(reference.fields)
        self._wanted = item_type(reference)
        self._type = self._wanted if self._wanted in known else "document"
        self._kind: ItemType = known.get(self._type, ItemType({"title": "title", "extra": "extra"}, ("author",)))
        self._held: dict[str, Any] = {}
        self._lines: list[str] = []

    def item(self) -> dict[str, Any]:
        self._key_and_types()
        creators = list(self._creators())
        self._preprint()
        self._dates()
        for name in sorted(self._left, key=field_place):
            if name not in _KEPT_APART:
                self._field(name, self._reference.get(name))
        note = extra.write_extra(self._lines, self._reference.get("note"))
        return {
            "itemType": self._type,
            **({"creators": creators} if creators else {}),
            **{own: self._held[own] for own in self._kind.fields if own in self._held},
            **({"extra": note} if note else {}),
            **({"tags": tags} if (tags := _tags(self._reference.get("keywords"))) else {}),
        }

    def _key_and_types(self) -> None:
        if self._type != self._wanted:
            self._lines.append(f"Type: {self._wanted}")
        if self._reference.key and "citationKey" in self._kind.fields:
            self._held["citationKey"] = self._reference.key
        elif self._reference.key:
            self._lines.append(f"Citation Key: {self._reference.key}")
        if self._wanted == "thesis":
            self._thesis()
        if entry_type(self._wanted, self._held.get("thesisType", "")) != self._reference.type:
            self._lines.append(extra.entry_type_line(self._reference.type))

    def _thesis(self) -> None:
        """BibTeX has a school, biblatex an institution; a type of BibTeX's stands for words."""
        words = self._reference.get("type") or THESES.get(self._reference.type, "")
        if words and "thesisType" in self._kind.fields:
            self._held["thesisType"] = words
            self._left.pop("type", None)
        if "school" not in self._left and "institution" in self._left:
            self._left["school"] = self._left.pop("institution")
            self._put("school", self._reference.get("institution"))

    # ---------------------------------------------------------------- people

    def _creators(self) -> Iterator[dict[str, str]]:
        cut = []
        for name in (*NAME_FIELDS, *sorted(self._left)):
            field = self._left.get(name)
            if field is None or not (name in NAME_FIELDS or name.startswith("zotero-")):
                continue
            role = people.creator_type(self._kind, name)
            if name.startswith("zotero-") and not role:
                continue
            if isinstance(field.value, Names) and field.value.others:
                cut.append(name)
            persons = self._persons(name)
            if role:
                del self._left[name]
                yield from (people.creator(role, person) for person in persons)
            elif extra.has_role(name):
                del self._left[name]
                self._lines.extend(extra.person_lines(name, map(people.piped, persons)))
            elif not self._is_assignee(name, persons):
                del self._left[name]
                self._lines.append(extra.tex_line(name, people.in_text(persons)))
        if cut:
            self._lines.append(extra.tex_line("others", ", ".join(cut)))

    def _is_assignee(self, name: str, persons: tuple[Person, ...]) -> bool:
        """Zotero has one field of text for whom a patent is assigned to."""
        return name == "holder" and "assignee" in self._kind.fields and len(persons) == 1 and persons[0].literal

    def _persons(self, name: str) -> tuple[Person, ...]:
        """The people of a field; a list that was kept verbatim is one name of unknown parts."""
        value = self._reference.fields[name].value
        if isinstance(value, Names):
            return value.people
        return people.of_text(value).people if name.startswith("zotero-") else (Person(value, literal=True),)

    # ---------------------------------------------------------------- fields

    def _field(self, name: str, text: str) -> None:
        if name in self._left and not self._put(name, text):
            self._lines.append(extra.field_line(name, text))

    def _put(self, name: str, text: str) -> bool:
        """Writes the field of Zotero's that stands for ours; not when there is none, or it is taken."""
        own = zotero_field(self._type, self._kind, name)
        if not own or own in self._held:
            return False
        self._held[own] = write_value(name, text)
        self._left.pop(name, None)
        return True

    def _preprint(self) -> None:
        """The archive and the number there; for what is no preprint, as a line."""
        said = self._reference.get
        place, number, class_ = said("eprinttype"), said("eprint"), said("eprintclass")
        if not number and self._type == "preprint":
            number = archived_in(self._reference.container)
        is_arxiv = bool(number) and bare_arxiv(number) == number and place.lower() in ("", "arxiv")
        if self._type == "preprint" and number and "archiveID" in self._kind.fields:
            self._held["archiveID"] = f"arXiv:{number}" if is_arxiv else number
            self._held["repository"] = "arXiv" if is_arxiv else place
            self._lack("eprint", "eprinttype")
        elif is_arxiv and place and re.fullmatch(r"[\w.-]{0,20}", class_):
            self._lines.append(f"arXiv:{number}" + (f" [{class_}]" if class_ else ""))
            self._lack("eprint", "eprinttype", "eprintclass")
        self._held = {own: value for own, value in self._held.items() if value}

    def _dates(self) -> None:
        said = {part: self._reference.get(part) for part in dates.PARTS}
        text, left = dates.write_date(said)
        own = self._kind.field("date")
        if text and own:
            self._held[own] = text
        for name, value in (left if own else {part: value for part, value in said.items() if value}).items():
            self._lines.append(extra.tex_line(name, value))
        accessed = self._reference.get("urldate")
        if dates.is_day(accessed) and "accessDate" in self._kind.fields:
            self._held["accessDate"] = accessed
            self._lack("urldate")

    def _lack(self, *names: str) -> None:
        for name in names:
            self._left.pop(name, None)


def _tags(keywords: str) -> list[dict[str, str]]:
    names = dict.fromkeys(word.strip() for word in keywords.split(","))
    return [{"tag": name} for name in names if name]
