"""The fields of a reference while a record of XML is read: each with its origin, and nothing lost where two elements mean one field."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from citekit.model import Field, Origin, Value
from citekit.readers.xml.element import Element
from citekit.values.names import Names, Person

_NOT_IN_A_NAME = re.compile(r"[^a-z0-9]+")


@dataclass(slots=True)
class ForeignFields:
    """What has been read of a record. `origin` is the record's, `prefix` begins the names of fields that only its format has.

    Where several elements make one value, `fields` has the first alone until they are `gathered`; so a record with a million of them
    takes no longer than a million records.
    """

    origin: Origin
    prefix: str
    fields: dict[str, Field] = field(default_factory=dict)
    _people: dict[str, list[Person]] = field(default_factory=dict)
    _others: set[str] = field(default_factory=set)
    _texts: dict[str, tuple[str, list[str]]] = field(default_factory=dict)

    def put(self, name: str, value: Value, element: Element, tag: str = "") -> None:
        """Sets one of our fields. Where there is one already, people are added to it, and another text is kept under its foreign name,
        which is the element's or `tag`."""
        before = self.fields.get(name)
        if not value:
            return
        if before is None:
            at = self.origin
            place = Origin(at.file, at.format, element.line, at.number, element.text(), element.name)
            self.fields[name] = Field(value, place)
        elif isinstance(before.value, Names) and isinstance(value, Names):
            self._people.setdefault(name, list(before.value.people)).extend(value.people)
        elif before.value != value:
            text = value if isinstance(value, str) else " and ".join(person.inverted for person in value)
            if name.startswith(self.prefix):
                self.also(name, text, element, "\n")
            else:
                self.keep(tag or element.name, text, element)
        if isinstance(value, Names) and value.others:
            self._others.add(name)

    def others(self, name: str) -> None:
        """Says that the list of these people was cut."""
        self._others.add(name)

    def also(self, name: str, value: str, element: Element, between: str = ", ") -> None:
        """Adds to the values that a field holds."""
        before = self.fields.get(name)
        if before is None:
            self.put(name, value, element)
        elif value and isinstance(before.value, str):
            self._texts.setdefault(name, (between, [before.value]))[1].append(value)

    def keep(self, tag: str, value: str, element: Element) -> None:
        """Keeps a value under the name that the format has for it."""
        self.put(self.prefix + _NOT_IN_A_NAME.sub("-", tag.lower()).strip("-"), value, element, tag)

    def gather(self) -> None:
        """Makes one value of the several of a field; the same value twice counts once, save among keywords, where a comma in one makes two."""
        for name, people in self._people.items():
            self._set(name, Names(tuple(people)))
        for name, (between, texts) in self._texts.items():
            self._set(name, between.join(texts if name == "keywords" else dict.fromkeys(texts)))
        for name in self._others:
            if (found := self.fields.get(name)) and isinstance(found.value, Names):
                self._set(name, Names(found.value.people, True))
        self._people, self._texts = {}, {}

    def _set(self, name: str, value: Value) -> None:
        if name in self.fields:
            self.fields[name] = replace(self.fields[name], value=value)

    def text(self, name: str) -> str:
        found = self.fields.get(name)
        return found.value if found and isinstance(found.value, str) else ""

    def rename(self, before: str, after: str) -> None:
        """Moves a value to a field that is not there yet."""
        if before in self.fields and after not in self.fields:
            self.fields[after] = self.fields.pop(before)
