"""Does this record describe this reference? Field by field, with the evidence.

Missing is not different: a record without authors, or a reference without pages, says nothing either way. A record is
believed when the fields that agree weigh enough and none contradicts.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from citekit.model import Reference
from citekit.sources.crossref_work import Work
from citekit.values.journals import same_journal
from citekit.values.names import Person, fold_family, initials, same_person
from citekit.values.pages import span
from citekit.values.text import fold, squash
from citekit.values.titles import fold_title

Says = Literal["agree", "contradict", "missing"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """What one field says. `weight` is what an agreement counts; `ours` and `theirs` are the values as they stand."""

    field: str
    verdict: Says
    ours: str = ""
    theirs: str = ""
    weight: int = 0


@dataclass(frozen=True, slots=True)
class Judgement:
    """A record held against a reference. `accept`: it is the same work; `unsure`: a person should look; `reject`."""

    work: Work
    verdict: Literal["accept", "unsure", "reject"]
    evidence: tuple[Evidence, ...]

    @property
    def weight(self) -> int:
        return sum(item.weight for item in self.evidence)


# Title, author and year of a work that gives no more are just enough: a whole title weighs 3, an author 2, the rest 1.
ENOUGH = 6
ENOUGH_WITHOUT_TITLE = 7
WORTH_A_LOOK = 4


def judge(reference: Reference, work: Work) -> Judgement:
    """Holds a record against a reference. Pure; the evidence comes in the order of `CHECKS`."""
    evidence = tuple(check(reference, work) for check in CHECKS)
    against = [item for item in evidence if item.verdict == "contradict"]
    weight = sum(item.weight for item in evidence)
    titled = evidence[0].verdict == "agree"
    if not against and weight >= (ENOUGH if titled else ENOUGH_WITHOUT_TITLE):
        return Judgement(work, "accept", evidence)
    looks_alike = titled and weight >= WORTH_A_LOOK if not against else len(against) == 1 and weight >= ENOUGH
    return Judgement(work, "unsure" if looks_alike else "reject", evidence)


def could_suffice(reference: Reference) -> bool:
    """Does the reference tell enough for any record to validate? A title alone never does."""
    author = 2 if reference.author or reference.names("editor") else 0
    pages = 2 if _first_pages(reference) else 0
    rest = sum(1 for name in ("year", "volume", "number") if reference.get(name)) + bool(reference.container)
    title = reference.title
    most = author + pages + rest + (_title_weight(title) if title else 0)
    return most >= (ENOUGH if title else ENOUGH_WITHOUT_TITLE)


# ---------------------------------------------------------------- title

# Pieces *about* a work carry its title: `Erratum: …`, `Comment on "…"`, `Re: …`, `…: authors' reply`.
_ABOUT_FIRST = re.compile(
    r"^\W*(?:re\s*:|in reply|(?:authors?['’]?s? )?(?:reply|response)\b|comments?\b|commentary\b|letter\b|errat(?:um|a)\b"
    r"|corrigend(?:um|a)\b|corrections?\b|retraction\b|addend(?:um|a)\b|discussion\b|expression of concern\b)",
    re.IGNORECASE,
)
_ABOUT_LAST = re.compile(
    r"[:.–—-]\s*(?:the\s+)?(?:authors?['’]?s?\s+)?(?:reply|response|rejoinder|comment|commentary|erratum|corrigendum"
    r"|discussion)\W*$",
    re.IGNORECASE,
)
_RETRACTED = re.compile(r"^\W*(?:RETRACTED|WITHDRAWN)(?: ARTICLE)?\W+")  # the article itself, so marked later
_SUBTITLE = re.compile(r"\s*[:.?!]\s+|\s+[-–—]\s+")


def _title(reference: Reference, work: Work) -> Evidence:
    ours = ": ".join(part for part in (reference.title, reference.get("subtitle")) if part)
    theirs = work.full_title
    if not ours or not theirs:
        return Evidence("title", "missing", ours, theirs)
    weight = 0 if _about(ours) != _about(theirs) else _same_title(ours, work)
    return Evidence("title", "agree" if weight else "contradict", ours, theirs, weight)


def _about(title: str) -> bool:
    return bool(_ABOUT_FIRST.search(title) or _ABOUT_LAST.search(title))


def _same_title(ours: str, work: Work) -> int:
    """What the agreement of two titles weighs: 0 none, 1 one lacks its subtitle, 2 nearly the same, 3 the same."""
    title, whole = (_RETRACTED.sub("", text) for text in (work.title, work.full_title))
    if any(_squash_title(ours) == _squash_title(theirs) for theirs in (title, whole)):
        return _title_weight(ours)
    if any(_nearly(ours, theirs) for theirs in (title, whole)):
        return min(2, _title_weight(ours))
    return int(any(_lacks_subtitle(a, b) or _lacks_subtitle(b, a) for a, b in ((ours, title), (ours, whole))))


def _title_weight(title: str) -> int:
    """`Editorial` or `Book reviews` names many works, six words hardly two."""
    words = fold_title(title).split()
    return 3 if len(words) >= 4 and sum(map(len, words)) >= 20 else 1


def _squash_title(title: str) -> str:
    return fold_title(title).replace(" ", "")


def _nearly(a: str, b: str) -> bool:
    """Do two titles differ by no more than a slip of the pen? Every number and single letter must be the same."""
    x, y = fold_title(a).split(), fold_title(b).split()
    if sorted(filter(_counts, x)) != sorted(filter(_counts, y)):
        return False
    pair = SequenceMatcher(None, "".join(x), "".join(y), autojunk=False)
    return pair.real_quick_ratio() >= 0.92 and pair.quick_ratio() >= 0.92 and pair.ratio() >= 0.92


def _counts(word: str) -> bool:
    """Part `2` is not part `3`, nor hepatitis `B` hepatitis `C`, nor `ii` `iii`."""
    return bool(re.search(r"\d", word) or re.fullmatch(r"[b-z]|[ivx]+", word))


def _lacks_subtitle(short: str, long: str) -> bool:
    """Is `short` all of `long` up to a colon, a dash or a full stop, or a good part of it from one end?

    Records lose subtitles, and words in italics at either end: `gen. nov., sp. nov., isolated from …`.
    """
    piece, whole = _squash_title(short), _squash_title(long)
    if not piece:
        return False
    main = _squash_title(_SUBTITLE.split(long, maxsplit=1)[0])
    return main == piece or (len(piece) >= 20 and (whole.startswith(piece) or whole.endswith(piece)))


# ---------------------------------------------------------------- first author


def _author(reference: Reference, work: Work) -> Evidence:
    people = reference.author or reference.names("editor")
    if not people or not work.authors:
        ours, theirs = (names.people[0].inverted if names else "" for names in (people, work.authors))
        return Evidence("author", "missing", ours, theirs)
    first, their_first = people.people[0], work.authors.people[0]
    verdict, weight = _same_author(first, their_first)
    if verdict == "contradict" and (
        any(same_person(first, other) for other in work.authors)
        or any(same_person(their_first, p) for p in people)
    ):
        verdict = "missing"  # known here, but not as the first: an order lost on the way
    return Evidence("author", verdict, first.inverted, their_first.inverted, weight)


def _same_author(a: Person, b: Person) -> tuple[Says, int]:
    if same_person(a, b) or _swapped(a, b) or _swapped(b, a):
        return "agree", 2
    x, y = fold_family(a), fold_family(b)
    if a.literal or b.literal:
        return ("agree", 2) if x == y else ("missing", 0)
    initial_fits = initials(a)[:1] == initials(b)[:1] or not (a.given and b.given)
    if initial_fits and (_part_of(a, b) or _part_of(b, a)):
        return "agree", 2
    alike = SequenceMatcher(None, x, y, autojunk=False).ratio() >= 0.8
    return ("agree", 1) if initial_fits and alike else ("contradict", 0)


def _swapped(a: Person, b: Person) -> bool:
    """`Wei Zhang` entered with family and given name exchanged."""
    return squash(a.family) == squash(b.given) and initials(a)[:1] == fold(b.family)[:1]


def _part_of(a: Person, b: Person) -> bool:
    """One of two family names: `García` or `González` for `García González`, `Grant` for `Grant-Kels`."""
    x, y = (fold(f"{person.particle} {person.family}").split() for person in (a, b))
    return x == y[: len(x)] or x == y[-len(x) :]


# ---------------------------------------------------------------- year, volume, issue, page


def _year(reference: Reference, work: Work) -> Evidence:
    """A year more or less is the work's way from the web to print; it contradicts nothing and proves nothing."""
    found = re.search(r"\d{4}", reference.year)
    theirs = "/".join(work.years)
    if not found or not work.years:
        return Evidence("year", "missing", reference.year, theirs)
    distance = min(abs(int(found[0]) - int(year)) for year in work.years)
    verdict: Says = "agree" if distance <= 1 else "contradict"
    return Evidence("year", verdict, reference.year, theirs, int(distance == 0))


def _volume(reference: Reference, work: Work) -> Evidence:
    """By the first number in each: `12 Suppl 1` is `12`. A year in the place of a volume says nothing."""
    ours, theirs = reference.get("volume"), work.volume
    a, b = _first_number(ours), _first_number(theirs)
    if squash(ours) != squash(theirs) and (not a or not b or a == reference.year or b in work.years):
        return Evidence("volume", "missing", ours, theirs)
    if not ours:
        return Evidence("volume", "missing", ours, theirs)
    same = a == b
    return Evidence("volume", "agree" if same else "contradict", ours, theirs, int(same))


def _number(reference: Reference, work: Work) -> Evidence:
    """Issues never contradict: `12 Pt 2` and `12`, `3` and `3-4` are the same issue, and many are left out."""
    ours, theirs = reference.get("number"), work.issue
    a = _first_number(ours)
    same = bool(a) and a == _first_number(theirs)
    return Evidence("number", "agree" if same else "missing", ours, theirs, int(same))


def _first_number(text: str) -> str:
    found = re.search(r"\d+", text)
    return found[0].lstrip("0") or "0" if found else ""


def _pages(reference: Reference, work: Work) -> Evidence:
    """First pages, or article numbers (`e94838`, `145`) where one side has those.

    A range from page 1 is how journals with article numbers count each article's own pages: it contradicts none.
    """
    ours, theirs = _first_pages(reference), _first_of(work.pages, work.article_number)
    shown = reference.get("pages") or reference.get("eid"), work.pages or work.article_number
    if not ours or not theirs:
        return Evidence("pages", "missing", *shown)
    if ours & theirs:
        return Evidence("pages", "agree", *shown, 2)
    if {_bare_page(page) for page in ours} & {_bare_page(page) for page in theirs}:
        return Evidence("pages", "agree", *shown, 1)
    own_count = "1" in ours or "1" in theirs
    return Evidence("pages", "missing" if own_count else "contradict", *shown)


def _bare_page(page: str) -> str:
    """`e94838` and `94838`, `51S` and `51`."""
    found = re.search(r"\d+", page)
    return found[0] if found else page


def _first_pages(reference: Reference) -> frozenset[str]:
    return _first_of(reference.get("pages"), reference.get("eid"))


def _first_of(*texts: str) -> frozenset[str]:
    return frozenset(squash(found[0]).lstrip("0") for text in texts if (found := span(text)))


# ---------------------------------------------------------------- container and type


def _container(reference: Reference, work: Work) -> Evidence:
    names = [name for name in (reference.container, reference.get("container_short")) if name]
    theirs = " / ".join(work.containers)
    if not names or not work.containers:
        return Evidence("container", "missing", reference.container, theirs)
    if any(same_journal(a, b) or squash(a) == squash(b) for a in names for b in work.containers):
        return Evidence("container", "agree", reference.container, theirs, 1)
    return Evidence("container", "contradict", reference.container, theirs)


# Crossref's types that are no work a reference list cites by that title, and those that our type excludes.
_NEVER = frozenset(
    "component database grant journal journal-issue journal-volume book-series book-set book-track peer-review"
    " proceedings-series report-series standard-series".split()
)
_PARTS = frozenset(
    "journal-article book-chapter book-section book-part reference-entry proceedings-article".split()
)
_BOOKS = frozenset("book monograph edited-book reference-book".split())
_RAW = frozenset("posted-content dataset".split())
_EXCLUDED = {
    "article": _BOOKS | {"dataset", "dissertation", "reference-entry", "proceedings"},
    "book": _PARTS | _RAW,
    "collection": _PARTS | _RAW,
    "proceedings": _PARTS | _RAW,
    "incollection": _BOOKS | _RAW | {"dissertation", "proceedings"},
    "inproceedings": _BOOKS | _RAW | {"dissertation", "proceedings"},
    "inbook": _RAW | {"dissertation"},
    "phdthesis": _PARTS | _RAW,
    "mastersthesis": _PARTS | _RAW,
    "thesis": _PARTS | _RAW,
}
_PREPRINT = re.compile(r"arxiv|rxiv|preprint|ssrn|research square|zenodo|osf", re.IGNORECASE)
_SUPPLEMENT = re.compile(r"\bsuppl|^S\d|\dS$", re.IGNORECASE)  # issue `S1`, `Suppl 2`, `4S`
_ABSTRACT = re.compile(r"^(?:[OPSA]|AB)-?\d", re.IGNORECASE)  # page `P143`, `S12`, `AB129`


def _type(reference: Reference, work: Work) -> Evidence:
    """A review is not the book, a preprint not the article, a meeting's abstract not the paper of the same title."""
    ours, theirs = reference.type, work.type
    if theirs in _NEVER or theirs in _EXCLUDED.get(ours, ()):
        return Evidence("type", "contradict", ours, theirs)
    if theirs == "posted-content" and ours == "article" and not _PREPRINT.search(reference.container):
        published = reference.container or reference.get("volume") or reference.get("pages")
        return Evidence("type", "contradict" if published else "missing", ours, theirs)
    if _is_abstract(work) and not _in_supplement(reference, work):
        return Evidence("type", "contradict", ours, f"{theirs}, {work.volume}({work.issue}):{work.pages}")
    return Evidence("type", "missing", ours, theirs)


def _is_abstract(work: Work) -> bool:
    return bool(_SUPPLEMENT.search(work.issue) or _ABSTRACT.search(work.pages))


def _in_supplement(reference: Reference, work: Work) -> bool:
    """Does the reference itself point into the supplement, by page, issue or volume?"""
    if _pages(reference, work).verdict == "agree" or _number(reference, work).verdict == "agree":
        return True
    return bool(
        _SUPPLEMENT.search(reference.get("number")) or re.search("suppl", reference.get("volume"), re.I)
    )


CHECKS: tuple[Callable[[Reference, Work], Evidence], ...] = (
    _title,
    _author,
    _year,
    _volume,
    _number,
    _pages,
    _container,
    _type,
)
