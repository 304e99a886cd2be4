"""What bibtexparser makes of a stretch that our grammar cannot read. The only importer of its splitter, loaded on first use.

Our grammar finds blocks with their places, not lines, and a piece at a time, so that a large file needs little memory; so bibtexparser is
asked where a block fails or is not closed: where it sees blocks in it that read whole they are taken, and else it says why.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from citekit.bibtex.blocks import Chunk, Kind, chunks
from citekit.bibtex.grammar import Text, parse, parse_whole

_PLAINLY = {"Unexpectedly reached end of file.": "a brace or a quote in it is never closed"}


@dataclass(frozen=True, slots=True)
class Opinion:
    """The blocks of a stretch, and by their starts why some cannot be read."""

    chunks: tuple[Chunk, ...]
    reasons: dict[int, str]


def second_opinion(text: str) -> Opinion:
    """The stretch read with bibtexparser's blocks for known ones. Never raises; release 1 of bibtexparser, which papis and pyzotero
    ask for, knows no blocks and is not asked."""
    try:
        from bibtexparser import model
        from bibtexparser.splitter import Splitter, logger
    except ImportError:
        return Opinion(tuple(chunks(text)), {})
    before, logger.disabled = logger.disabled, True  # its warnings are our problems
    try:
        blocks = Splitter(text).split().blocks
    except Exception:  # it raises whatever it runs into
        return Opinion(tuple(chunks(text)), {})
    finally:
        logger.disabled = before
    kinds: dict[type, Kind] = {
        model.Entry: "entry",
        model.String: "string",
        model.Preamble: "preamble",
        model.ExplicitComment: "comment",
    }
    whole = Text(text)
    found: list[Chunk] = []
    reasons: dict[int, str] = {}
    at = 0
    for block in blocks:
        inner = getattr(block, "ignore_error_block", None) or block  # repeated field, repeated key
        kind, raw = kinds.get(type(inner)), block.raw or ""
        place = text.find(raw, at) if raw else -1
        if place < 0:
            continue
        if type(block) is model.ParsingFailedBlock:
            said = str(getattr(block.error, "abort_reason", "")).strip()
            reasons[place] = _PLAINLY.get(said, said)
        elif kind and (chunk := _confirmed(Chunk(kind, place, inner.raw or "", base=place), whole)):
            found.append(chunk)
            place = max(place, chunk.end - len(raw))
        at = place + (len(raw) if kind else 0)
    return Opinion(tuple(chunks(text, found)), reasons)


def _confirmed(block: Chunk, whole: Text) -> Chunk | None:
    r"""bibtexparser's block as we read it; None when we cannot.

    It takes the brace of `\\{` for escaped and may end a block too early or too late. So where our count, which is
    BibTeX's, does not agree, the text from there on is read again, and only then its count is believed.
    """
    if block.kind not in ("entry", "string"):
        return block
    parsed = parse(Text(block.text))
    if parsed is None or not parsed.closed or parsed.end != len(block.text):
        longer = parse(whole, block.start)
        if longer and longer.closed and not longer.faults:
            return Chunk(block.kind, block.start, whole.text[longer.start : longer.end], longer)
        parsed = parse_whole(block.text)
    return replace(block, parsed=parsed) if parsed and parsed.closed else None
