"""A `.bib` file whose entries gained fields, with every other byte as it stood: blanks, comments, line ends, encoding."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace

from citekit.git.document import Document, Piece, UnmergeableError, document
from citekit.git.form import Form, form_of
from citekit.git.layout import Layout, Part, layout, put_together
from citekit.git.markers import Markers
from citekit.model import Reference, Value

Write = Callable[[Reference], str]
"""An entry as BibTeX, in a layout of its own."""


def in_place(data: bytes, before: Sequence[Reference], after: Sequence[Reference], write: Write) -> bytes | None:
    """The file's bytes with the fields changed in which `after[i]` differs from `before[i]`, the references read from it.

    Of a changed entry the other fields stay as they stand; one of another type, or written so that BibTeX would complain, is
    written anew. A file whose encoding lacks a letter becomes UTF-8. `None`: it cannot be taken apart.
    """
    try:
        form = form_of(data)
        found = document(form.read(data), "the file")
    except UnmergeableError:
        return None
    entries = [piece for piece in found.pieces if piece.reference]
    if [piece.reference.key for piece in entries if piece.reference] != [reference.key for reference in before]:
        return None
    changed = zip(entries, before, after, strict=True)
    texts = iter([_text(piece, old, new, write) for piece, old, new in changed])
    pieces = tuple(replace(piece, text=next(texts)) if piece.reference else piece for piece in found.pieces)
    return _bytes(Document(pieces, found.end).text, form)


def _bytes(text: str, form: Form) -> bytes:
    try:
        return form.write(text)
    except UnmergeableError:
        return Form(line_end=form.line_end).write(text)


def _text(piece: Piece, old: Reference, new: Reference, write: Write) -> str:
    named = {name for name in old.fields.keys() | new.fields.keys() if _value(old, name) != _value(new, name)}
    if not named and (old.type, old.key) == (new.type, new.key):
        return piece.text
    written = write(new)
    here, there = layout(piece), layout(Piece("entry", "", written, "", new))
    if here is None or there is None or old.type != new.type:
        return written
    head = replace(here.head, value=there.head.value) if old.key != new.key else here.head
    return put_together(here, head, _fields(here, there, named, new), Markers())


def _value(reference: Reference, name: str) -> Value | None:
    return reference.fields[name].value if name in reference.fields else None


def _fields(here: Layout, there: Layout, named: set[str], new: Reference) -> list[Part]:
    """The fields of the entry in the order in which they stand here; a new one behind all those that it follows there."""
    fields = [(name, part) for name, part in here.fields.items() if name not in named or name in new.fields]
    earlier: set[str] = set()
    for name, part in there.fields.items():
        at = next((n for n, (each, _) in enumerate(fields) if each == name), None)
        if at is None and name in named:
            after = max((n for n, (each, _) in enumerate(fields, 1) if each in earlier), default=0)
            fields.insert(after, (name, replace(here.adopted(part), label=_label(part, here))))
        elif at is not None and name in named:
            fields[at] = (name, replace(fields[at][1], value=part.value))
        earlier.add(name)
    return [part for _, part in fields]


_LABEL = re.compile(r"(\S+?)(\s*)(=\s*)")


def _label(part: Part, like: Layout) -> str:
    """`doi = ` as labels are written here: `doi=`, or in the column in which most have their `=`."""
    labels = [found for each in like.fields.values() if (found := _LABEL.fullmatch(each.label))]
    if not labels:
        return part.label
    column, blank, equals = (Counter(each).most_common(1)[0][0] for each in zip(*map(_ways, labels), strict=True))
    aligned = [found for found in labels if found.start(3) == column]
    if len({found[1] for found in aligned}) * 2 > len(labels) and len({len(found[1]) for found in aligned}) > 1:
        return f"{part.name:{column}}{equals}"
    return f"{part.name}{blank}{equals}"


def _ways(label: re.Match[str]) -> tuple[int, str, str]:
    """The column of the `=`, the blanks before it, and itself with those behind it."""
    return label.start(3), label[2], label[3]
