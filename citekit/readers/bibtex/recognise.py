"""Is this BibTeX, and where are the entries in a text that is something else?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.bibtex.blocks import kind_of
from citekit.bibtex.grammar import LINE_HEADER, Parsed, Text, parse


def embedded(text: str) -> list[tuple[int, int]]:
    """Character ranges of the complete BibTeX entries in any text, each beginning at the start of a line."""
    return [
        (parsed.start, parsed.end)
        for parsed in _at_line_starts(Text(text))
        if kind_of(parsed) == "entry" and parsed.closed and parsed.key and parsed.fields
    ]


_PERCENT_LINE = re.compile(r"^[^\S\n]*%.*$", re.MULTILINE)
_PROSE = re.compile(r"^(?:```|~~~|#{1,6} |<html|\\begin\{document\})", re.MULTILINE | re.IGNORECASE)
_MOSTLY = 0.8
_ENOUGH = 200_000  # characters: whoever began so goes on so


def looks_like(text: str) -> bool:
    """Is this text BibTeX, rather than a page or a README that quotes some? At least four fifths of it must be blocks."""
    text = text.removeprefix("\ufeff")
    if len(text) > _ENOUGH:
        text = text[: text.rfind("\n@", 0, _ENOUGH) + 1 or _ENOUGH]
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
