"""Where it stands: year, volume, issue, pages, container."""

from __future__ import annotations

import re

from citekit.model import Reference
from citekit.sources.work import Work
from citekit.validate.evidence import Evidence, Says
from citekit.validate.told import Told
from citekit.values.journals import same_journal
from citekit.values.numbers import first_number
from citekit.values.pages import figures, span
from citekit.values.text import squash

_LATE = 50  # pages that few magazines have
_A_PLACE = 2  # numbers: a volume and a page
_LONGEST_PAGES = 200  # characters; what is longer is something else
_MOST_NAMES = 20  # of what a work appeared in; records have two or three


def check_year(told: Told, work: Work) -> Evidence:
    """A year more or less is the work's way from the web to print; it contradicts nothing and proves nothing."""
    ours = told.reference.year
    found = re.search(r"\d{4}", ours)
    theirs = "/".join(work.years)
    if not work.years or not (found or told.years):
        return Evidence("year", "missing", ours, theirs)
    distance = min((abs(int(found[0]) - int(year)) for year in work.years), default=2) if found else 2
    if distance and told.years.intersection(work.years):
        distance = 0
    verdict: Says = "agree" if distance <= 1 else "contradict" if found else "missing"
    return Evidence("year", verdict, ours, theirs, int(distance == 0))


def check_volume(told: Told, work: Work) -> Evidence:
    """By the first number in each: `12 Suppl 1` is `12`. A year in the place of a volume says nothing."""
    ours, theirs = told.reference.get("volume"), work.volume
    a, b = first_number(ours), first_number(theirs)
    if b and a != b and b in told.numbers:
        return Evidence("volume", "agree", ours, theirs, 1)
    if squash(ours) != squash(theirs) and (not a or not b or a == told.reference.year or b in work.years):
        return Evidence("volume", "missing", ours, theirs)
    if not ours:
        return Evidence("volume", "missing", ours, theirs)
    same = a == b
    return Evidence("volume", "agree" if same else "contradict", ours, theirs, int(same))


def check_number(told: Told, work: Work) -> Evidence:
    """Issues never contradict: `12 Pt 2` and `12`, `3` and `3-4` are the same issue, and many are left out."""
    ours, theirs = told.reference.get("number"), work.issue
    a = first_number(ours)
    same = bool(a) and a == first_number(theirs)
    return Evidence("number", "agree" if same else "missing", ours, theirs, int(same))


def check_pages(told: Told, work: Work) -> Evidence:
    """First pages, or article numbers (`e94838`, `145`) where one side has those.

    A range from page 1 is how journals with article numbers count each article's own pages: it contradicts none.
    """
    reference = told.reference
    ours, theirs = first_pages(reference), _first_of(work.pages, work.article_number)
    shown = reference.get("pages") or reference.get("eid"), work.pages or work.article_number
    if theirs and not ours & theirs and any(len(page) > 1 and page in told.numbers for page in theirs):
        return Evidence("pages", "agree", *shown, 2)
    if theirs and not ours and _stands_elsewhere(told, work):
        return Evidence("pages", "contradict", *shown)
    if not ours or not theirs:
        return Evidence("pages", "missing", *shown)
    if ours & theirs:
        return Evidence("pages", "agree", *shown, 2)
    if {_bare_page(page) for page in ours} & {_bare_page(page) for page in theirs}:
        return Evidence("pages", "agree", *shown, 1)
    own_count = "1" in ours or "1" in theirs
    return Evidence("pages", "missing" if own_count else "contradict", *shown)


def is_early(work: Work) -> bool:
    """Does it begin on a page that every issue of a magazine has, where a column stands on the same one each time?"""
    pages = [figures(page) for page in _first_of(work.pages, work.article_number)]
    return any(page and int(page) < _LATE for page in pages)


def _stands_elsewhere(told: Told, work: Work) -> bool:
    """Does the text give numbers for a place, of which nobody understood the pages, and neither volume nor page is the record's?"""
    volume = first_number(work.volume)
    if not told.text or not volume or volume in told.numbers:
        return False
    titled = set(re.findall(r"\d+", f"{work.full_title} {told.reference.title}"))
    left = {number for number in told.numbers if number.isdecimal() and number not in titled | told.years}
    return len(left) >= _A_PLACE


def _bare_page(page: str) -> str:
    """`e94838` and `94838`, `51S` and `51`."""
    return first_number(page) or page


def first_pages(reference: Reference) -> frozenset[str]:
    return _first_of(reference.get("pages"), reference.get("eid"))


def _first_of(*texts: str) -> frozenset[str]:
    found = (span(text) for text in texts if len(text) <= _LONGEST_PAGES)
    return frozenset(squash(pages[0]).lstrip("0") for pages in found if pages)


def check_container(told: Told, work: Work) -> Evidence:
    """Any of our names against any of theirs, whole or abbreviated."""
    reference = told.reference
    names = [name for name in (reference.container, reference.get("container_short")) if name]
    their_names = (*work.containers[:_MOST_NAMES], *work.short_containers[:_MOST_NAMES])
    theirs = " / ".join(their_names)
    if any(same_journal(a, b) or squash(a) == squash(b) for a in names for b in their_names) or any(
        map(told.says, their_names)
    ):
        return Evidence("container", "agree", reference.container, theirs, 1)
    verdict: Says = "contradict" if names and their_names else "missing"
    return Evidence("container", verdict, reference.container, theirs)
