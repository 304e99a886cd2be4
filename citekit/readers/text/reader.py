"""Text → `Library`: the page's own record first, then its references in order, then what could not be used."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from citekit.acyclic import acyclic
from citekit.doubts import doubts
from citekit.model import Library, Names, Origin, Problem, Progress, Reference, unheard
from citekit.readers import identifiers
from citekit.readers.text.assemble import assemble
from citekit.readers.text.items import Item
from citekit.readers.text.label import label
from citekit.readers.text.own import OwnRecord
from citekit.readers.text.page import GENERIC, Page, take_apart
from citekit.values.name_lists import repeated

_AT_ONCE = 2_000  # reference strings labelled between two words on progress


def read(text: str, file: str, format: str = GENERIC, tell: Progress = unheard) -> Library:
    """Reads any text. References have numbers from 1 in the order of the page; the page's own record has number 0.
    `format` is what text is called that comes from no kind of site we know.

    BibTeX entries that stand among the text (a README that asks to be cited) are read as BibTeX, with their keys.
    """
    prose, entries = _bibtex_taken_out(text, file)
    page = take_apart(prose, tell)
    if page.format == GENERIC:
        page = replace(page, format=format)
    cited: list[Item | Reference] = sorted([*page.items, *entries], key=_line)
    origins = [
        Origin(file, page.format, item.line, number, item.text)
        for number, item in enumerate(cited, 1)
        if isinstance(item, Item)
    ]
    read_here, problems = read_strings(origins, tell)
    waiting = iter(_with_repeated_names(read_here))
    references = [
        next(waiting) if isinstance(item, Item) else _numbered(item, number) for number, item in enumerate(cited, 1)
    ]
    own = [_own_reference(page.own, page, file)] if page.own else []
    return Library((*own, *references, *page.unused), tuple(problems), file, page.format)


def _bibtex_taken_out(text: str, file: str) -> tuple[str, list[Reference]]:
    """The text with its BibTeX entries blanked out, and those entries. Line numbers hold in both."""
    from citekit.readers import bibtex

    prose, entries, end = "", "", 0
    for start, stop in bibtex.embedded(text):
        prose += text[end:start] + _blank(text[start:stop])
        entries += _blank(text[end:start]) + text[start:stop]
        end = stop
    return prose + text[end:], list(bibtex.read(entries, file)) if entries else []


def _blank(text: str) -> str:
    return "\n" * text.count("\n")


def _line(item: Item | Reference) -> int:
    if isinstance(item, Item):
        return item.line
    return item.origin.line if item.origin else 0


def _numbered(reference: Reference, number: int) -> Reference:
    origin = reference.origin
    return replace(reference, origin=replace(origin, number=number)) if origin else reference


def read_strings(origins: Sequence[Origin], tell: Progress = unheard) -> tuple[list[Reference], list[Problem]]:
    """Reads reference strings, each the `text` of its origin: one reference for each, in order, and the doubts about them."""
    references: list[Reference] = []
    for at in range(0, len(origins), _AT_ONCE):
        some = origins[at : at + _AT_ONCE]
        with acyclic():
            labelled = label([origin.text for origin in some])
            references += [
                assemble(origin.text, found.spans, origin, found.confidence)
                for origin, found in zip(some, labelled, strict=True)
            ]
        tell("reading references", len(references), len(origins))
    return references, [problem for reference in references for problem in doubts(reference)]


def _with_repeated_names(references: Sequence[Reference]) -> list[Reference]:
    """A dash in place of an author is the author of the reference before it, as many styles print a list by one person."""
    done: list[Reference] = []
    before = Names()
    for reference in references:
        for role in ("author", "editor"):
            names = reference.names(role)
            whole = repeated(names, before)
            if whole is not names:
                reference = reference.rewritten(role, whole)
        before = reference.names("author") or reference.names("editor")
        done.append(reference)
    return done


def read_lines(text: str, file: str, tell: Progress = unheard) -> Library:
    """Every line is one reference string, or the identifiers of one work, and gives exactly one reference, in order; a blank line
    gives an empty `misc`."""
    # Only \n ends a line here: a form feed inside a reference does not.
    lines = text.removesuffix("\n").split("\n") if text else []
    origins = [Origin(file, "lines", number, number, line.strip()) for number, line in enumerate(lines, 1)]
    named = [identifiers.read_line(origin) for origin in origins]
    read, problems = read_strings([origin for origin, one in zip(origins, named, strict=True) if one is None], tell)
    strings = iter(read)
    references = tuple(next(strings) if one is None else one for one in named)
    return Library(references, tuple(problems), file, "lines")


def _own_reference(own: OwnRecord, page: Page, file: str) -> Reference:
    numbers = sorted(own.lines)
    text = " ".join(page.lines[number - 1].strip() for number in numbers)
    origin = Origin(file, page.format, numbers[0], 0, text)
    return Reference(own.type, origin=origin).with_fields(own.fields, origin)
