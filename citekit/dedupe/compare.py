"""How two folded references compare, field by field."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from citekit.dedupe.authorship import authors, less
from citekit.dedupe.folded import Folded
from citekit.dedupe.place import first_pages, issues, places, volumes, years
from citekit.dedupe.wording import titles
from citekit.values.journals import same_journal
from citekit.values.likeness import common_words, slips
from citekit.values.text import fold


class Comparison(NamedTuple):
    """One word for each field. *missing* means that at least one side does not say, which speaks neither way.

    All fields but two know *agree*, *contradict* and *missing*; some have shades between, named in the function that makes
    them. `likeness` is how alike the titles are, from 0 to 100.
    """

    title: str = "missing"
    likeness: float = 0.0
    part: str = "missing"
    notice: str = "agree"
    author: str = "missing"
    year: str = "missing"
    container: str = "missing"
    kind: str = "missing"
    volume: str = "missing"
    number: str = "missing"
    page: str = "missing"
    last_page: str = "missing"
    place: str = "missing"
    doi: str = "missing"
    pmid: str = "missing"


def compare(a: Folded, b: Folded) -> Comparison:
    """The fields of two references side by side. Symmetric: `compare(a, b) == compare(b, a)`."""
    title, likeness = titles(a, b)
    volume, page, place = volumes(a, b), first_pages(a, b), places(a, b)
    doi, pmid = _dois(a.doi, b.doi), _plain(a.pmid, b.pmid)
    part = "agree" if a.squashed == b.squashed else _parts(a.numbers, b.numbers)
    vouched = "agree" in (place, doi, pmid)
    if title == "different" and vouched:
        title = "retitled"
    elif vouched and title in ("reworded", "misspelt", "longer") and likeness >= _A_SLIP and page != "contradict":
        title, part = "misspelt", "missing"  # p6INK4a for p16INK4a
    return Comparison(
        title=title,
        likeness=likeness,
        part=part,
        notice=_notices(a.notice, b.notice),
        author=authors(a, b),
        year=years(a.year, b.year),
        container=_containers(a, b),
        kind=_kinds(a.kind, b.kind),
        volume=volume,
        number=issues(a, b, volume, page),
        page=page,
        last_page=_plain(a.last_page, b.last_page),
        place=place,
        doi=doi,
        pmid=pmid,
    )


_A_SLIP = 95.0  # likeness of titles that, in the same place, differ by a slip


def in_harmony(a: Folded, b: Folded) -> bool:
    """A quick look at two references with one title: does no field contradict, so that they cannot be *different*?

    False only means that it takes `compare` to tell.
    """
    return (
        (a.squashed, a.notice) == (b.squashed, b.notice)
        and a.families == b.families
        and a.given == b.given
        and (not a.first_page or not b.first_page or a.first_page == b.first_page)
        and (a.kind, a.year, a.volume, a.number, a.doi, a.pmid) == (b.kind, b.year, b.volume, b.number, b.doi, b.pmid)
    )


def _plain(a: str, b: str) -> str:
    if not a or not b:
        return "missing"
    return "agree" if a == b else "contradict"


def _dois(a: str, b: str) -> str:
    """`rival` for two numbers of one registrant, who gives a work but one; unless one is a slip for the other."""
    found = _plain(a, b)
    if (
        found == "contradict"
        and a.partition("/")[0] == b.partition("/")[0]
        and not a.startswith(b)
        and not b.startswith(a)
    ):
        return "rival" if slips(a, b, 2) > 2 else "contradict"
    return found


def _notices(a: str, b: str) -> str:
    """`alike` where both are comments, both replies, …"""
    if a != b:
        return "contradict"
    return "alike" if a else "agree"


def _kinds(a: str, b: str) -> str:
    """`version` where one is a preprint and the other is not, or does not say."""
    if a != b and "preprint" in (a, b):
        return "version"
    return _plain(a, b)


def _parts(a: tuple[str, ...], b: tuple[str, ...]) -> str:
    """The numbers in the titles: `contradict` when each side has one that the other lacks, `missing` when one has more."""
    if a == b or "".join(a) == "".join(b):
        return "agree"
    return "contradict" if less(a, b) and less(b, a) else "missing"


def _containers(a: Folded, b: Folded) -> str:
    """`unclear` where the names differ but for an acronym."""
    if not a.container or not b.container:
        return "missing"
    ours = (a.container, a.container_short) if a.container_short else (a.container,)
    theirs = (b.container, b.container_short) if b.container_short else (b.container,)
    if any(_same_container(x, y) for x in ours for y in theirs):
        return "agree"
    return "unclear" if _share_an_acronym(a.container, b.container) else "contradict"


_ACRONYM = re.compile(r"\b[A-Z]{4,}")


def _share_an_acronym(a: str, b: str) -> bool:
    """`ACM SIGMOD Record` and `SIGMOD Conference` may be two series or one; names all in capitals have no acronyms."""
    if a.isupper() or b.isupper():
        return False
    return not set(_ACRONYM.findall(a)).isdisjoint(_ACRONYM.findall(b))


@lru_cache(maxsize=100_000)
def _same_container(a: str, b: str) -> bool:
    return a == b or same_journal(a, b) or common_words(fold(a), fold(b)) >= _CONTAINERS_ALIKE


_CONTAINERS_ALIKE = 85.0
