"""`Library` → BibTeX: untouched blocks byte for byte, changed entries in the file's own manner, new ones in citekit's layout."""

from __future__ import annotations

from citekit.bibtex.strings import MONTHS
from citekit.model import Library, Reference
from citekit.writers.bibtex.entry import defined, entry
from citekit.writers.bibtex.in_place import in_place

__all__ = ["entry", "write", "write_bytes"]


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
            strings.update(defined(item, strings))
    text = "\n\n".join(written) + "\n" if written else ""
    return text.replace("\r\n", "\n") if "\r" in text else text


def write_bytes(library: Library) -> bytes:
    """The library as the bytes of a file: one that was read from BibTeX in the place where everything stood (`Library.kept`), with
    only what was changed written anew; any other as `write` has it, in UTF-8."""
    return in_place(library) if library.kept else write(library).encode("utf-8", "replace")
