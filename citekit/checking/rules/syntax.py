from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.bibtex.blocks import Chunk
from citekit.checking.bibliography import Bibliography
from citekit.checking.finding import Rule, Spot

_MARK = re.compile(r"[{}]")

_NOT_CLOSED = "this entry is not closed: a brace or quote of it has no partner; what stands behind it may be lost"


def _look(bibliography: Bibliography) -> Iterator[Spot]:
    text = bibliography.text
    for chunk in bibliography.chunks:
        if chunk.kind == "failed":
            at, said = _broken(chunk)
            yield Spot(at, said)
        for fault in chunk.parsed.faults if chunk.parsed else ():
            at = chunk.base + fault.at
            if not text.startswith("%", at) and fault.message != "the entry has no key" and chunk.parsed:
                if fault.message == "the entry is not closed":
                    yield Spot(chunk.start, _NOT_CLOSED, chunk.parsed.key)
                else:
                    yield Spot(min(at, chunk.end - 1), f"BibTeX cannot read this: {fault.message}", chunk.parsed.key)
    if text.strip() and all(chunk.kind == "comment" for chunk in bibliography.chunks) and not _only_comments(text):
        yield Spot(0, "there is no BibTeX in this file")


def _broken(chunk: Chunk) -> tuple[int, str]:
    """Where a block goes wrong that cannot be read at all, and how."""
    opened: list[int] = []
    for mark in _MARK.finditer(chunk.text):
        if mark[0] == "{":
            opened.append(mark.start())
        elif opened:
            opened.pop()
    if opened:
        more = f", nor are {len(opened) - 1} more behind it" if len(opened) > 1 else ""
        return chunk.start + opened[0], f"this brace is never closed{more}; all entries behind it may be lost"
    return chunk.start, "this block cannot be read as BibTeX, and what is in it is lost"


def _only_comments(text: str) -> bool:
    return all(line.lstrip().startswith(("%", "@")) for line in text.split("\n") if line.strip())


RULE = Rule(
    "syntax", "error", "What BibTeX cannot read: braces that are never closed, missing commas, stray text.", _look
)
