"""One library in another format: nothing merged, nothing put in another order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain

from citekit.exchange.biblatex import to_bibtex
from citekit.formats import Writer, Written
from citekit.inheritance import resolved
from citekit.keys import assign_keys
from citekit.model import Block, Library, Reference
from citekit.normalise import normalise
from citekit.writers import named

_MIXED = "several"  # the format of libraries of several formats together


def convert(library: Library, form: str) -> Written:
    """The library in a format of `citekit plugins writers`, and what that format cannot hold. Raises `InputError` for an unknown one.

    From BibTeX to `bibtex` every byte stays that need not change: biblatex's types and fields become BibTeX's. Elsewhere
    references inherit what they take from others by `crossref` and `xdata`, and those without a citation key get one.
    """
    writer = named(form)
    if form == "bibtex" and library.kept:
        return in_format(library.with_references(map(to_bibtex, library)), writer)
    return in_format(library, writer)


def in_format(library: Library, writer: Writer) -> Written:
    """As `convert`, with BibTeX left in the words that it has."""
    if library.format == "bibtex" and writer.name == "bibtex":
        return writer.write(library)
    prepared = _of_bibtex(library) if writer.name in ("bibtex", "biblatex") else _whole(library)
    written = writer.write(replace(prepared.with_references(_keyed(prepared.references)), kept=None))
    before = {id(problem) for problem in library.problems}
    new = (problem for problem in prepared.problems if id(problem) not in before)
    return Written(written.data, (*new, *written.problems))


def _of_bibtex(library: Library) -> Library:
    """Without blocks of other formats (a record of RIS that could not be read), which are nothing in a `.bib` file, and with initials
    apart, which BibTeX's styles would take for one name."""
    library = library.with_references(map(normalise, library))
    return library if library.format in ("bibtex", _MIXED) else replace(library, items=library.references)


def _whole(library: Library) -> Library:
    """All references with what they inherit; what holds nothing but fields for others (`@xdata`) has done its work then."""
    found = resolved(library)
    rest = [item for item in found.items if isinstance(item, Block) or item.type != "xdata"]
    whole = [item if isinstance(item, Block) else item.without("crossref", "xdata") for item in rest]
    return replace(found, items=tuple(whole))


def _keyed(references: Sequence[Reference]) -> Sequence[Reference]:
    """All with a key: those that came with one keep it, even where two have the same, which the reader has said."""
    if all(reference.key for reference in references):
        return references
    keyed, _ = assign_keys(references)
    return [before if before.key else after for before, after in zip(references, keyed, strict=True)]


def together(libraries: Sequence[Library]) -> Library:
    """Several libraries one after the other, as they are; of blocks only those of BibTeX where formats are mixed."""
    if len(libraries) == 1:
        return libraries[0]
    items = tuple(chain.from_iterable(_of_bibtex(library).items for library in libraries))
    problems = tuple(chain.from_iterable(library.problems for library in libraries))
    names = ", ".join(library.file for library in libraries)
    form = "bibtex" if all(library.format == "bibtex" for library in libraries) else _MIXED
    return Library(items, problems, names, form)
