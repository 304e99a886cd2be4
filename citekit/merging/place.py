"""Where a work stands in print, and which members of a group may tell of it together.

Volume, issue, pages and year of a work must come from members that mean the same place, lest the volume of one printing
stand beside the pages of another.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from citekit.merging.copies import is_sure
from citekit.model import Reference
from citekit.values.journals import same_journal
from citekit.values.numbers import first_number, is_year
from citekit.values.pages import ARTICLE_NUMBER, figures, span

_RANGES = re.compile(r"[,;+]")  # 233-8, 230-5


class Place(NamedTuple):
    """What a reference says, without doubt, of where it stands. Empty (`""`, 0) means *not said*."""

    container: str = ""
    volume: str = ""
    number: str = ""
    first: str = ""
    last: str = ""
    year: int = 0

    def said(self) -> int:
        return sum(map(bool, self))


def place_of(reference: Reference) -> Place:
    """The place a reference gives. Volume and issue without figures (*Spring*), and pages that are no range, say nothing."""

    def text(name: str) -> str:
        field = reference.fields.get(name)
        return field.value if field is not None and isinstance(field.value, str) and is_sure(field) else ""

    first, last = _range(text("pages"))
    year = (text("year") or text("date"))[:4]
    return Place(
        text("container"),
        first_number(text("volume")),
        first_number(text("number")),
        first,
        last,
        int(year) if year.isascii() and year.isdecimal() else 0,
    )


@lru_cache(maxsize=100_000)
def _range(pages: str) -> tuple[str, str]:
    first, last = span(_RANGES.split(pages)[0]) or ("", "")
    return first.lower(), last.lower()


def on_the_same_page(a: Place, b: Place) -> bool:
    """Do both begin on one page, and not on page 1, where all articles of some journals begin?"""
    one, two = _figures(a.first), _figures(b.first)
    return bool(one) and one == two and (one != "1" or _figures(a.last) == _figures(b.last) != "1")


def _figures(page: str) -> str:
    return figures(page) or page  # xvii


def contradict(a: Place, b: Place) -> bool:
    """Can these not be one place?

    They differ in volume or first page; or, unless the first page is the same, in issue or journal, or by more than the
    year that may lie between the first appearance online and the issue.
    """
    if _differ(a.volume, b.volume) and not (is_year(a.volume) or is_year(b.volume)):
        return True
    if on_the_same_page(a, b):
        return False
    if _pages_differ(_figures(a.first), _figures(b.first)) or _differ(a.number, b.number):
        return True
    if a.year and b.year and abs(a.year - b.year) > 1:
        return True
    return _differ(a.container, b.container) and not same_journal(a.container, b.container)


def _differ(a: str, b: str) -> bool:
    return bool(a) and bool(b) and a != b


def _pages_differ(one: str, two: str) -> bool:
    """An article number and a page do not compare."""
    return _differ(one, two) and (len(one) >= ARTICLE_NUMBER) == (len(two) >= ARTICLE_NUMBER)


_HEARD = 60
"""Different places that are weighed against each other, the commonest first; of others nothing is taken."""


def standing_together(members: Sequence[Reference]) -> Sequence[Reference]:
    """The members that mean one place, no two of them in contradiction: the place that most members can mean, then the one
    most fully told, then that of the member of best standing. Those that say nothing of the place are always among them."""
    places = [place_of(member) for member in members]
    many = Counter(places)
    if len(many) == 1:
        return members
    heard = [place for place, _ in many.most_common(_HEARD)]
    against = {one: {other for other in heard if contradict(one, other)} for one in many}
    if not any(against.values()):
        return members
    opposed = {place: sum(many[other] for other in others) for place, others in against.items()}
    order = {place: at for at, place in enumerate(many)}
    chosen: set[Place] = set()
    for place in sorted(
        (*heard, Place()), key=lambda place: (opposed.get(place, 0), -place.said(), order.get(place, 0))
    ):
        if not against.get(place, set()) & chosen:
            chosen.add(place)
    return [member for member, place in zip(members, places, strict=True) if place in chosen]


def of_the_same_page(members: Sequence[Reference], chosen: Sequence[Reference]) -> Sequence[Reference]:
    """The chosen members, and of the rest those that begin on the same page, so that what differs is a slip in one figure."""
    if len(chosen) == len(members):
        return members
    known = {place_of(member) for member in chosen}
    inside = set(map(id, chosen))
    return [m for m in members if id(m) in inside or any(on_the_same_page(place_of(m), place) for place in known)]
