"""The value of each field as a record tells it, with the quirks of records mended.

Every reader takes a `Work` and gives the value, empty where the record does not tell it.
"""

from __future__ import annotations

import re
from dataclasses import replace

from citekit.model import Names, Origin, Person
from citekit.sources.work import Work
from citekit.values import dates
from citekit.values import pages as page_values
from citekit.values.identifiers import fold_doi
from citekit.values.journals import is_abbreviated, same_journal
from citekit.values.notices import without_stamp
from citekit.values.preprints import archive_of_doi, arxiv_number
from citekit.values.text import squash


def verbatim(work: Work, attribute: str) -> str:
    """What the record has there, as text: people as `Family, Given and …`, lists with commas."""
    value = getattr(work, attribute)
    if isinstance(value, Names):
        return " and ".join(person.inverted for person in value)
    return ", ".join(value) if isinstance(value, tuple) else str(value)


def origin(work: Work, text: str, name: str) -> Origin:
    """Where a value of a record stands: at its source, as `text`, under the source's own `name` for the field."""
    return Origin(work.source, work.source.lower(), text=text, name=name)


# ---------------------------------------------------------------- people


def authors(work: Work) -> Names:
    """Of an edited book nobody: some records repeat the editors, or name the authors of its chapters."""
    return Names() if work.type == "edited-book" and work.editors else in_small_letters(work.authors)


def editors(work: Work) -> Names:
    return in_small_letters(work.editors)


def in_capitals(names: Names) -> bool:
    """Are the family names of this list SET IN CAPITALS? Short ones alone do not tell: `WU` and `NG` may be initials."""
    families = [person.family for person in names if not person.literal]
    return bool(families) and all(map(str.isupper, families)) and max(map(len, families)) > 3


def in_small_letters(names: Names) -> Names:
    """`SMITH, JOHN A` → `Smith, John A`; lists that are not in capitals as they are.

    Given names of three and four letters would otherwise be read as as many initials; those of two are taken for names only
    beside longer ones (`BO VAHLQUIST, ARVID WALLGREN`).
    """
    if not in_capitals(names):
        return names
    longest = max((len(word) for person in names for word in _CAPITALS.findall(person.given)), default=0)
    shortest = 2 if longest > 2 else 3
    return Names(tuple(_small(person, shortest) for person in names), names.others)


_CAPITALS = re.compile(r"(?<![^\W\d_])[^\W\d_a-z]{2,}(?![^\W\d_]|\.)")  # JOHN, but neither JOhn nor JP.


def _small(person: Person, shortest: int) -> Person:
    if person.literal:
        return person

    def small(word: re.Match[str]) -> str:
        return word[0].title() if word[0].isupper() and len(word[0]) >= shortest else word[0]

    return replace(person, family=person.family.title(), given=_CAPITALS.sub(small, person.given))


# ---------------------------------------------------------------- title, journal, book


def title(work: Work) -> str:
    """Without the `RETRACTED:` that publishers put before it afterwards; the title of a notice keeps it."""
    return work.title if is_notice(work) else without_stamp(work.title) or work.title


def is_notice(work: Work) -> bool:
    """Is this itself a notice about another work? It says so, or it is signed by the journal: `Retracted: X`, by
    *Gastroenterology Research and Practice*."""
    own = fold_doi(work.doi)
    signed = {squash(f"{person.given} {person.family}") for person in work.authors.people[:1]}
    return any(fold_doi(update.doi) != own for update in work.updates) or bool(
        signed & set(map(squash, work.containers))
    )


def subtitle(work: Work) -> str:
    """Unless the title says it, too."""
    return "" if squash(work.subtitle) in squash(work.title) else work.subtitle


def container(work: Work) -> str:
    """The journal, or the book. Of two names the second is the book's and the first its series':
    `["Lecture Notes in Computer Science", "Computer Vision – ECCV 2014"]`."""
    if not work.containers:
        return ""
    return work.containers[0] if work.type in ("journal-article", "") else work.containers[-1]


def series(work: Work) -> str:
    return work.containers[0] if len(work.containers) > 1 else ""


def container_short(work: Work) -> str:
    """The abbreviated name, where it is one: many records repeat the whole name."""
    whole = container(work)
    known = [name for name in work.short_containers if squash(name) != squash(whole)]
    return next((name for name in known if is_abbreviated(name) or not whole or same_journal(name, whole)), "")


def publisher(work: Work) -> str:
    """Without the comma that library catalogues leave: `Sunset Seed and Plant Co.,`"""
    return work.publisher.rstrip(" ,;:")


def archive(work: Work) -> str:
    """Where a preprint, a data set or the like is kept: the archive by its name, else the collection, else who runs it.

    `""` for arXiv, which `eprint` tells."""
    return "" if arxiv(work) else archive_of_doi(work.doi, container(work)) or container(work) or publisher(work)


# ---------------------------------------------------------------- date


def year(work: Work) -> str:
    """The year of the issue.

    `issued` is the earlier of print and online. Of 152 records that tell both years, 21 were printed the year after, 4 the
    year before: so of two successive years the later counts where there is a volume. A longer distance is that of an old
    volume put online.
    """
    first = dates.parse(work.issued).year or (work.years[0] if work.years else "")
    later = str(int(first) + 1) if first.isdecimal() else ""
    return later if later in work.years and work.volume else first


def month(work: Work) -> str:
    """Where the date is that of the issue. January 1st is what records say when only the year is known."""
    date = dates.parse(work.issued)
    return "" if work.issued.endswith("-01-01") or date.year != year(work) else date.month


def day(work: Work) -> str:
    return dates.parse(work.issued).day if month(work) else ""


# ---------------------------------------------------------------- pages and numbers

_ELOCATOR = re.compile(
    rf"[a-z]{{1,4}}\d+|\d{{{page_values.ARTICLE_NUMBER},}}"
)  # e1110, ajpe9023, 100463; not S12, E539


def pages(work: Work) -> str:
    """`357-64` → `357--364`; `""` where what stands in the place of pages is the number of an article."""
    return "" if _elocator(work) else page_values.read(work.pages)[0]


def eid(work: Work) -> str:
    return work.article_number or _elocator(work)


def _elocator(work: Work) -> str:
    """The number of an article that stands in the place of pages: `e1110`, `e155-e155`."""
    span = page_values.span(work.pages)
    if span is None or span[0] != span[1]:
        return ""
    return span[0] if _ELOCATOR.fullmatch(span[0]) or span[0] == work.article_number else ""


def arxiv(work: Work) -> str:
    """The number of an arXiv record, told by itself or by its DOI (10.48550/arXiv.1706.03762)."""
    return work.arxiv or (arxiv_number(work.doi) if archive_of_doi(work.doi) == "arXiv" else "")


def issn(work: Work) -> str:
    return work.issn[0] if work.issn else ""


def isbn(work: Work) -> str:
    """The first of print, online, …; bare, where older records have an address (`http://id.crossref.org/isbn/978…`)."""
    return work.isbn[0].rpartition("/")[2] if work.isbn else ""
