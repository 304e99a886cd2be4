"""One reference as a BibTeX entry. What was read from BibTeX and not changed is written byte for byte.

Unchanged means: reading the reference's own block again (`origin.text`), with the `@string` values known at this place of
the output, gives the same type, key and values. Nothing else counts, so it does not matter which steps a reference went
through, and a block whose `@string` is not in the output is written out in full. The same holds for each field of a
changed entry.
"""

from __future__ import annotations

import re

from citekit.bibtex.citable import citable
from citekit.bibtex.entry_fields import EntryFields
from citekit.bibtex.fields import meaning, meanings, notation, written_name
from citekit.bibtex.grammar import parse_whole
from citekit.bibtex.strings import MONTHS, Strings, evaluate, is_regular, names_used
from citekit.model import Block, Field, Reference, Value
from citekit.vocabulary import field_place

_NO_KEY = re.compile(r"[,{}]")
_NO_NAME = re.compile(r"""[\s=,{}()"#@%]+""")


def entry(reference: Reference, strings: Strings = MONTHS, file: str = "") -> str:
    """One entry, without a newline at its end: verbatim when unchanged, else in citekit's layout.

    `strings` are the `@string` values known where it will stand, `file` the library it is written for. A block whose
    last brace is missing is verbatim only in the file it came from: anywhere else it might swallow what follows.
    """
    origin = reference.origin
    if isinstance(reference.fields, EntryFields) and reference.fields.still(reference, strings):
        return reference.origin.text if reference.origin else ""
    if origin and origin.format == "bibtex" and (block := parse_whole(origin.text)):
        found = meanings(block, strings)
        values = {name: value for name, (value, _) in found.items()}
        same = (block.type, block.key, values) == (reference.type, reference.key, _values(reference))
        same = same and not any(is_renamed(reference, name, at.name) for name, (_, at) in found.items())
        if same and (block.closed or origin.file == file):
            return origin.text
    return laid_out(reference, strings)


def is_renamed(reference: Reference, name: str, before: str) -> bool:
    """Is a value of the reference's own block, called `before` there, to be called otherwise now?

    `citekit.exchange.biblatex` says so by the name in the field's origin."""
    home, origin = reference.origin, reference.fields[name].origin
    return (
        home is not None
        and origin is not None
        and (origin.format, origin.file, origin.number) == ("bibtex", home.file, home.number)
        and origin.name.lower() != before.lower()
    )


def _values(reference: Reference) -> dict[str, Value]:
    return {name: field.value for name, field in reference.fields.items()}


def laid_out(reference: Reference, strings: Strings) -> str:
    """The entry in citekit's layout, each value as its file had it where that still says the same here."""
    written: dict[str, str] = {}
    taken = set(reference.fields)
    for name in sorted(reference.fields, key=field_place):
        field = reference.fields[name]
        before = field.origin.name if field.origin and field.origin.format == "bibtex" else ""
        if name not in written:
            taken.discard(name)
        shown = written_name(name, reference.type, before, taken)
        taken |= {name, shown}
        written[shown] = source_of(name, field, strings)
    lines = [f"  {_NO_NAME.sub(' ', name).strip()} = {source}," for name, source in written.items()]
    came = reference.origin is not None and reference.origin.format == "bibtex"
    key = " ".join(_NO_KEY.sub("", reference.key).split()) if came else citable(reference.key, "bibtex")
    return "\n".join([f"@{_NO_NAME.sub('', reference.type) or 'misc'}{{{key},", *lines, "}"])


def source_of(name: str, field: Field, strings: Strings) -> str:
    """The value as its file had it when it still says the same here, else newly written."""
    origin = field.origin
    if (
        origin
        and origin.format == "bibtex"
        and is_regular(origin.text)
        and names_used(origin.text) <= strings.keys()
        and meaning(name, origin.text, strings) == field.value
    ):
        return origin.text
    return notation(name, field.value)


def defined(block: Block, strings: Strings) -> dict[str, str]:
    """What an `@string` block defines."""
    parsed = parse_whole(block.text) if block.kind == "string" else None
    return {each.name.lower(): evaluate(each.source, strings) for each in parsed.fields} if parsed else {}
