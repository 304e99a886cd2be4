"""What a reference string on a page is, where a list of them begins and ends, and how its lines come together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from citekit.readers.text.furniture import without_arrows, without_furniture
from citekit.readers.text.hyphens import held, is_broken
from citekit.readers.text.likeness import UPPER
from citekit.readers.text.running import Line


@dataclass(frozen=True, slots=True)
class Item:
    """One reference string and the places it was read from: 1-based numbers of lines, each with the part of the line."""

    text: str
    places: tuple[tuple[int, int], ...]

    @property
    def line(self) -> int:
        """The number of its first line."""
        return self.places[0][0]

    @property
    def lines(self) -> frozenset[int]:
        """The numbers of all lines that its words stand on. A page's running head in the midst of them is not among these."""
        return frozenset(number for number, _ in self.places)


_HEADING = re.compile(
    r"(?:#{1,4} ?)?(?:(?:\d{1,2}|[ivxlc]{1,6}|[a-h])[.)]?\s*)?(?:(?:article |selected |general |cited |complete |list of )?references?(?: and notes| list| cited"
    r"| \(\d{1,4}\)| and further reading)?|r ?e ?f ?e ?r ?e ?n ?c ?e ?s|(?:selected |general )?bibliograph(?:y|ie)|works cited"
    r"|(?:cited )?literature(?: cited| references)?|literatur(?:verzeichnis|angaben|liste)?|quellen(?:verzeichnis)?|schrifttum"
    r"|références(?: bibliographiques| citées)?|referencias(?: bibliográficas| citadas)?|bibliografía|referências(?: bibliográficas)?"
    r"|bibliografia|riferimenti bibliografici|sources|notes(?: and references)?|endnotes|footnotes|cited works|further reading|citations"
    r"|литература|список (?:использованной )?литературы|библиография|literatuur(?:lijst)?|referenties|referens(?:er|lista)|litteratur(?:liste)?"
    r"|kaynaklar|kaynakça|piśmiennictwo|bibliogra(?:fie|fi)|seznam literatury|irodalom(?:jegyzék)?|lähteet|kirjallisuus|βιβλιογραφία"
    r"|参考文献|文献|참고문헌)\s*:?\s*",
    re.IGNORECASE,
)
# What follows a list on journal pages. Only as a whole line.
_AFTER = re.compile(
    r"(?:copyright information|authors? (?:and affiliations?|information|contributions?)|personali[sz]ed recommendations|supplement(?:al|ary) .{0,40}"
    r"|about (?:this (?:article|chapter|paper)|us|the (?:authors?|journal))|acknowledge?ments?\b.{0,300}|appendix.{0,80}|funding|©.{0,300}"
    r"|publication types|mesh terms|keywords?(?::.{0,300})?|external links|see also|further information|rights and permissions"
    r"|additional information|ethics declarations|disclaimer|bibtex:?|copyright (?:©|\(c\)|\d{4}).{0,300}|all rights reserved.{0,100}"
    r"|(?:received|accepted|submitted|published(?: online)?|revised|first published|issue date|version of record):? (?:on )?(?:\d{1,2} [a-z]{3,9}|[a-z]{3,9} \d{1,2}).{0,200}"
    r"|(?:related|recommended|similar|citing|more|most (?:read|cited)) (?:articles?|content|papers?|documents?)\b.{0,40}|cited by(?: \(?\d{1,6}\)?)?"
    r"|(?:people also read|you may also|article metrics|metrics|cookies?|we use cookies|this (?:web)?site uses cookies|privacy|terms (?:of|and)) ?.{0,300}"
    r"|(?:share|cite|download) (?:this )?(?:article|chapter|paper|citation)s?.{0,40}|citation(?: information)?|corresponding author.{0,100}"
    r"|correspond(?:ence|ing author)(?: to| address)?:? .{0,200}|(?:e-?)?issn:? ?\d{4}-\d{3}[\dx].{0,60}|follow us.{0,60}|home(?: ?[|·•>] ?[a-z ]{2,30}){1,12}"
    r"|(?:conflicts? of interests?|competing interests?|data availability|author contributions?|financial support).{0,300}"
    r"|(?:footnotes|notes on contributors?|figures?(?: and tables)?|tables|view (?:full|all) .{0,30}|back to top|top of (?:page|form)|show (?:more|less|all).{0,20}))",
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
_SHORTEST_HEADING, _LONGEST_HEADING = 2, 400


def is_heading(line: str) -> bool:
    """Does this line announce a list of references, in one of the languages we know?"""
    return _SHORTEST_HEADING <= len(line) < _LONGEST_HEADING and bool(_HEADING.fullmatch(line.strip()))


def is_after(line: str) -> bool:
    """Does this line head what stands behind a list of references on a journal's page?"""
    return _SHORTEST_HEADING <= len(line) < _LONGEST_HEADING and bool(_AFTER.fullmatch(line.strip()))


def ends_list(line: str) -> bool:
    """No reference goes on behind a line like this."""
    if not _SHORTEST_HEADING <= len(line) < _LONGEST_HEADING:
        return False
    return is_after(line) or is_heading(line) or bool(_CHAPTER.fullmatch(line))


def without_signal(text: str) -> str:
    """A note without the word that leads to its work: `See Smith, …` → `Smith, …`."""
    signal = _SIGNAL.match(text)
    return text[signal.end() :] if signal else text


def joined(lines: Sequence[Line]) -> Item | None:
    """Lines of one item → its text: furniture off, words broken at a line's end put together
    (`hyphens.settled` settles how). None if nothing is left."""
    parts: list[str] = []
    for line in lines:
        part = without_arrows(line.text.strip())
        if not part:
            continue
        before = parts[-1] if parts else ""
        if is_broken(before, part):
            parts[-1] = held(before)
        elif before and not before.endswith(("-", "/")):
            parts.append(" ")
        parts.append(part)
    text = without_signal(without_furniture(" ".join("".join(parts).split())))
    here = [line for line in lines if line.text or line is lines[0]]
    places = (*((line.number, line.part) for line in here), *((number, 0) for line in here for number in line.also))
    return Item(text, places) if text else None
