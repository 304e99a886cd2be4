"""Names of people and bodies."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from citekit.values.name_words import GENERATION, JUNIOR, PARTICLES, ends_a_family, is_capital_particle, is_initial
from citekit.values.text import fold, squash

_SUFFIXES = GENERATION | {"VI", "VII", "VIII", "IX", "4th"}  # between commas: King, III, H. F.


@dataclass(frozen=True, slots=True)
class Person:
    """One author or editor.

    `particle` is the *van*, *de la* that stands before the family name and goes with it. A body (*World Health
    Organization*) has `literal=True`, its whole name in `family` and nothing else.
    """

    family: str
    given: str = ""
    particle: str = ""
    suffix: str = ""
    literal: bool = False

    @property
    def inverted(self) -> str:
        """BibTeX's order: `van Royen-Kerkhoff, Annet`; `King, Jr., Martin Luther`; a body's name as it is."""
        family = f"{self.particle} {self.family}".strip()
        return ", ".join(part for part in (family, self.suffix, self.given) if part)


@dataclass(frozen=True, slots=True)
class Names:
    """An ordered list of people; `others` says that the list was cut (*et al.*, *and others*)."""

    people: tuple[Person, ...] = ()
    others: bool = False

    def __iter__(self) -> Iterator[Person]:
        return iter(self.people)

    def __len__(self) -> int:
        return len(self.people)

    def __bool__(self) -> bool:
        return bool(self.people)


# ---------------------------------------------------------------- reading one name


@lru_cache(maxsize=200_000)
def parse_person(text: str) -> Person:
    """One name in any of the usual orders: `Royen, A. van`, `Annet Van Royen-Kerkhoff`, `Garcia Gonzalez MA`.

    With a comma the part before it is the family name (`Family, Given`, `Family, Jr., Given`, `Family, AB, Jr.`). Without,
    glued initials at the end show that the family name comes first (`Lee KE`); otherwise the last word is the family name,
    with the particles before it. A single word is a family name.
    """
    text = " ".join(text.split()).strip(" ,;")
    if "," in text:
        parts = [part.strip() for part in text.split(",") if part.strip()]
        if len(parts) != 2 or parts[1] not in JUNIOR:
            return _from_commas(parts)
        text = " ".join(parts)  # R. E. Beck, Jr.
    words = text.split(" ")
    suffix = ""
    if len(words) > 2 and words[-1] in GENERATION:
        suffix = words.pop()
    tail = _start_of_initials(words)
    if tail < len(words) and not _starts_with_initials(words[0]):
        return _with_particle(words[:tail], " ".join(words[tail:]), suffix)
    return _given_first(words, suffix)


def is_initials(text: str) -> bool:
    """Only initials: `AB`, `A. B.`, `J.-P.`, `A B C`."""
    return bool(text) and all(is_initial(word) for word in text.split())


def _start_of_initials(words: list[str]) -> int:
    """Where the initials at the end begin; of several only the last may be long: in `DE NEVE G` they are `G`."""
    tail = len(words)
    while (
        tail > 1
        and is_initial(words[tail - 1])
        and (tail == len(words) or "." in words[tail - 1] or len(words[tail - 1]) < 3)
    ):
        tail -= 1
    return tail


def _starts_with_initials(word: str) -> bool:
    """`J.` and `J` can only be initials; `LEE` before `KE` is a family name in capitals."""
    return is_initial(word) and ("." in word or len(word) == 1)


def _from_commas(parts: list[str]) -> Person:
    if not parts:
        return Person("")
    family, rest = parts[0], parts[1:]
    # Alone behind the family name `IV` is a pair of initials: Ivanov, IV.
    known = _SUFFIXES if len(rest) > 1 else JUNIOR
    suffix = next((part for part in rest if part in known), "")
    if suffix:
        rest.remove(suffix)
    given = " ".join(rest)
    words = given.split()
    # `Royen-Kerkhoff, A. van`: the particle may follow the given names.
    tail = len(words)
    while tail > 1 and words[tail - 1] in PARTICLES:
        tail -= 1
    particle = " ".join(words[tail:])
    person = _with_particle(family.split(), " ".join(words[:tail]), suffix)
    return replace(person, particle=f"{person.particle} {particle}".strip()) if particle else person


def _with_particle(family: list[str], given: str, suffix: str) -> Person:
    """Splits the lower-case particles off a family name that comes whole: `van der Berg` → `van der` + `Berg`."""
    if len(family) > 1 and not suffix and family[-1] in JUNIOR:
        family, suffix = family[:-1], family[-1]  # Costa Jr E
    start = 0
    while start < len(family) - 1 and family[start] in PARTICLES:
        start += 1
    return Person(" ".join(family[start:]), given, " ".join(family[:start]), suffix)


def _given_first(words: list[str], suffix: str) -> Person:
    last = len(words) - 1
    while last > 1 and ends_a_family(words[last]):
        last -= 1  # A. Matos Neto
    start = last
    while start > 1 and words[start - 1] in PARTICLES:
        start -= 1
    if start > 1 and is_capital_particle(words[start - 1]):
        while start > 1 and is_capital_particle(words[start - 1]):
            start -= 1
        return Person(" ".join(words[start:]), " ".join(words[:start]), "", suffix)  # M. Van der Loos, I. VAN DER LOOS
    if len(words) > 1 and start == last and words[0] in PARTICLES:
        return _with_particle(words, "", suffix)  # `van Dijk` alone
    return Person(" ".join(words[last:]), " ".join(words[:start]), " ".join(words[start:last]), suffix)


# ---------------------------------------------------------------- comparing


@lru_cache(maxsize=200_000)
def fold_family(person: Person) -> str:
    """The family name as we compare it, with its particle and without spaces: `vanroyenkerkhoff`."""
    return squash(f"{person.particle} {person.family}")


@lru_cache(maxsize=200_000)
def initials(person: Person) -> str:
    """First letters of the given names, folded: `Hatem I.` → `hi`, `Jean-Luc` → `jl`, `AB` → `ab`."""
    letters = []
    for word in re.split(r"[\s.\-‐]+", person.given):
        if is_initial(word):
            letters.append(fold(word))
        elif word:
            letters.append(fold(word)[:1])
    return "".join(letters)


def same_person(a: Person, b: Person) -> bool:
    """Equal family names and no initials that speak against it: `Pham, Tuyet Hang` is `Pham, TH` and `Pham, T`.

    Particles may be missing on one side, or stand with the given names (`Hagen, P. Van Martin` is `van Hagen, PM`).
    """
    if fold_family(a) == fold_family(b):
        x, y = initials(a), initials(b)
        return x.startswith(y) or y.startswith(x)
    if squash(a.family) != squash(b.family):
        return False
    x, y = initials(a)[:1], initials(b)[:1]
    return not x or not y or x == y
