"""What a reference string on a page is, where a list of them begins and ends, and how its lines come together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from citekit.readers.text.furniture import without_arrows, without_furniture
from citekit.readers.text.likeness import UPPER
from citekit.readers.text.running import Line


@dataclass(frozen=True, slots=True)
class Item:
    """One reference string, with the 1-based numbers of its first and its last line."""

    text: str
    line: int
    last: int


_HEADING = re.compile(
    r"(?:\d+\.?\s*)?(?:references?(?: and notes| list| cited)?|bibliograph(?:y|ie)|works cited|literature(?: cited)?|literatur(?:verzeichnis)?"
    r"|quellen(?:verzeichnis)?|références(?: bibliographiques)?|referencias(?: bibliográficas)?|bibliografía|referências(?: bibliográficas)?"
    r"|bibliografia|riferimenti bibliografici|sources|notes and references|endnotes|cited references)\s*:?",
    re.IGNORECASE,
)
# What follows a list on journal pages. Only as a whole line.
_AFTER = re.compile(
    r"(?:copyright information|authors? (?:and affiliations?|information)|personalised recommendations|about this (?:article|chapter)"
    r"|supplement(?:al|ary) .{0,40}|acknowledge?ments?|appendix.{0,40}|funding|©.{0,300}|publication types|mesh terms|keywords?:.{0,300}"
    r"|external links|see also|further information|rights and permissions|additional information|ethics declarations|disclaimer|bibtex:?)",
    re.IGNORECASE,
)
_CHAPTER = re.compile(
    r"(?:chapter|section|part|kapitel|teil|chapitre|partie|capítulo|parte|capitolo) (?:\d{1,3}|[ivxl]{1,6})\b.{0,80}",
    re.I,
)
# See Smith, …   Vgl. auch Müller, …: words of a footnote before the work. See W, … is an author.
_SIGNAL = re.compile(
    r"(?:(?:But )?[Ss]ee(?: also| generally| e\.g\.)?,?|Cf\.?|Compare|Vgl\.(?: auch)?|Siehe(?: auch)?|S\. auch|Voir(?: aussi)?|Véase)\s"
    rf"(?=[“\"‘„]?[{UPPER}](?:[^\W\d_A-Z]|\.|’))"
)
_LONGEST_HEADING = 400


def is_heading(line: str) -> bool:
    """Does this line announce a list of references, in one of the languages we know?"""
    return len(line) < _LONGEST_HEADING and bool(_HEADING.fullmatch(line.strip()))


def is_after(line: str) -> bool:
    """Does this line head what stands behind a list of references on a journal's page?"""
    return len(line) < _LONGEST_HEADING and bool(_AFTER.fullmatch(line.strip()))


def ends_list(line: str) -> bool:
    """No reference goes on behind a line like this."""
    return is_after(line) or is_heading(line) or (len(line) < _LONGEST_HEADING and bool(_CHAPTER.fullmatch(line)))


def without_signal(text: str) -> str:
    """A note without the word that leads to its work: `See Smith, …` → `Smith, …`."""
    signal = _SIGNAL.match(text)
    return text[signal.end() :] if signal else text


def joined(lines: Sequence[Line]) -> Item | None:
    """Lines of one item → its text: furniture off, words broken at a line's end put together. None if nothing is left."""
    parts: list[str] = []
    last = 0
    for line in lines:
        part = without_arrows(line.text.strip())
        if not part:
            continue
        last = line.number
        before = parts[-1] if parts else ""
        if before.endswith("-") and not before.endswith("--") and part[:1].islower():
            parts[-1] = before[:-1]
        elif before and not before.endswith(("-", "/")):
            parts.append(" ")
        parts.append(part)
    text = without_signal(without_furniture(" ".join("".join(parts).split())))
    return Item(text, lines[0].number, last) if text else None
