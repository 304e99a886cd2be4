"""The fields of one of Zotero's items, read into ours; see `citekit.exchange.zotero`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from citekit.exchange.zotero import dates, extra, people
from citekit.exchange.zotero.extra import Line
from citekit.exchange.zotero.fields import is_field, our_field, read_value
from citekit.exchange.zotero.types import THESES, entry_type
from citekit.model import Field, Names, Origin, Person, Value
from citekit.values.identifier_forms import bare_arxiv
from citekit.vocabulary import NAME_FIELDS

Item = Mapping[str, Any]

BOOKKEEPING = ("zotero-key", "zotero-version", "zotero-itemtype")
"""The fields that say which item a reference is."""


class Reading:
    """The fields of one item, gathered. `kind` is the item type, or the one that a line `type: …` in Extra puts in its place."""

    def __init__(self, data: Item, kind: str, file: str) -> None:
        self.fields: dict[str, Field] = {}
        self.key = text_of(data.get("citationKey"))
        self.kind = kind
        self._data = data
        self._file = file
        self._entry_type = ""
        self._others = ""
        self._read_as = kind

    def read(self) -> None:
        self._creators()
        for own, value in self._data.items():
            text = text_of(value).strip()
            if text and is_field(own):
                self._field(our_field(self._read_as, own), text, own)
        self._preprint()
        for name, value in dates.read_date(text_of(self._date())).items():
            self._set(name, value, "date", text_of(self._date()))
        if accessed := text_of(self._data.get("accessDate")):
            self._set("urldate", dates.read_accessed(accessed), "accessDate", accessed)
        self._tags()
        self._extra()

    def entry_type(self) -> str:
        """A thesis whose `thesisType` says no more than the entry type keeps no words of its own."""
        found = self._entry_type or entry_type(self.kind, _told(self.fields, "type"))
        if self.kind == "thesis" and THESES.get(found) == _told(self.fields, "type"):
            del self.fields["type"]
        return found

    def _date(self) -> Any:
        """Laws, decisions and patents have dates of their own names."""
        return next(
            (self._data[name] for name in ("date", "dateDecided", "dateEnacted", "issueDate") if self._data.get(name)),
            "",
        )

    def _field(self, name: str, text: str, own: str) -> None:
        value: Value = read_value(name, text)
        if name == "holder":
            value = Names((Person(text, literal=True),))
        self._set(name, value, own, text)

    def _set(self, name: str, value: Value, own: str, text: str = "") -> None:
        if value and name not in self.fields:
            self.fields[name] = Field(value, Origin(self._file, "zotero", text=text, name=own))

    def _creators(self) -> None:
        found: dict[str, tuple[list[Person], str]] = {}
        for creator in _records(self._data.get("creators")):
            role, person = text_of(creator.get("creatorType")), people.person(creator)
            if person and role:
                found.setdefault(people.our_names(role), ([], role))[0].append(person)
        for name, (persons, role) in found.items():
            self._set(name, Names(tuple(persons)) if people.is_names(name) else people.in_text(persons), role)

    def _preprint(self) -> None:
        """`repository` and `archiveID` of a preprint: `arXiv`, `arXiv:1706.03762`."""
        number = self.fields.get("eprint")
        if self._read_as != "preprint" or number is None:
            return
        said = str(number.value)
        bare = said[6:].strip() if said.lower().startswith("arxiv:") else said
        archive = self.fields.pop("publisher", None)
        place = str(archive.value) if archive else ""
        if bare != said or place.lower() == "arxiv":
            place = "arxiv"
        self.fields["eprint"] = Field(bare, number.origin)
        self._set("eprinttype", place, "repository")

    def _tags(self) -> None:
        tags = [text_of(tag.get("tag")).strip() for tag in _records(self._data.get("tags"))]
        self._set("keywords", ", ".join(dict.fromkeys(tag for tag in tags if tag)), "tags")

    # ---------------------------------------------------------------- Extra

    def _extra(self) -> None:
        """What the lines say, where no field says it; all else is the note."""
        found: dict[str, list[Person]] = {}
        free: list[str] = []
        before = set(self.fields)
        for line in extra.read_extra(text_of(self._data.get("extra"))):
            person = people.of_pipe(line.value) if line.names_a_person and line.name not in before else None
            if person:
                found.setdefault(line.name, []).append(person)
            elif not line.name or line.names_a_person or not self._said(line):
                free.append(line.text)
        for name, persons in found.items():
            self._set(name, Names(tuple(persons)), "extra")
        self._note("\n".join(free).strip("\n"))
        self._cut()

    def _note(self, free: str) -> None:
        """Free text, behind what a line may have said of it."""
        notes = [text for text in (_told(self.fields, "note"), free) if text]
        self.fields.pop("note", None)
        self._set("note", "\n".join(notes), "extra")

    def _said(self, line: Line) -> bool:
        """Takes over what the line says, if nothing says otherwise."""
        match line.name:
            case extra.KEY:
                taken = not self.key or self.key == line.value
                self.key = self.key or line.value
                return taken
            case extra.ITEM_TYPE:
                self.kind = line.value
                return True
            case extra.ENTRY_TYPE:
                self._entry_type = line.value.lower()
                return True
            case extra.OTHERS:
                self._others = line.value
                return True
            case extra.ARXIV:
                return self._arxiv(line)
            case "date" if not line.text.lower().startswith("tex."):
                return not any(part in self.fields for part in dates.PARTS) and self._issued(line)
        if line.name in self.fields or line.name in BOOKKEEPING:
            return False
        names = line.name in NAME_FIELDS
        self._set(
            line.name, people.of_text(line.value) if names else read_value(line.name, line.value), "extra", line.text
        )
        return True

    def _issued(self, line: Line) -> bool:
        for name, value in dates.read_date(line.value).items():
            self._set(name, value, "extra", line.text)
        return True

    def _arxiv(self, line: Line) -> bool:
        number, class_ = extra.arxiv_of(line.value)
        if not number or bare_arxiv(number) != number or _told(self.fields, "eprint") not in ("", number):
            return False
        self._set("eprint", number, "extra", line.text)
        self._set("eprinttype", "arxiv", "extra", line.text)
        self._set("eprintclass", class_, "extra", line.text)
        return True

    def _cut(self) -> None:
        """The lists of names that go on (*and others*)."""
        for name in self._others.replace(",", " ").split():
            field = self.fields.get(name)
            if field and isinstance(field.value, Names):
                self.fields[name] = Field(Names(field.value.people, others=True), field.origin)


def _told(fields: Mapping[str, Field], name: str) -> str:
    field = fields.get(name)
    return field.value if field and isinstance(field.value, str) else ""


def text_of(value: object) -> str:
    """Text or a number; anything else says nothing."""
    if isinstance(value, str):
        return value
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else ""


def _records(value: object) -> Iterator[Mapping[str, Any]]:
    return (each for each in value if isinstance(each, Mapping)) if isinstance(value, list) else iter(())
