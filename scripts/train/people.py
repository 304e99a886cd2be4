"""Lists of people as each style prints them."""

from __future__ import annotations

import random
from collections.abc import Callable

Person = tuple[str, str]  # family, given


def _letters(given: str) -> list[str]:
    return [part[0].upper() for part in given.replace("-", " ").replace(".", " ").split() if part[0].isalpha()]


def _close(person: Person) -> str:  # Masters SL
    return f"{person[0]} {''.join(_letters(person[1]))}".strip()


def _comma_spaced(person: Person) -> str:  # Masters, S. L.
    return ", ".join(part for part in (person[0], " ".join(f"{x}." for x in _letters(person[1]))) if part)


def _comma_close(person: Person) -> str:  # Masters, S.L.
    return ", ".join(part for part in (person[0], "".join(f"{x}." for x in _letters(person[1]))) if part)


def _initials_first(person: Person) -> str:  # S. L. Masters
    return " ".join([*(f"{x}." for x in _letters(person[1])), person[0]])


def _full(person: Person) -> str:
    return f"{person[1]} {person[0]}".strip()


def _inverted(person: Person) -> str:
    return ", ".join(part for part in person if part)


# How one is printed, how the first is printed, separators, words before the last, et al. from how many on.
_STYLES: dict[str, tuple[Callable[[Person], str], Callable[[Person], str], str, tuple[str, ...]]] = {
    "vancouver": (_close, _close, ", ", (", ", ", ", ", ", " and ", ", and ", " & ")),
    "apa": (_comma_spaced, _comma_spaced, ", ", (", & ", " & ", ", and ", " and ")),
    "harvard": (_comma_close, _comma_close, ", ", (", ", " and ", " & ", ", and ")),
    "chicago": (_full, _inverted, ", ", (", and ", " and ")),
    "full": (_full, _full, ", ", (" and ", ", and ", ", ")),
    "ieee": (_initials_first, _initials_first, ", ", (", and ", " and ", ", ", " & ")),
    "acs": (_comma_spaced, _comma_spaced, "; ", ("; ",)),
    "nature": (_comma_spaced, _comma_spaced, ", ", (" & ", ", and ")),
}
_ET_AL = (" et al.", ", et al.", ", et al", " et al", ", and others", " et al.")


def listed(people: list[Person], style: str, chance: random.Random) -> str:
    """`Aksentijevich I, Masters SL, et al.`: the people of a work in one style, some of them left out now and then."""
    one, first, comma, lasts = _STYLES[style]
    shown = people
    most = chance.choice((1, 3, 3, 6, 6, 10, 30))
    if len(people) > most and chance.random() < 0.7:
        shown = people[:most]
    if chance.random() < 0.06:
        shown = [(family.upper(), given) for family, given in shown]
    texts = [first(shown[0]), *(one(person) for person in shown[1:])]
    if len(shown) < len(people):
        return comma.join(texts) + chance.choice(_ET_AL)
    return texts[0] if len(texts) == 1 else comma.join(texts[:-1]) + chance.choice(lasts) + texts[-1]
