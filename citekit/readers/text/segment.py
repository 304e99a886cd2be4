"""A page's lines → its reference strings.

Lists come numbered in many ways, bulleted, one a line, or one a paragraph. We look for each shape in turn and keep the
items that look like references; what is left over is handed back so that the reader can say so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from citekit.readers.text.furniture import is_furniture, without_arrows, without_furniture


@dataclass(frozen=True, slots=True)
class Item:
    """One reference string, with the 1-based numbers of its first and its last line."""

    text: str
    line: int
    last: int


@dataclass(frozen=True, slots=True)
class _Mark:
    """A list number at the head of a line, and the text behind it."""

    index: int  # into the lines
    scheme: str
    number: int
    rest: str


_HEADING = re.compile(
    r"(?:\d+\.?\s*)?(?:references?(?: and notes| list| cited)?|bibliograph(?:y|ie)|works cited|literature(?: cited)?|literatur(?:verzeichnis)?"
    r"|quellen(?:verzeichnis)?|références(?: bibliographiques)?|referencias(?: bibliográficas)?|bibliografía|referências(?: bibliográficas)?"
    r"|bibliografia|riferimenti bibliografici|sources|notes and references|endnotes|cited references)\s*:?",
    re.IGNORECASE,
)
# What follows a list on journal pages. Only as a whole line.
_AFTER = re.compile(
    r"(?:copyright information|authors? (?:and affiliations?|information)|personalised recommendations|about this (?:article|chapter)"
    r"|supplement(?:al|ary) .{0,40}|acknowledge?ments?|appendix.{0,40}|funding|©.*|publication types|mesh terms|keywords?:.*"
    r"|external links|see also|further information|rights and permissions|additional information|ethics declarations|disclaimer|bibtex:?)",
    re.IGNORECASE,
)
_NUMBER = {
    "[n]": re.compile(r"\s*[•●*-]?\s*\[(\d{1,4})\]\s*"),  # [12] Smith
    "n.": re.compile(r"\s*[•●*-]?\s*(\d{1,4})\s*[.)](?:\s+|(?=[^\d\s])|$)"),  # 12. Smith   12.Smith   12)
    "n ": re.compile(r"\s*(\d{1,3})\s+(?=[^\W\d_a-zà-ÿ])"),  # 12 Smith
}
_BULLET = re.compile(r"\s*[•●▪◦‣*–-]\s+(?=\S)")


def is_heading(line: str) -> bool:
    """Does this line announce a list of references, in one of the languages we know?"""
    return bool(_HEADING.fullmatch(line.strip()))


def segment(lines: Sequence[str], taken: frozenset[int] = frozenset()) -> list[Item]:
    """The reference strings among the lines, in order. Lines whose 1-based number is in `taken` are passed over."""
    clean = ["" if number in taken or is_furniture(line) else line for number, line in enumerate(lines, 1)]
    numbered = _numbered(clean)
    if numbered:
        return numbered
    start = next((i + 1 for i in range(len(clean) - 1, -1, -1) if is_heading(clean[i])), None)
    if start is not None:
        stop = next((i for i in range(start, len(clean)) if _AFTER.fullmatch(clean[i].strip())), len(clean))
        items = [item for item in _paragraphs(clean, start, stop) if _score(item.text) >= 2]
        if items:
            return items
    return [item for item in _paragraphs(clean, 0, len(clean)) if looks_like_reference(item.text)]


# ---------------------------------------------------------------- numbered lists


def _numbered(lines: Sequence[str]) -> list[Item]:
    """All runs 1, 2, 3 … of one numbering scheme in which most items look like references."""
    best: list[Item] = []
    for scheme in _NUMBER:
        items = [item for run in _runs(_marks(lines, scheme)) for item in _items(lines, run)]
        if len(items) > len(best):
            best = items
    return best


def _marks(lines: Sequence[str], scheme: str) -> list[_Mark]:
    marks = []
    for index, line in enumerate(lines):
        found = _NUMBER[scheme].match(line)
        if found:
            rest = line[found.end() :]
            again = _NUMBER[scheme].match(rest)
            if again and again[1] == found[1]:  # `1. 1.`: the page's number and the browser's
                rest = rest[again.end() :]
            marks.append(_Mark(index, scheme, int(found[1]), rest))
    return marks


def _runs(marks: Sequence[_Mark]) -> Iterator[list[_Mark]]:
    """Marks that count upwards by one. A page number or a year at the head of a line does not break a run."""
    run: list[_Mark] = []
    for mark in marks:
        if run and mark.number == run[-1].number + 1:
            run.append(mark)
        elif run and mark.number == run[-1].number and not run[-1].rest.strip():
            run[-1] = mark  # a doubled number, `1.` over `1. Smith`
        elif mark.number == 1 or not run:
            if run:
                yield run
            run = [mark]
    if run:
        yield run


def _items(lines: Sequence[str], run: Sequence[_Mark]) -> list[Item]:
    items = []
    for mark, following in zip(run, [*run[1:], None], strict=True):
        stop = following.index if following else _end_of_last(lines, mark.index)
        item = _joined([mark.rest, *lines[mark.index + 1 : stop]], mark.index)
        if item:
            items.append(item)
    likely = [item for item in items if _score(item.text) >= 2]
    if len(likely) * 2 < len(items) or (len(run) < 2 and run[0].number != 1):
        return []
    return likely if len(likely) * 5 < len(items) * 4 else items


def _end_of_last(lines: Sequence[str], start: int) -> int:
    """Where the last item of a list ends: at the first blank line behind its text, or a heading."""
    seen = False
    for index in range(start, len(lines)):
        text = _strip_number(lines[index]) if index == start else lines[index].strip()
        if (seen and not text) or (index > start and (_AFTER.fullmatch(text) or _HEADING.fullmatch(text))):
            return index
        seen = seen or bool(without_arrows(text))
    return len(lines)


def _strip_number(line: str) -> str:
    for pattern in _NUMBER.values():
        found = pattern.match(line)
        if found:
            return line[found.end() :].strip()
    return line.strip()


# ---------------------------------------------------------------- lists without numbers


def _paragraphs(lines: Sequence[str], start: int, stop: int) -> list[Item]:
    """Blocks between blank lines; a block whose lines are each a reference is taken apart."""
    items: list[Item] = []
    index = start
    while index < stop:
        if not lines[index].strip():
            index += 1
            continue
        end = index
        while end < stop and lines[end].strip():
            end += 1
        items.extend(_block(lines, index, end))
        index = end
    return items


def _block(lines: Sequence[str], start: int, stop: int) -> list[Item]:
    starts = [i for i in range(start, stop) if i == start or _BULLET.match(lines[i]) or _begins(lines, i)]
    return [
        item
        for a, b in zip(starts, [*starts[1:], stop], strict=True)
        if (item := _joined([_BULLET.sub("", lines[a], count=1), *lines[a + 1 : b]], a))
    ]


# Smith, J. …   Smith JA, …   J. A. Smith …   van Dijk, T. …   World Health Organization. …
_AUTHOR_START = re.compile(
    r"[\"“]?(?:(?:v[ao]n|de|der|den|la|le|di|da|ten|ter|el|al)\s+){0,2}(?:[A-ZÀ-ÞŁŚŠŽČ][\w’'‐-]+(?:\s[A-Z][\w’'-]+)?,?\s+(?:[A-Z]\.?[\s-]?){1,4}[,.\s(:;&]"
    r"|[A-ZÀ-ÞŁŚŠŽČ][\w’'‐-]+,\s+[A-Z][\w’'-]+|(?:[A-Z]\.[\s-]?){1,3}\s?(?:v[ao]n |de |der |la |le )*[A-ZÀ-Þ][\w’'‐-]+)"
)
_YEAR = re.compile(r"(?<![\d-])(?:1[5-9]\d\d|20[0-3]\d)[a-z]?(?!\d)")


def _begins(lines: Sequence[str], index: int) -> bool:
    """Does a new reference start at this line? It opens with an author, and what came before is complete."""
    line, before = lines[index].strip(), lines[index - 1].rstrip()
    if not _AUTHOR_START.match(line):
        return False
    return before.endswith((".", ")", "]", ";")) or bool(re.search(r"\d$|https?://\S+$|10\.\d{4,9}/\S+$", before))


# ---------------------------------------------------------------- does it look like a reference?

_SIGNS = (
    re.compile(r"\d\s*\(\s*\d[^)]{0,12}\)\s*[:,]|\d+\s*[:;,]\s*(?:pp?\.?\s*)?[A-Za-z]?\d+\s*[-–—]+\s*[A-Za-z]?\d+|\bpp?\.?\s*\d|\bpages?\s+\d|\d;\d+"),
    re.compile(r"\bdoi\b|10\.\d{4,9}/|https?://|\bwww\.|arXiv:|\bISBN\b|\bPMID\b", re.IGNORECASE),
    re.compile(r"\bet al\b|\b[A-Z]\.\s?[A-Z]?\.?,? (?:and|&)\s|\b(?:[Ee]ds?\.|[Ee]ditors?\b|Hrsg\.)|\bIn:?\s[A-Z]"),
    re.compile(r"\b(?:Press|Verlag|Springer|Elsevier|Wiley|Thesis|Dissertation|Proc(?:eedings)?|Journal|J\.? [A-Z]|University|Report|Conference|Retrieved|Accessed)\b", re.IGNORECASE),
)  # fmt: skip
# Words that prose is full of and references hardly have.
_PROSE = re.compile(
    r"\b(?:we|our|was|were|is|are|has|have|had|been|which|this|these|that|may|she|he|her|his|they|their|it|its|also|not|would|should"
    r"|because|therefore|however)\b"
)


def _score(text: str) -> int:
    """0 for prose, about 5 for a plain reference: an author to start with, a year, numbers as volumes and pages have."""
    if not 15 <= len(text) <= 3000:
        return 0
    score = (
        2 * bool(_AUTHOR_START.match(text)) + bool(_YEAR.search(text)) + sum(bool(sign.search(text)) for sign in _SIGNS)
    )
    prose = len(_PROSE.findall(text))
    return max(0, score - prose // (1 + len(text) // 120))


def looks_like_reference(text: str) -> bool:
    """Strict: for text that stands in no list and under no heading."""
    return _score(text) >= 4 and bool(_YEAR.search(text))


def _joined(lines: Sequence[str], index: int) -> Item | None:
    """Lines of one item → its text: furniture off, words broken at a line's end put together."""
    text, last = "", index
    for offset, line in enumerate(lines):
        part = without_arrows(line.strip())
        if not part:
            continue
        last = index + offset
        if text.endswith("-") and not text.endswith("--") and part[:1].islower():
            text = text[:-1] + part
        else:
            text = f"{text} {part}" if text and not text.endswith(("-", "/")) else text + part
    text = without_furniture(" ".join(text.split()))
    return Item(text, index + 1, last + 1) if text else None
