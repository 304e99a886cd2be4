"""The text of one entry cut at its fields, so that a field can be changed and every other byte stays."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from citekit.bibtex.fields import canonical_names
from citekit.bibtex.grammar import HEADER, parse_whole
from citekit.git.document import Piece
from citekit.git.markers import Markers, behind_marker
from citekit.model import Reference, Value

_EQUALS = re.compile(r"\s*=\s*")
_COMMA = re.compile(r"\s*,")


@dataclass(frozen=True, slots=True)
class Part:
    """One field, or the head of the entry: `before` is white space, `label` is `year = ` or `@article{`, `value` is
    `{2009}` or the key, `comma` is the comma with the white space before it, or empty. `meaning` is what a field's value
    says, None where that is nothing."""

    before: str
    label: str
    value: str
    comma: str
    meaning: Value | None = None

    def equals(self, other: Part) -> bool:
        """Are the values written alike, white space aside?"""
        return self.value.split() == other.value.split()

    def means(self, other: Part) -> bool:
        """Do they say the same: `{2009}`, `"2009"` and `2009`?"""
        return self.meaning is not None and self.meaning == other.meaning

    @property
    def text(self) -> str:
        return self.label + self.value

    @property
    def name(self) -> str:
        """The field's name, or `@article` of the head; lower case."""
        return self.label.strip("={( \t\r\n").lower()


@dataclass(frozen=True, slots=True)
class Clash:
    """A part that the sides have differently; None where a side has none."""

    ours: Part | None
    theirs: Part | None
    base: Part | None = None


@dataclass(frozen=True, slots=True)
class Layout:
    """`head`, then the fields in file order by citekit's names (the second `note` is `note#2`), then `end`."""

    head: Part
    fields: dict[str, Part]
    end: str

    @property
    def comma(self) -> str:
        """How fields are parted here: `,`, or a line break and `,` where lines begin with the comma."""
        return next((part.comma for part in (*self.fields.values(), self.head) if part.comma), ",")

    def adopted(self, part: Part) -> Part:
        """A part from elsewhere with the indentation and the comma that parts have here."""
        last = next(reversed(self.fields.values()), None)
        if last is None:
            return replace(part, before="\n  ", comma=",")
        return replace(part, before=last.before, comma=self.comma if last.comma else "")


def layout(entry: Piece) -> Layout | None:
    """Cuts an entry; None where it is written so that this is not safe (BibTeX itself would complain about it)."""
    text = entry.text
    parsed = parse_whole(text)
    header = HEADER.match(text)
    if parsed is None or header is None or not parsed.closed or parsed.faults:
        return None
    start = text.find(parsed.key, header.end())
    if text[header.end() : start].strip():
        return None
    at = start + len(parsed.key)
    head = Part("", text[:start], parsed.key, _comma(text, at))
    at += len(head.comma)
    parts = []
    for field in parsed.fields:
        equals = _EQUALS.match(text, field.at + len(field.name))
        if equals is None or not text.startswith(field.source, equals.end()):
            return None
        stop = equals.end() + len(field.source)
        part = Part(text[at : field.at], text[field.at : equals.end()], field.source, _comma(text, stop))
        parts.append(part)
        at = stop + len(part.comma)
    return Layout(head, _named(parsed.type, parts, entry.reference), text[at:])


def _comma(text: str, at: int) -> str:
    found = _COMMA.match(text, at)
    return found[0] if found else ""


def _named(entry_type: str, parts: Sequence[Part], reference: Reference | None) -> dict[str, Part]:
    names = canonical_names(entry_type, (part.name for part in parts))
    fields: dict[str, Part] = {}
    for part in parts:
        name = names[part.name]
        times = 2
        while name in fields:
            name = f"{names[part.name]}#{times}"
            times += 1
        said = reference.fields.get(name) if reference else None
        fields[name] = replace(part, meaning=said.value) if said else part
    return fields


def put_together(like: Layout, head: Part | Clash, fields: Sequence[Part | Clash], markers: Markers) -> str:
    """The entry with these parts, closed as `like` is. A clash is marked on lines of its own."""
    text = ""
    marked = False
    for number, part in enumerate((head, *fields)):
        if isinstance(part, Clash):
            text = _on_new_line(text) + _marked(part, markers)
        else:
            text += behind_marker(part.before) if marked else part.before
            text += part.text + (part.comma or (like.comma if number < len(fields) else ""))
        marked = isinstance(part, Clash)
    end = like.end if like.fields or not fields else "\n" + like.end.lstrip()
    return text + (behind_marker(end) if marked else end)


def _marked(clash: Clash, markers: Markers) -> str:
    return markers.around(*(_line(part) if part else "" for part in (clash.ours, clash.theirs, clash.base)))


def _line(part: Part) -> str:
    """The part as one line; a field that stood on the line of another is indented by two."""
    return ("" if part.label.startswith("@") else _indentation(part.before)) + part.text + ","


def _indentation(before: str) -> str:
    return before[before.rindex("\n") + 1 :] if "\n" in before else "  "


def _on_new_line(text: str) -> str:
    return text + "\n" if text and not text.endswith("\n") else text
