"""An entry with some of its fields changed, every other byte as it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from citekit.bibtex.fields import notation
from citekit.bibtex.layout import Layout, Part, joined, layout
from citekit.bibtex.strings import names_used
from citekit.model import Reference, Value
from citekit.writers.bibtex.entry import is_renamed
from citekit.writers.bibtex.manner import in_manner_of
from citekit.writers.bibtex.words import cased, delimited, label_like, usual_delimiter


def changed(old: Reference, new: Reference, written: str, *, names_hold: bool = True) -> str:
    """The text of `old`, its block as it stands in the file, with the type, key and fields in which `new` differs.

    `written` is `new` in citekit's layout. `names_hold`: all `@string` names mean what they meant. A value keeps its delimiters, a new field stands behind those that it follows in citekit's
    order, indented and written as its neighbours. An entry that BibTeX would complain about is written anew.
    """
    text = old.origin.text if old.origin else ""
    here, there = layout(text, _values(old)), layout(written, _values(new))
    if here is None or there is None:
        return written
    if old.type != new.type and not _same_names(here, there):
        return in_manner_of([text], written)
    named = {name for name in old.fields.keys() | new.fields.keys() if _value(old, name) != _value(new, name)}
    if not names_hold:
        named |= {
            name for name, part in here.fields.items() if names_used(part.value) and _rewritten(part, there, name)
        }
    return joined(here, _head(here.head, there.head, old, new), _fields(here, there, named, new))


def _values(reference: Reference) -> dict[str, Value]:
    return {name: field.value for name, field in reference.fields.items()}


def _value(reference: Reference, name: str) -> Value | None:
    return reference.fields[name].value if name in reference.fields else None


def _rewritten(part: Part, there: Layout, name: str) -> bool:
    """Does a value that uses an `@string` need to be written out, since the name means nothing here any more?"""
    return name in there.fields and there.fields[name].value != part.value


def _same_names(here: Layout, there: Layout) -> bool:
    """Are the fields called the same in an entry of the other type? The container of a paper is no `journal`."""
    return all(there.fields[name].name == part.name for name, part in here.fields.items() if name in there.fields)


def _head(here: Part, there: Part, old: Reference, new: Reference) -> Part:
    head = here if old.key == new.key else replace(here, value=there.value)
    if old.type == new.type:
        return head
    word = re.search(r"@\s*([^\s{(]+)", here.label)
    assert word is not None
    return replace(head, label=here.label[: word.start(1)] + cased(new.type, word[1]) + here.label[word.end(1) :])


def _called(part: Part, name: str, entry: Layout) -> Part:
    """The part under another name."""
    return replace(part, label=label_like(replace(part, label=f"{name} = "), entry.fields))


def _value_like(before: str, written: str, name: str, new: Reference) -> str:
    """A changed value with the delimiters it had, and with its words protected as they were where citekit wrote it."""
    value = new.fields[name].value
    if before[:1] in ("{", '"') and written == notation(name, value):
        written = notation(name, value, before)
    return delimited(written, before)


def _fields(here: Layout, there: Layout, named: set[str], new: Reference) -> Iterator[Part]:
    """The fields of the entry in the order in which they stand here; a new one behind all those that it follows there."""
    gone = named - new.fields.keys()
    names = [name for name in here.fields if name.partition("#")[0] not in gone]  # the second `note` is `note#2`
    places = {name: place for place, name in enumerate(names, 1)}
    values: dict[str, str] = {}
    added: dict[int, list[Part]] = {}
    last = 0
    for name, part in there.fields.items():
        if name in places:
            last = max(last, places[name])
            if name in named:
                values[name] = _value_like(here.fields[name].value, part.value, name, new)
        elif name in named:
            value = delimited(part.value, usual_delimiter(here))
            new_part = replace(here.adopted(part), label=label_like(part, here.fields), value=value)
            added.setdefault(last, []).append(new_part)
    yield from added.get(0, ())
    for place, name in enumerate(names, 1):
        part = replace(here.fields[name], value=values[name]) if name in values else here.fields[name]
        yield (
            _called(part, there.fields[name].name, here)
            if name in new.fields and is_renamed(new, name, part.name)
            else part
        )
        yield from added.get(place, ())
