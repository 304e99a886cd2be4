"""Is the first author the same?"""

from __future__ import annotations

from difflib import SequenceMatcher

from citekit.model import Reference
from citekit.sources.work import Work
from citekit.validate.evidence import Evidence, Says
from citekit.values.names import Person, fold_family, initials, same_person
from citekit.values.text import fold, squash


def check_author(reference: Reference, work: Work) -> Evidence:
    """First against first (editors where there are no authors). A name spelled a little otherwise weighs less."""
    people = reference.author or reference.names("editor")
    if not people or not work.people:
        ours, theirs = (names.people[0].inverted if names else "" for names in (people, work.people))
        return Evidence("author", "missing", ours, theirs)
    first, their_first = people.people[0], work.people.people[0]
    verdict, weight = _same_author(first, their_first)
    if verdict == "contradict" and (
        any(same_person(first, other) for other in work.people) or any(same_person(their_first, p) for p in people)
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
    return bool(a.family) and squash(a.family) == squash(b.given) and initials(a)[:1] == fold(b.family)[:1]


def _part_of(a: Person, b: Person) -> bool:
    """One of two family names: `García` or `González` for `García González`, `Grant` for `Grant-Kels`."""
    x, y = (fold(f"{person.particle} {person.family}").split() for person in (a, b))
    return bool(x) and x in (y[: len(x)], y[-len(x) :])
