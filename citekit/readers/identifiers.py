"""A list of identifiers → `Library`: DOIs, PMIDs, PMCIDs and arXiv numbers, one or more a line.

    # for the review
    10.1000/182
    https://doi.org/10.1056/NEJMoa0807865, PMID: 19494219
    PMC3341616
    arXiv:1706.03762v5 [cs.CL]

Lines that begin with `#` are comments. A first line `pmid` (the header of a CSV with one column) makes numbers PMIDs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from citekit.model import Block, Field, Library, Origin, Problem, Reference, Value
from citekit.values.identifier_forms import Identifier, Kind, identifier
from citekit.values.identifiers import doi, mended_doi, seen

FORMAT = "identifiers"

_FIELDS = {"doi": "doi", "pmid": "pmid", "pmcid": "pmcid", "arxiv": "eprint"}
_HEADERS: dict[str, Kind | None] = {
    "doi": None, "dois": None, "pmid": "pmid", "pmids": "pmid", "pubmed": "pmid", "pubmed id": "pmid", "pubmed ids": "pmid",
    "pmcid": "pmcid", "pmcids": "pmcid", "pmc": "pmcid", "pmc id": "pmcid", "pmc ids": "pmcid", "arxiv": None, "arxiv id": None,
    "arxiv ids": None, "eprint": None, "id": None, "ids": None, "identifier": None, "identifiers": None, "doi/pmid": None,
}  # fmt: skip


def looks_like(text: str) -> bool:
    """Is nearly every line that says something nothing but identifiers?

    Of ten lines one may be something else, and of three one may be a single word that was meant to be one.
    """
    if _JSON.match(text):
        return False
    good = words = others = 0
    for line in _lines(text):
        if line.is_comment:
            continue
        if line.found:
            good += len(line.found)
        elif " " in line.text.strip():
            others += 1
        else:
            words += 1
        if others + words > _PATIENCE and not _is_list(good, words, others):
            return False
    return _is_list(good, words, others)


_JSON = re.compile(r"\s*\[\s*[\"\[{]")
_PATIENCE = 20


def _is_list(good: int, words: int, others: int) -> bool:
    return good > 0 and others * 10 <= good and words * 2 <= good


def read(text: str, file: str) -> Library:
    """A reference of type `misc` for each identifier, in order, as often as it is there. Never raises.

    A line that is not understood becomes a `failed` block and a problem; comments and the header are `comment` blocks.
    """
    items: list[Reference | Block] = []
    problems: list[Problem] = []
    count = 0
    for line in _lines(text):
        if line.is_comment:
            items.append(Block("comment", line.text, line.number))
        elif not line.found:
            items.append(Block("failed", line.text, line.number))
            problems.append(Problem("syntax", f"left out: {_reason(line.text)}", file, line.number))
        for each in line.found:
            count += 1
            items.append(_reference(each, Origin(file, FORMAT, line.number, count, line.text.strip())))
    return Library(tuple(items), tuple(problems), file, FORMAT)


def _reference(found: Identifier, origin: Origin) -> Reference:
    said: dict[str, Value] = {_FIELDS[found.kind]: found.value}
    if found.kind == "arxiv":
        said |= {"eprinttype": "arxiv"} | ({"eprintclass": found.class_} if found.class_ else {})
    fields = {name: Field(value, replace(origin, text=found.value, name=name)) for name, value in said.items()}
    return Reference("misc", "", fields, origin)


def _reason(text: str) -> str:
    shown = " ".join(text.split())
    shown = shown if len(shown) <= 60 else f"{shown[:57]}…"
    if shown.strip("\"',;").isdigit():
        return f"{shown} may be a PMID; write PMID: before it, or pmid as the first line"
    if re.match(r"\W*(?:doi\W{0,3})?10\.", shown, re.IGNORECASE) and not doi(text):
        return f"{shown} is no whole DOI (10., digits, a slash, and more)"
    return f"{shown} is no DOI, PMID, PMCID or arXiv number"


# ---------------------------------------------------------------- lines → identifiers


@dataclass(frozen=True, slots=True)
class _Line:
    """A line that says something, and the identifiers that it consists of, none where anything else is in it."""

    number: int
    text: str
    found: tuple[Identifier, ...] = ()
    is_comment: bool = False


def _lines(text: str) -> Iterator[_Line]:
    """The lines that are not blank. A DOI that was broken over two lines is one again."""
    numbers = _numbers(text)
    held: _Line | None = None
    is_first = True
    for number, line in enumerate(text.split("\n"), 1):
        bare = seen(line).strip()
        if not bare.strip("\"',;"):
            continue
        said = _line(number, line, bare, numbers, is_first)
        is_first &= bare.startswith("#")
        if held and not said.is_comment and not said.found and (whole := _in_two(held, said)):
            held = whole
            continue
        if held:
            yield held
        held = said
    if held:
        yield held


def _line(number: int, line: str, bare: str, numbers: Kind | None, is_first: bool) -> _Line:
    if bare.startswith("#") or (is_first and _header(bare) in _HEADERS):
        return _Line(number, line, is_comment=True)
    return _Line(number, line, identifiers_in(bare, numbers))


def _header(bare: str) -> str:
    return bare.strip("\"', ;").lower().replace("_", " ")


_NAMED_PMID = re.compile(
    r"^\W{0,5}(?:PMID|https?://pubmed\.ncbi|https?://www\.ncbi\.nlm\.nih\.gov/pubmed/)\W{0,3}\d", re.I | re.M
)
_A_PMID = re.compile(r"\d{5,8}")


def _numbers(text: str) -> Kind | None:
    """What a bare number is: what the header says, else a PMID where another line names one."""
    first = next(
        (line.strip() for line in seen(text[:2000]).split("\n") if line.strip() and not line.lstrip().startswith("#")),
        "",
    )
    if kind := _HEADERS.get(_header(first)):
        return kind
    return "pmid" if _NAMED_PMID.search(text) else None


# ---------------------------------------------------------------- one line

_BULLET = re.compile(r"(?:[-*•–]|\(?\d{1,4}[.)]|\[\d{1,4}\])\s+")
_COMMENT = re.compile(r"\s#.*$")
_PUNCTUATION = " \"',;."
_A_PMID = re.compile(r"\d{5,8}")
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
    line = _COMMENT.sub("", " ".join(seen(line).split()))
    bullet = _BULLET.match(line)
    if bullet and line[bullet.end() :]:
        line = line[bullet.end() :]
    pieces = [piece for piece in _BETWEEN.split(_joined(line)) if piece.strip(_PUNCTUATION)]
    found = []
    for piece in pieces:
        one = identifier(piece, numbers if numbers != "pmid" or _A_PMID.fullmatch(piece.strip(_PUNCTUATION)) else None)
        if one is None:
            whole = _mended(line)
            return (whole,) if whole else ()
        found.append(one)
    return tuple(found)


def _joined(line: str) -> str:
    return _BEFORE_CLASS.sub("", _AFTER_NAME.sub(lambda m: m[1].replace(" ", "") + (m[2] or ":"), line))


_NAME = re.compile(r"(?:(?:DOI|https?://|www\.|(?:dx\.)?doi\.org)\W{0,3})*(?=10\.)", re.IGNORECASE)


def _mended(text: str) -> Identifier | None:
    """The DOI that a text is but for spaces in it: `10.1016/ j.cell.2009.01.001`."""
    squeezed = "".join(text.split()).strip(_PUNCTUATION)
    if not _NAME.match(squeezed):
        return None
    name = mended_doi(text)
    return Identifier("doi", name) if name and squeezed.endswith(name) else None


_UNFINISHED = re.compile(r"10\.(?:\d{4,9}(?:/\S*[-./_:(<]|/)?)?$")


def _in_two(before: _Line, after: _Line) -> _Line | None:
    """The line that two are whose DOI was broken at the end of the first."""
    if (
        len(before.found) > 1
        or after.number != before.number + 1
        or not _UNFINISHED.search(before.text[-300:].rstrip())
    ):
        return None
    whole = _mended(f"{before.text} {after.text}")
    return replace(before, text=f"{before.text}\n{after.text}", found=(whole,)) if whole else None
