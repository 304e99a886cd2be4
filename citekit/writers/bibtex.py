"""`Library` → BibTeX. What was read from BibTeX and not changed is written byte for byte.

Unchanged means: reading the reference's own block again (`origin.text`), with the `@string` values known at this place of
the output, gives the same type, key and values. Nothing else counts, so it does not matter which steps a reference went
through, and a block whose `@string` is not in the output is written out in full. The same holds for each field of a
changed entry.
"""

from __future__ import annotations

import re

from citekit.bibtex.fields import meaning, meanings, notation, written_name
from citekit.bibtex.grammar import parse_whole
from citekit.bibtex.strings import MONTHS, Strings, evaluate, is_regular, names_used
from citekit.model import Block, Field, Library, Reference, Value
from citekit.vocabulary import field_place

__all__ = ["entry", "write"]

_NO_KEY = re.compile(r"[,{}]")
_NO_NAME = re.compile(r"""[\s=,{}()"#@%]+""")


def write(library: Library) -> str:
    """The library as BibTeX, items in order, one empty line between them, ending in a newline; `""` when empty.

    Blocks are written verbatim, save `unused` ones, which are text of a page and have no place in a `.bib` file.
    """
    strings = dict(MONTHS)
    written = []
    for item in library.items:
        if isinstance(item, Reference):
            written.append(entry(item, strings, library.file))
        elif item.kind != "unused":
            written.append(item.text)
            strings.update(_defined(item, strings))
    return "\n\n".join(written) + "\n" if written else ""


def entry(reference: Reference, strings: Strings = MONTHS, file: str = "") -> str:
    """One entry, without a newline at its end: verbatim when unchanged, else in citekit's layout.

    `strings` are the `@string` values known where it will stand, `file` the library it is written for. A block whose
    last brace is missing is verbatim only in the file it came from: anywhere else it might swallow what follows.
    """
    origin = reference.origin
    if origin and origin.format == "bibtex" and (block := parse_whole(origin.text)):
        values = {name: value for name, (value, _) in meanings(block, strings).items()}
        same = (block.type, block.key, values) == (reference.type, reference.key, _values(reference))
        if same and (block.closed or origin.file == file):
            return origin.text
    return _laid_out(reference, strings)


def _values(reference: Reference) -> dict[str, Value]:
    return {name: field.value for name, field in reference.fields.items()}


def _laid_out(reference: Reference, strings: Strings) -> str:
    written: dict[str, str] = {}
    for name in sorted(reference.fields, key=field_place):
        field = reference.fields[name]
        before = field.origin.name if field.origin and field.origin.format == "bibtex" else ""
        taken = written.keys() | (reference.fields.keys() - {name})
        written[written_name(name, reference.type, before, taken)] = _source(name, field, strings)
    lines = [f"  {_NO_NAME.sub(' ', name).strip()} = {source}," for name, source in written.items()]
    key = " ".join(_NO_KEY.sub("", reference.key).split())
    return "\n".join([f"@{_NO_NAME.sub('', reference.type) or 'misc'}{{{key},", *lines, "}"])


def _source(name: str, field: Field, strings: Strings) -> str:
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


def _defined(block: Block, strings: Strings) -> dict[str, str]:
    """What an `@string` block defines."""
    parsed = parse_whole(block.text) if block.kind == "string" else None
    return {each.name.lower(): evaluate(each.source, strings) for each in parsed.fields} if parsed else {}
