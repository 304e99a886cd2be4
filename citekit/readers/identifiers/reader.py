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
from citekit.readers.identifiers.lines import identifiers_in, mended
from citekit.values.identifier_forms import Identifier, Kind
from citekit.values.identifiers import doi, seen

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
            written = line.text.strip() if len(line.found) == 1 else each.value
            items.append(_reference(each, Origin(file, FORMAT, line.number, count, written)))
    return Library(tuple(items), tuple(problems), file, FORMAT)


def read_line(origin: Origin) -> Reference | None:
    """The one reference that the text of `origin` makes, a line of identifiers of different kinds: they are one work's.

    `None` where anything else stands in it, or two of a kind.
    """
    found = identifiers_in(origin.text)
    if not found or len({each.kind for each in found}) < len(found):
        return None
    return Reference("misc", "", {k: v for each in found for k, v in _reference(each, origin).fields.items()}, origin)


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


# ---------------------------------------------------------------- text → lines


@dataclass(frozen=True, slots=True)
class _Line:
    """A line that says something, and the identifiers that it consists of, none where anything else is in it."""

    number: int
    text: str
    found: tuple[Identifier, ...] = ()
    is_comment: bool = False


def _lines(text: str) -> Iterator[_Line]:
    """The lines that are not blank. A DOI that was broken over two lines is one again."""
    numbers: Kind | None = "pmid" if _NAMED_PMID.search(text, 0, _HEAD) else None
    held: _Line | None = None
    is_first = True
    for number, line in enumerate(_split(text), 1):
        bare = seen(line).strip()
        if not bare.strip("\"',;"):
            continue
        header = bare.strip("\"', ;").lower().replace("_", " ")
        if bare.startswith("#"):
            said = _Line(number, line, is_comment=True)
        elif is_first and header in _HEADERS:
            said, numbers, is_first = _Line(number, line, is_comment=True), _HEADERS[header] or numbers, False
        else:
            said, is_first = _Line(number, line, identifiers_in(bare, numbers)), False
        if held and not said.is_comment and not said.found and (whole := _in_two(held, said)):
            held = whole
            continue
        if held:
            yield held
        held = said
    if held:
        yield held


def _split(text: str) -> Iterator[str]:
    """The lines one by one: of what is no list only the first are looked at, however many there are."""
    start = 0
    while (end := text.find("\n", start)) >= 0:
        yield text[start:end]
        start = end + 1
    yield text[start:]


# Where one line names a PMID, a bare number is one, too.
_NAMED_PMID = re.compile(
    r"(?:\bPMID|\bpubmed\.ncbi\.nlm\.nih\.gov|\bncbi\.nlm\.nih\.gov/pubmed)\W{0,3}\d", re.IGNORECASE
)
_HEAD = 1_000_000  # characters
_UNFINISHED = re.compile(r"10\.(?:\d{4,9}(?:/\S*[-./_:(<]|/)?)?$")


def _in_two(before: _Line, after: _Line) -> _Line | None:
    """The line that two are whose DOI was broken at the end of the first."""
    if len(before.found) > 1 or after.number != before.number + 1:
        return None
    if not _UNFINISHED.search(before.text[-300:].rstrip()):
        return None
    whole = mended(f"{before.text} {after.text}")
    return replace(before, text=f"{before.text}\n{after.text}", found=(whole,)) if whole else None
