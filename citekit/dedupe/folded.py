"""A reference as we compare it: every field folded once, so that comparing a pair is cheap."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from citekit.dedupe.description import Description
from citekit.dedupe.known import NOTHING, Known
from citekit.dedupe.people import NOT_SAID, people
from citekit.dedupe.titles import ROMAN, about, heads, numbers
from citekit.values.identifiers import fold_doi
from citekit.values.pages import span
from citekit.values.text import fold
from citekit.values.titles import fold_title


class Folded(NamedTuple):
    """What two descriptions of one work should have in common. Empty (`""`, `()`, 0) means *not said*.

    Equal values say the same of a work in every respect that we compare.
    """

    title: str = ""
    squashed: str = ""
    """The title without spaces: `co 2 laser` and `co2 laser` are one."""
    plain: str = ""
    """The title as it is written, without what says that this is a notice or a translation."""
    recurring: bool = False
    """Works of many years bear this title: a column, a yearly report."""
    notice: str = ""
    """`correction`, `comment`, …: the title says that this is a notice *about* the work named in it."""
    families: tuple[str, ...] = ()
    given: tuple[str, ...] = ()
    cut: bool = False
    """The list of authors ends in *et al.*"""
    year: int = 0
    container: str = ""
    container_short: str = ""
    kind: str = ""
    """`article`, `conference`, `chapter`, `book`, `thesis`, `report`, `preprint`; empty for `misc` and the like."""
    volume: tuple[str, ...] = ()
    number: tuple[str, ...] = ()
    first_page: str = ""
    last_page: str = ""
    doi: str = ""
    pmid: str = ""

    @property
    def heads(self) -> tuple[str, ...]:
        """The beginnings of the squashed title that end where a subtitle, translation or note begins, the shortest first."""
        return heads(self.plain)

    @property
    def numbers(self) -> tuple[str, ...]:
        """Numbers and Roman numerals of the title, in order: part II is not part I, interleukin 36 not interleukin 1."""
        return numbers(self.title)


def folded(description: Description, known: Known = NOTHING) -> Folded:
    """The comparable side of a description, in the light of what is known of its title and container. Words like `unknown` count as not
    said."""
    notice, plain = about(description.title)
    title = fold_title(plain)
    squashed = title.replace(" ", "")
    families, given, cut = people(description.author)
    first, last = pages(description.pages)
    return Folded(
        title=title,
        squashed=squashed,
        plain=plain,
        recurring=squashed in known.recurring,
        notice=notice,
        families=families,
        given=given,
        cut=cut,
        year=year(description.year),
        container=known.same_container.get(fold(description.container)) or description.container,
        container_short=description.container_short,
        kind=kind(description),
        volume=counted(description.volume),
        number=counted(description.number),
        first_page=first,
        last_page=last,
        doi=doi(description.doi),
        pmid=description.pmid.strip(),
    )


_DIGITS = re.compile(r"\d+")


def year(text: str) -> int:
    """`2009`, `2009-06-04` → 2009; 0 when there is none."""
    digits = text[:4]
    return int(digits) if digits.isdecimal() else 0


def doi(text: str) -> str:
    """The DOI in lower case, however it was written."""
    if not text:
        return ""
    if "%" in text:
        from urllib.parse import unquote

        text = unquote(text)
    return fold_doi(text)


@lru_cache(maxsize=50_000)
def counted(text: str) -> tuple[str, ...]:
    """The numbers in a volume or issue: `88 Suppl 1` → `88`, `1`. `Vol. II` → `2`. Words without a
    number stay: `Spring` → `spring`."""
    plain = fold(text)
    if plain in NOT_SAID:
        return ()
    found = _DIGITS.findall(plain) or [ROMAN[word] for word in plain.split() if word in ROMAN]
    return tuple(digits.lstrip("0") or "0" for digits in found) or (plain,)


_LONGEST_PAGE = 20
_FIRST_RANGE = re.compile(r"[,;+]")  # 233-8, 230-5, 246-51


@lru_cache(maxsize=50_000)
def pages(text: str) -> tuple[str, str]:
    """First and last page in lower case and without a leading zero; what is no page or range has neither."""
    found = span(_FIRST_RANGE.split(text.strip(' "()[]'))[0]) if text else None
    if not found:
        return "", ""
    first, last = (page.lower().lstrip("0")[:_LONGEST_PAGE] for page in found)
    return first, last if last != first else ""


_KINDS = {
    "article": "article", "periodical": "article",
    "inproceedings": "conference", "conference": "conference", "proceedings": "proceedings",
    "incollection": "chapter", "inbook": "chapter", "suppbook": "chapter", "inreference": "chapter",
    "book": "book", "collection": "book", "mvbook": "book", "mvcollection": "book", "booklet": "book",
    "phdthesis": "thesis", "mastersthesis": "thesis", "thesis": "thesis",
    "techreport": "report", "report": "report",
    "unpublished": "preprint",
}  # fmt: skip


def kind(description: Description) -> str:
    """What sort of thing the work is, as far as its entry type or place tells."""
    return "preprint" if description.archive else _KINDS.get(description.type, "")
