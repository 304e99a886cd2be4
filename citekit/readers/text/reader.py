"""Text → `Library`: the page's own record first, then its references in order, then what could not be used."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from citekit.model import Library, Origin, Problem, Reference
from citekit.readers.text.assemble import assemble
from citekit.readers.text.items import Item
from citekit.readers.text.label import Span, label
from citekit.readers.text.own import OwnRecord
from citekit.readers.text.page import Page, take_apart

# Under this, a person should look at what the model read.
DOUBTFUL = 0.5


def read(text: str, file: str) -> Library:
    """Reads any text. References have numbers from 1 in the order of the page; the page's own record has number 0.

    BibTeX entries that stand among the text (a README that asks to be cited) are read as BibTeX, with their keys.
    """
    prose, entries = _bibtex_taken_out(text, file)
    page = take_apart(prose)
    cited: list[Item | Reference] = sorted([*page.items, *entries], key=_line)
    origins = [
        Origin(file, page.format, item.line, number, item.text)
        for number, item in enumerate(cited, 1)
        if isinstance(item, Item)
    ]
    read_here, problems = _assembled(origins)
    waiting = iter(read_here)
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


def _assembled(origins: Sequence[Origin]) -> tuple[list[Reference], list[Problem]]:
    labelled = label([origin.text for origin in origins])
    pairs = list(zip(origins, labelled, strict=True))
    references = [assemble(origin.text, spans, origin) for origin, spans in pairs]
    return references, [problem for origin, spans in pairs for problem in _doubts(origin, spans)]


def read_lines(text: str, file: str) -> Library:
    """Every line is one reference string and gives exactly one reference, in order; a blank line gives an empty `misc`."""
    lines = text.removesuffix("\n").split("\n")  # only \n ends a line here: a form feed inside a reference does not
    origins = [Origin(file, "lines", number, number, line.strip()) for number, line in enumerate(lines, 1)]
    references, problems = _assembled(origins)
    return Library(tuple(references), tuple(problems), file, "lines")


def _own_reference(own: OwnRecord, page: Page, file: str) -> Reference:
    numbers = sorted(own.lines)
    text = " ".join(page.lines[number - 1].strip() for number in numbers)
    origin = Origin(file, page.format, numbers[0], 0, text)
    reference = Reference(own.type, origin=origin)
    for name, value in own.fields.items():
        reference = reference.with_field(name, value, origin)
    return reference


def _doubts(origin: Origin, spans: Sequence[Span]) -> Iterator[Problem]:
    if not spans:
        yield Problem(
            "unread",
            f"kept as it is, nothing in it understood: {_short(origin.text)}",
            origin.file,
            origin.line,
        )
        return
    weakest = min(spans, key=lambda span: span.confidence)
    if weakest.confidence < DOUBTFUL:
        said = _short(origin.text[weakest.start : weakest.end])
        yield Problem("doubtful", f"not sure that this is the {weakest.label}: {said}", origin.file, origin.line)


def _short(text: str, width: int = 60) -> str:
    return text if len(text) <= width else text[: width - 1] + "…"
