"""Is the first author the same?"""

from __future__ import annotations

from citekit.sources.work import Work
from citekit.validate.evidence import Evidence, Says
from citekit.validate.told import Told
from citekit.values.likeness import ratio
from citekit.values.names import Person, fold_family, initials, same_person
from citekit.values.text import fold, squash

_ALIKE = 80.0


def check_author(told: Told, work: Work) -> Evidence:
    """First against first (editors where there are no authors). A name spelled a little otherwise weighs less.

    A name that was read wrongly is looked for in the text.
    """
    people = told.reference.author or told.reference.names("editor")
    ours, theirs = (names.people[0].inverted if names else "" for names in (people, work.people))
    if not work.people:
        return Evidence("author", "missing", ours, theirs)
    their_first = work.people.people[0]
    verdict, weight = _same_author(people.people[0], their_first) if people else ("missing", 0)
    if verdict != "agree" and told.text and _in_text(told, their_first):
        return Evidence("author", "agree", ours, theirs, 2)
    if verdict == "contradict" and (
        any(same_person(people.people[0], other) for other in work.people)
        or any(same_person(their_first, person) for person in people)
    ):
        verdict = "missing"  # known here, but not as the first: an order lost on the way
    return Evidence("author", verdict, ours, theirs, weight)


def _in_text(told: Told, person: Person) -> bool:
    """Does the family name stand in the text, the given name's initial beside it?"""
    family = fold(person.family)
    at = told.words.find(f" {family} ") if family else -1
    if at < 0:
        return False
    first = initials(person)[:1]
    after = told.words[at + len(family) + 2 : at + len(family) + 3]
    before = told.words[:at].rpartition(" ")[2]
    return not first or after == first or before.startswith(first)


def _same_author(a: Person, b: Person) -> tuple[Says, int]:
    if same_person(a, b) or _swapped(a, b) or _swapped(b, a):
        return "agree", 2
    x, y = fold_family(a), fold_family(b)
    if a.literal or b.literal:
        return ("agree", 2) if x == y else ("missing", 0)
    initial_fits = initials(a)[:1] == initials(b)[:1] or not (a.given and b.given)
    if initial_fits and (_part_of(a, b) or _part_of(b, a)):
        return "agree", 2
    return ("agree", 1) if initial_fits and ratio(x, y, _ALIKE) else ("contradict", 0)


def _swapped(a: Person, b: Person) -> bool:
    """`Wei Zhang` entered with family and given name exchanged."""
    return bool(a.family) and squash(a.family) == squash(b.given) and initials(a)[:1] == fold(b.family)[:1]


def _part_of(a: Person, b: Person) -> bool:
    """One of two family names: `García` or `González` for `García González`, `Grant` for `Grant-Kels`."""
    x, y = (fold(f"{person.particle} {person.family}").split() for person in (a, b))
    return bool(x) and x in (y[: len(x)], y[-len(x) :])
