"""BibTeX and biblatex files → `Library`, with every block kept as it stood.

bibtexparser says where the blocks are; this is the only importer of its splitter, which is loaded on first use. What it
gives up on (repeated fields, hyphenated types, missing commas or keys, an `@` at the start of a line of an abstract,
lost braces) is read again by `citekit.bibtex`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from citekit.bibtex.blocks import Chunk, Kind, chunks, kind_of
from citekit.bibtex.fields import meanings
from citekit.bibtex.grammar import LINE_HEADER, Parsed, Text, parse, parse_whole
from citekit.bibtex.strings import MONTHS, evaluate, names_used
from citekit.model import Block, Field, Library, Origin, Problem, Reference

__all__ = ["embedded", "looks_like", "read"]


def read(text: str, file: str) -> Library:
    """Reads BibTeX. Never raises; trouble is in the library's problems, each with its line.

    The texts of all items in order are the input, white space aside. An entry that cannot be read is a `failed` block.
    Of a repeated field the first wins, of a repeated key both entries stay; an `@string` counts from where it stands.
    Problem kinds: `syntax`, `repeated-field`, `duplicate-key`, `undefined-string`.
    """
    known, reasons = _split(text)
    reading = _Reading(file, _Lines(text), reasons)
    for chunk in chunks(text, known):
        reading.add(chunk)
    return Library(tuple(reading.items), tuple(reading.problems), file, "bibtex")


def embedded(text: str) -> list[tuple[int, int]]:
    """Character ranges of the complete BibTeX entries in any text, each beginning at the start of a line."""
    source = Text(text)
    return [
        (parsed.start, parsed.end)
        for parsed in _at_line_starts(source)
        if kind_of(parsed) == "entry" and parsed.closed and parsed.key and parsed.fields
    ]


_PERCENT_LINE = re.compile(r"^[^\S\n]*%.*$", re.MULTILINE)
_PROSE = re.compile(r"^(?:```|~~~|#{1,6} |<html|\\begin\{document\})", re.MULTILINE | re.IGNORECASE)
_MOSTLY = 0.8


def looks_like(text: str) -> bool:
    """Is this text BibTeX, rather than a page or a README that quotes some? At least four fifths of it must be blocks."""
    text = text.removeprefix("\ufeff")
    covered = 0
    rest = []
    at = blocks = 0
    for parsed in _at_line_starts(Text(text)):
        rest.append(text[at : parsed.start])
        covered += len(text[parsed.start : parsed.end].strip())
        blocks += bool(parsed.fields) or parsed.type == "preamble"
        at = parsed.end
    outside = _PERCENT_LINE.sub("", "\n".join([*rest, text[at:]])).strip()
    if not blocks or _PROSE.search(outside):
        return False
    return covered >= _MOSTLY * (covered + len(outside))


def _at_line_starts(source: Text) -> Iterator[Parsed]:
    at = 0
    while header := LINE_HEADER.search(source.text, at):
        parsed = parse(source, header.end())
        if parsed:
            yield parsed
        at = max(parsed.end if parsed else 0, header.end() + 1)


# ---------------------------------------------------------------- bibtexparser


def _split(text: str) -> tuple[list[Chunk], dict[int, str]]:
    """The blocks bibtexparser finds that read whole, and by line (from 1) why it gave others up.

    It tells lines, not places, so a block's place is looked up from its line on.
    """
    from bibtexparser import model
    from bibtexparser.splitter import Splitter, logger

    before, logger.disabled = logger.disabled, True  # its warnings are our problems
    try:
        blocks = Splitter(text).split().blocks
    except Exception:  # it raises whatever it runs into; then all of the text is searched by `chunks`
        blocks = []
    finally:
        logger.disabled = before
    kinds: dict[type, Kind] = {
        model.Entry: "entry",
        model.String: "string",
        model.Preamble: "preamble",
        model.ExplicitComment: "comment",
    }
    lines, whole = _Lines(text), Text(text)
    found: list[Chunk] = []
    reasons: dict[int, str] = {}
    for block in blocks:
        line = (block.start_line or 0) + 1
        if type(block) is model.ParsingFailedBlock:
            reasons[line] = str(getattr(block.error, "abort_reason", "")).strip()
        inner = getattr(block, "ignore_error_block", None) or block  # repeated field, repeated key
        kind, raw = kinds.get(type(inner)), inner.raw or ""
        place = text.find(raw, max(lines.start(line), found[-1].end if found else 0)) if kind else -1
        if kind and place >= 0 and (chunk := _confirmed(Chunk(kind, place, raw, base=place), whole)):
            found.append(chunk)
    return found, reasons


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


class _Lines:
    """Line numbers of places in a text, from 1."""

    def __init__(self, text: str) -> None:
        self._breaks = [found.start() for found in re.finditer("\n", text)]

    def of(self, place: int) -> int:
        return bisect_left(self._breaks, place) + 1

    def start(self, line: int) -> int:
        return self._breaks[line - 2] + 1 if 2 <= line <= len(self._breaks) + 1 else 0


# ---------------------------------------------------------------- blocks → library items


@dataclass(slots=True)
class _Reading:
    """What has been read of a file so far. `strings` are the `@string` values known at this place."""

    file: str
    lines: _Lines
    reasons: dict[int, str]
    strings: dict[str, str] = field(default_factory=lambda: dict(MONTHS))
    items: list[Reference | Block] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    keys: dict[str, int] = field(default_factory=dict)
    count: int = 0

    def add(self, chunk: Chunk) -> None:
        line = self.lines.of(chunk.start)
        if chunk.parsed:
            for fault in chunk.parsed.faults:
                self._report("syntax", fault.message, self.lines.of(chunk.base + fault.at), chunk.parsed.key)
        if chunk.kind == "entry" and chunk.parsed:
            self.items.append(self._reference(chunk, chunk.parsed, line))
            return
        if chunk.kind == "string" and chunk.parsed:
            for name, source, _ in ((f.name.lower(), f.source, f.at) for f in chunk.parsed.fields):
                self.strings[name] = evaluate(source, self.strings)
        if chunk.kind == "failed":
            reason = self.reasons.get(line) or "this block cannot be read as BibTeX"
            self._report("syntax", f"kept as it is: {reason[0].lower()}{reason[1:]}", line)
        self.items.append(Block(chunk.kind if chunk.kind != "entry" else "failed", chunk.text, line))

    def _reference(self, chunk: Chunk, entry: Parsed, line: int) -> Reference:
        self.count += 1
        if entry.key in self.keys and entry.key:
            self._report("duplicate-key", f"the key also stands in line {self.keys[entry.key]}", line, entry.key)
        self.keys.setdefault(entry.key, line)
        self._report_fields(chunk, entry)
        fields = {
            name: Field(value, self._origin(chunk.base + at.at, at.source, at.name))
            for name, (value, at) in meanings(entry, self.strings).items()
        }
        origin = Origin(self.file, "bibtex", line, self.count, chunk.text)
        return Reference(entry.type, entry.key, fields, origin)

    def _origin(self, place: int, source: str, name: str) -> Origin:
        return Origin(self.file, "bibtex", self.lines.of(place), self.count, source, name)

    def _report_fields(self, chunk: Chunk, entry: Parsed) -> None:
        seen: set[str] = set()
        for at in entry.fields:
            name = at.name.lower()
            unknown = names_used(at.source) - self.strings.keys()
            if name not in seen and not unknown:
                seen.add(name)
                continue
            line = self.lines.of(chunk.base + at.at)
            if name in seen:
                self._report("repeated-field", f"{name} is given again and not used: {at.source[:60]}", line, entry.key)
            seen.add(name)
            if unknown:
                said = f"{name} uses {', '.join(sorted(unknown))}, which no @string before it defines"
                self._report("undefined-string", said, line, entry.key)

    def _report(self, kind: str, message: str, line: int, key: str = "") -> None:
        self.problems.append(Problem(kind, message, self.file, line, key))
