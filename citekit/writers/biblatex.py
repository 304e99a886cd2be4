"""`Library` → biblatex: its entry types, its fields, its dates (manual §2)."""

from __future__ import annotations

import re

from citekit.bibtex.citable import citable
from citekit.bibtex.fields import notation
from citekit.bibtex.strings import MONTHS, Strings
from citekit.exchange.biblatex import biblatex_name, to_biblatex
from citekit.model import Field, Library, Reference
from citekit.values.key_lists import keys_in
from citekit.vocabulary import field_place
from citekit.writers.bibtex.entry import defined, source_of

__all__ = ["entry", "write"]

_POINTERS = frozenset("crossref xref xdata related entryset ids".split())  # manual §2.2.3
_NO_NAME = re.compile(r"""[\s=,{}()"#@%]+""")


def write(library: Library) -> str:
    """The library as a biblatex file in UTF-8: items in order, one empty line between them, ending in a newline; `""` when empty.

    Every entry is laid out anew in biblatex's words; a value that came from BibTeX and did not change keeps its LaTeX. Comments,
    `@string` and `@preamble` blocks are written verbatim.
    """
    strings = dict(MONTHS)
    written = []
    for item in library.items:
        if isinstance(item, Reference):
            written.append(entry(item, strings))
        elif item.kind != "unused":
            written.append(item.text)
            strings.update(defined(item, strings))
    return "\n\n".join(written) + "\n" if written else ""


def entry(reference: Reference, strings: Strings = MONTHS) -> str:
    """One entry, without a newline at its end. `strings` are the `@string` values known where it will stand."""
    reference = to_biblatex(reference)
    lines: dict[str, str] = {}
    for field in sorted(reference.fields, key=field_place):
        name = biblatex_name(field, reference.type)
        if name in lines or (name != field and name in reference.fields):
            name = field  # `address` beside `location`
        lines[_NO_NAME.sub("-", name)] = _value(field, reference.fields[field], strings)
    kind = _NO_NAME.sub("", reference.type) or "misc"
    fields = [f"  {name} = {value}," for name, value in lines.items()]
    return "\n".join([f"@{kind}{{{citable(reference.key)},", *fields, "}"])


def _value(field: str, found: Field, strings: Strings) -> str:
    if field in _POINTERS and isinstance(found.value, str):
        return notation(field, ",".join(map(citable, keys_in(found.value))))
    return source_of(field, found, strings)
