"""The text of one entry cut at its fields, so that a field can be changed and every other byte stays."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from citekit.bibtex.fields import canonical_names
from citekit.bibtex.grammar import HEADER, parse_whole
from citekit.values.names import Names

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
    meaning: str | Names | None = None

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


def layout(text: str, meanings: Mapping[str, str | Names] | None = None) -> Layout | None:
    """Cuts an entry; None where it is written so that this is not safe (BibTeX itself would complain about it).

    `meanings` says what its fields mean, by citekit's names.
    """
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
    return Layout(head, _named(parsed.type, parts, meanings or {}), text[at:])


def _comma(text: str, at: int) -> str:
    found = _COMMA.match(text, at)
    return found[0] if found else ""


def _named(entry_type: str, parts: Sequence[Part], meanings: Mapping[str, str | Names]) -> dict[str, Part]:
    names = canonical_names(entry_type, (part.name for part in parts))
    fields: dict[str, Part] = {}
    for part in parts:
        name = names[part.name]
        times = 2
        while name in fields:
            name = f"{names[part.name]}#{times}"
            times += 1
        said = meanings.get(name)
        fields[name] = part if said is None else replace(part, meaning=said)
    return fields


def joined(like: Layout, head: Part, fields: Iterable[Part]) -> str:
    """The entry with these parts, closed as `like` is."""
    parts = [head, *fields]
    between = [part.before + part.text + (part.comma or like.comma) for part in parts[:-1]]
    end = like.end if like.fields or len(parts) == 1 else "\n" + like.end.lstrip()
    return "".join(between) + parts[-1].before + parts[-1].text + parts[-1].comma + end
