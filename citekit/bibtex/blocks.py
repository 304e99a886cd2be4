"""A text cut into BibTeX blocks and what stands between them. Nothing of the text is lost but white space.

Someone else's opinion on where blocks stand (bibtexparser's) can be given; what it leaves over is searched here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from citekit.bibtex.grammar import HEADER, LINE_HEADER, Parsed, Text, parse

Kind = Literal["entry", "string", "preamble", "comment", "failed"]


@dataclass(frozen=True, slots=True)
class Chunk:
    """One block: its verbatim text at `start`. Places inside `parsed` count from `base`."""

    kind: Kind
    start: int
    text: str
    parsed: Parsed | None = None
    base: int = 0

    @property
    def end(self) -> int:
        return self.start + len(self.text)


def kind_of(parsed: Parsed) -> Kind:
    return parsed.type if parsed.type in ("string", "preamble", "comment") else "entry"  # type: ignore[return-value]


def chunks(text: str, known: Sequence[Chunk] = ()) -> Iterator[Chunk]:
    """All blocks of a text in order. `known` are blocks already found, in order and apart from each other.

    Between them entries are looked for again. An entry found there may reach over known blocks when it reads without
    any fault: an abstract with `@article{` at the start of a line looks like two entries to bibtexparser.
    """
    source = Text(text)
    at = 0
    for block in (*known, None):
        stop = block.start if block else len(text)
        while at < stop:
            for found in _between(source, at, stop):
                yield found
                at = found.end
            at = max(at, stop)
        if block and block.start >= at:
            yield block
            at = block.end


def _between(source: Text, start: int, stop: int) -> Iterator[Chunk]:
    """The blocks of a stretch that no known block covers; the last may reach beyond it."""
    text = source.text
    search = start
    while header := HEADER.search(text, search, stop):
        parsed = parse(source, header.start())
        at_line_start = _starts_line(text, start, header.start())
        if parsed and _acceptable(parsed, stop, at_line_start):
            yield from _strip("comment", text, start, header.start())
            yield from _strip(kind_of(parsed), text, parsed.start, parsed.end, parsed)
            start = search = parsed.end
        elif at_line_start:
            yield from _strip("comment", text, start, header.start())
            following = LINE_HEADER.search(text, header.end(), stop)
            start = search = following.start() if following else stop
            yield from _alone(text, header.start(), start, header[1].lower())
        else:
            search = header.end()
    yield from _strip("comment", text, start, stop)


def _alone(text: str, start: int, stop: int, kind: str) -> Iterator[Chunk]:
    """What begins like a block but cannot be read to an end in the whole text: read once more as if all ended at `stop`."""
    piece = text[start:stop].rstrip()
    parsed = parse(Text(piece))
    if parsed and parsed.usable and parsed.fields:
        yield Chunk(kind_of(parsed), start, piece[: parsed.end].rstrip(), parsed, start)
        yield from _strip("comment", text, start + parsed.end, stop)
    else:
        yield from _strip("comment" if kind == "comment" else "failed", text, start, stop)


def _acceptable(parsed: Parsed, stop: int, at_line_start: bool) -> bool:
    """Is this a block rather than an `@` in running text (`a@example.org (home)`)?"""
    if parsed.end > stop and (parsed.faults or not parsed.closed):
        return False
    return parsed.usable and (at_line_start or bool(parsed.fields))


def _starts_line(text: str, start: int, at: int) -> bool:
    line = text.rfind("\n", start, at) + 1 or start
    return not text[line:at].strip()


def _strip(kind: Kind, text: str, start: int, stop: int, parsed: Parsed | None = None) -> Iterator[Chunk]:
    piece = text[start:stop]
    if bare := piece.strip():
        yield Chunk(kind, start + piece.index(bare[0]), bare, parsed)
