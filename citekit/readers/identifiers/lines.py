"""One line of a list of identifiers: bare or named, with a bullet or a number before, several with commas or spaces between."""

from __future__ import annotations

import re

from citekit.values.identifier_forms import Identifier, Kind, identifier
from citekit.values.identifiers import doi, mended_doi, seen

# What most lines are; the shorter way.
_PLAIN = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:)?(10\.\d{4,9}/[\w.-]+)", re.ASCII)
_BULLET = re.compile(r"(?:[-*•–]|\(?\d{1,4}[.)]|\[\d{1,4}\])\s+")
_COMMENT = re.compile(r"\s#.*$")
_PUNCTUATION = " \"',;."
_A_PMID = re.compile(r"[1-9]\d{4,7}")
# `PMID: 123` and `doi 10.1000/182` stay together, `cs.CL` in brackets stays with its number
_AFTER_NAME = re.compile(r"\b(PMID|PMC\s?ID|PubMed(?:\s?ID)?|DOI|arXiv|PMC)\s?([:=]?)\s+(?=[\w<])", re.IGNORECASE)
_BEFORE_CLASS = re.compile(r"\s+(?=\[[a-z-]+(?:\.[A-Z]{2})?\])")
_BETWEEN = re.compile(
    r"[\s|]+|[,;](?=\s|$|\"|10\.\d{4,9}/|doi\b|https?:|PMID|PMC\d|PMCID|arXiv:|\d{4}\.\d{4}|\d{5,8}(?:[,;]|$))"
    r"|[.,;](?=(?:PMID|PMCID|arXiv|doi)\s?:|https?:)",
    re.IGNORECASE,
)


def identifiers_in(line: str, numbers: Kind | None = None) -> tuple[Identifier, ...]:
    """The identifiers that a line consists of, in order; `()` where anything else stands in it. `numbers` says what a bare number is."""
    if (plain := _PLAIN.fullmatch(line)) and doi(plain[1]) == plain[1]:
        return (Identifier("doi", plain[1]),)
    if len(line) > _LONG and not _begins_well(line, numbers):
        return ()
    line = _COMMENT.sub("", " ".join(seen(line).split()))
    bullet = _BULLET.match(line)
    if bullet and line[bullet.end() :]:
        line = line[bullet.end() :]
    pieces = [piece for piece in _BETWEEN.split(_joined(line)) if piece.strip(_PUNCTUATION)]
    found = []
    for piece in pieces:
        one = identifier(piece, numbers if numbers != "pmid" or _A_PMID.fullmatch(piece.strip(_PUNCTUATION)) else None)
        if one is None:
            whole = mended(line)
            return (whole,) if whole else ()
        found.append(one)
    return tuple(found)


_LONG = 3000  # characters; a file without line ends is one line


def _begins_well(line: str, numbers: Kind | None) -> bool:
    head = line[:_LONG]
    return bool(identifiers_in(head[: max(map(head.rfind, " \t,;"))], numbers))


def _joined(line: str) -> str:
    return _BEFORE_CLASS.sub("", _AFTER_NAME.sub(lambda m: m[1].replace(" ", "") + (m[2] or ":"), line))


_NAME = re.compile(r"(?:(?:DOI|https?://|www\.|(?:dx\.)?doi\.org)\W{0,3})*(?=10\.)", re.IGNORECASE)


def mended(text: str) -> Identifier | None:
    """The DOI that a text is but for spaces in it: `10.1016/ j.cell.2009.01.001`."""
    squeezed = "".join(text.split()).strip(_PUNCTUATION)
    if not _NAME.match(squeezed):
        return None
    name = mended_doi(text)
    return Identifier("doi", name) if name and squeezed.endswith(name) else None
