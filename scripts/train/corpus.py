"""Labelled references of the training folder: read, repaired where an annotation is plainly wrong, divided, tagged."""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from citekit.readers.text.features import Token

Spans = list[tuple[str, int, int]]


class Labelled(NamedTuple):
    id: str
    text: str
    spans: Spans


def real(data: Path) -> Iterator[Labelled]:
    """Every reference of `parse/train/*.spans.jsonl`, repaired."""
    for file in sorted((data / "parse" / "train").glob("*.spans.jsonl")):
        for line in file.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            spans = [(label, start, end) for label, start, end in row["spans"]]
            yield Labelled(row["id"], row["text"], repaired(row["text"], spans))


def is_validation(identifier: str) -> bool:
    """One reference in eight, whole source documents at a time; AnyStyle's sets name none, so runs of 15 stand in for them."""
    source, _, rest = identifier.partition(":")
    group = f"{source}:{int(rest) // 15}" if source.startswith("anystyle") else identifier.rpartition(":")[0]
    return zlib.crc32(group.encode()) % 8 == 0


# What the annotations get wrong, as they show it: `<label ` opens and `>` closes a span.
_Marked = str
_REPAIRS: tuple[tuple[str, str | Callable[[re.Match[str]], str]], ...] = (
    # Br J Surg. ⟨volume 2000⟩;87(12): ⟨pages 1697-701⟩
    (r"⟨volume ((?:19|20)\d\d)⟩(; ?)(\d+)\(([^()⟨⟩]+)\)", r"⟨date \1⟩\2⟨volume \3⟩(⟨issue \4⟩)"),
    (r"⟨volume ((?:19|20)\d\d)⟩(; ?)(\d+)(?=[:, ])", r"⟨date \1⟩\2⟨volume \3⟩"),
    (r"⟨date ([^⟨⟩]*)⟩([ ;,]+)(\d+)\(([^()⟨⟩]+)\)(: ?⟨pages)", r"⟨date \1⟩\2⟨volume \3⟩(⟨issue \4⟩)\5"),
    (r"⟨date ([^⟨⟩]*)⟩(; ?)(\d+)(: ?⟨pages)", r"⟨date \1⟩\2⟨volume \3⟩\4"),
    # ⟨date 2010 Mar⟩ ⟨volume 18⟩;29(11): ⟨pages 1611-21⟩
    (r"⟨date ([^⟨⟩]*)⟩ ⟨volume (\d\d?)⟩; ?(\d+)\(([^()⟨⟩]+)\)", r"⟨date \1 \2⟩;⟨volume \3⟩(⟨issue \4⟩)"),
    # ⟨volume 25⟩(⟨issue 1⟩ Pt 2):⟨pages 155-161⟩
    (r"⟨issue ([^⟨⟩]*)⟩( Pt\.? \d+)(?=\))", r"⟨issue \1\2⟩"),
    # PLoS ONE ⟨volume 3⟩.7 (⟨date 2008⟩)
    (r"⟨volume (\d+)⟩\.(\d+)(?= \(?⟨date)", r"⟨volume \1⟩.⟨issue \2⟩"),
    (r"⟨volume (\d+)⟩\((\d+)\)", r"⟨volume \1⟩(⟨issue \2⟩)"),
    # Nat Med, ⟨volume 8⟩(⟨issue 3⟩):295–301, ⟨date 2002⟩
    (r"(⟨(?:volume|issue) [^⟨⟩]*⟩\)? ?: ?)(\d+(?:[-–]+\d+)?)(?= ?[.,;]|$)", r"\1⟨pages \2⟩"),
    (r"(⟨issue [^⟨⟩]*⟩\),? ?)(\d+[-–]+\d+)(?= ?[.,;]|$)", r"\1⟨pages \2⟩"),
    # ⟨container Proc Natl Acad Sci⟩ ⟨location USA⟩
    (r"⟨container ([^⟨⟩]*Sci\.?)⟩(\.?,? ?)⟨location (U\. ?S\. ?A|USA)⟩", r"⟨container \1\2\3⟩"),
    # European Commission: ⟨title Regional innovation scoreboard⟩
    (r"^([^⟨⟩:]{2,90}): ⟨title", r"⟨author \1⟩: ⟨title"),
    (r"⟨url Reference Source[^⟨⟩]*⟩", ""),
    (r"⟨url ((?:https?://)?(?:dx\.|www\.)?doi\.org/)(10\.\d{4,9}/[^⟨⟩]*)⟩", r"\1⟨doi \2⟩"),
    (r"⟨doi ((?:https?://)?(?:dx\.|www\.)?doi\.org/|doi: ?)(10\.\d{4,9}/[^⟨⟩]*)⟩", r"\1⟨doi \2⟩"),
    (r"⟨editor ((?:ited|dited|anslated)(?: and \w+)? by )", r"\1⟨editor "),
    (r"⟨volume ((?:Vol|vol|v)[. -]+)(?=\d)", r"\1⟨volume "),
)  # fmt: skip
_REPAIRS_COMPILED = tuple((re.compile(pattern), meant) for pattern, meant in _REPAIRS)
_MARK = re.compile(r"⟨(\w+) |(⟩)")


def repaired(text: str, spans: Spans) -> Spans:
    if "⟨" in text or "⟩" in text:
        return spans
    marked = _marked(text, spans)
    for pattern, meant in _REPAIRS_COMPILED:
        marked = pattern.sub(meant, marked)
    found: Spans = []
    length = at = start = 0
    label = ""
    for mark in _MARK.finditer(marked):
        length += mark.start() - at
        at = mark.end()
        if mark[1]:
            label, start = mark[1], length
        else:
            found.append((label, start, length))
    return found


def _marked(text: str, spans: Spans) -> _Marked:
    out, at = "", 0
    for label, start, end in spans:
        out += f"{text[at:start]}⟨{label} {text[start:end]}⟩"
        at = end
    return out + text[at:]


_UNLABELLED = re.compile(
    r"\b(?!Reference|Source|PMID|PMC|PubMed|doi|DOI|http|Accessed|Retrieved|Available)[^\W\d_]{3,}"
)


def is_half_labelled(reference: Labelled) -> bool:
    """Open Research Europe's XML names no publisher and no place: `…: Title. Ankara: Lotus, 2009.` teaches the model to skip them."""
    if not reference.id.startswith("ore:"):
        return False
    rest = re.sub(r"⟨[^⟨⟩]*⟩|Reference Source|PMID:? ?\d*", " ⟨⟩ ", _marked(reference.text, reference.spans))
    return bool(_UNLABELLED.search(rest))


LABELS = (
    "", "author", "editor", "title", "container", "date", "volume", "issue", "pages", "publisher", "location", "doi", "url",
)  # fmt: skip
_DOI = re.compile(r"10\.\d{4,9}/.")


def labels_of(found: Sequence[Token], spans: Spans) -> list[int]:
    """For each token the place of its label in `LABELS`. A token that a span only touches belongs to it; a DOI is a DOI."""
    out = []
    rest = iter([*spans, ("", 1 << 60, 1 << 60)])
    label, start, end = next(rest)
    for word, first, last in found:
        while end <= first:
            label, start, end = next(rest)
        out.append(LABELS.index("doi" if _DOI.match(word) else label if last > start else ""))
    return out
