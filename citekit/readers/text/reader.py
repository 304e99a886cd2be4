"""Text → `Library`: the page's own record first, then its references in order, then what could not be used."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from citekit.model import Library, Origin, Problem, Reference
from citekit.readers.text.assemble import assemble
from citekit.readers.text.label import Span, label
from citekit.readers.text.own import OwnRecord
from citekit.readers.text.page import Page, take_apart

# Under this, a person should look at what the model read.
DOUBTFUL = 0.5


def read(text: str, file: str) -> Library:
    """Reads any text. References have numbers from 1 in the order of the page; the page's own record has number 0."""
    page = take_apart(text)
    own = [_own_reference(page.own, page, file)] if page.own else []
    origins = [Origin(file, page.format, item.line, number, item.text) for number, item in enumerate(page.items, 1)]
    labelled = label([item.text for item in page.items])
    references = [assemble(origin.text, spans, origin) for origin, spans in zip(origins, labelled, strict=True)]
    problems = [p for origin, spans in zip(origins, labelled, strict=True) for p in _doubts(origin, spans)]
    return Library((*own, *references, *page.unused), tuple(problems), file, page.format)


def read_lines(text: str, file: str) -> Library:
    """Every line is one reference string and gives exactly one reference, in order; a blank line gives an empty `misc`."""
    lines = text.removesuffix("\n").split("\n")  # only \n ends a line here: a form feed inside a reference does not
    origins = [Origin(file, "lines", number, number, line.strip()) for number, line in enumerate(lines, 1)]
    labelled = label([origin.text for origin in origins])
    references = [assemble(origin.text, spans, origin) for origin, spans in zip(origins, labelled, strict=True)]
    problems = [p for origin, spans in zip(origins, labelled, strict=True) for p in _doubts(origin, spans)]
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
