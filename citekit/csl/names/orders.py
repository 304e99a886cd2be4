"""The order and the dress of a name's parts (CSL 1.0.2, "Name-part Order" and "Name-part Formatting").

Gérard de la Martinière III        la Martinière, Gérard de, III        Martinière, Gérard de la, III        la Martinière
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from citekit.csl.element import Element
from citekit.csl.marks import plain
from citekit.csl.names.initials import initialized, spaced
from citekit.csl.names.options import NameOptions
from citekit.csl.names.particles import APOSTROPHES
from citekit.csl.names.people import Person
from citekit.csl.workshop import Dressing, Workshop

PART_BREAK = "\x1f"
"""Between the parts of a name in a sort key: less than any letter, so that `Doe, Zoe` comes before `Doe Smith, Al`."""

Order = Callable[[Person], str]


@dataclass(frozen=True, slots=True)
class Parts:
    """What a `cs:name` does to the parts of names."""

    family: Dressing
    around_family: Dressing
    given: Dressing
    around_given: Dressing
    written: Callable[[str], str]
    """A given name in full → in full or as initials"""
    suffix: Callable[[str], str]
    separator: str
    demoted: bool
    """Non-dropping particles of inverted names stand behind the given name."""
    demoted_in_sorting: bool
    is_english: bool


def parts(name: Element, options: NameOptions, workshop: Workshop) -> Parts:
    elements = {each.get("name"): each for each in name.all("name-part")}
    family, given = (elements.get(part, Element("name-part")) for part in ("family", "given"))
    return Parts(
        workshop.dressing(family, affixes=False),
        _affixes(family),
        workshop.dressing(given, affixes=False),
        _affixes(given),
        _given(options),
        _suffix(options),
        options.sort_separator,
        options.demote == "display-and-sort",
        options.demote != "never",
        workshop.locale.is_english,
    )


def _affixes(part: Element) -> Dressing:
    prefix, suffix = part.get("prefix"), part.get("suffix")
    return (lambda text: f"{prefix}{text}{suffix}" if text else text) if prefix or suffix else (lambda text: text)


def _given(options: NameOptions) -> Callable[[str], str]:
    mark, hyphen = options.initialize_with, options.initialize_with_hyphen
    if mark is None:
        return lambda given: given
    if not options.initialize:
        return lambda given: spaced(given, mark)
    return lambda given: initialized(given, mark, hyphen)


def _suffix(options: NameOptions) -> Callable[[str], str]:
    """`Jr.` is `Jr` beside initials without periods, as the reference processor has it."""
    bare = options.initialize_with is not None and "." not in options.initialize_with
    return (lambda suffix: suffix.replace(".", "")) if bare else (lambda suffix: suffix)


# ---------------------------------------------------------------- orders


def display(kit: Parts) -> Order:
    """Given name first."""

    def order(person: Person) -> str:
        given = kit.around_given(kit.given(kit.written(person.given)))
        family = _behind(kit.given(person.dropping.strip(" ")), _particle(kit, person) + kit.family(person.family))
        if person.suffix:
            family += (", " if person.comma_suffix else " ") + kit.suffix(person.suffix)
        family = kit.around_family(family)
        if person.dropping.startswith(","):
            return given + family
        return f"{given} {family}" if given else family

    return _any(kit, order)


def inverted(kit: Parts) -> Order:
    """Family name first, given name behind the separator."""

    def order(person: Person) -> str:
        given = kit.given(kit.written(person.given)) + _parted(kit.given, person.dropping)
        family = kit.family(person.family)
        if not kit.demoted:
            family = _particle(kit, person) + family
        elif person.non_dropping:
            given = f"{given} {kit.family(person.non_dropping.strip())}".lstrip()
        made = [kit.around_family(family), kit.around_given(given), kit.suffix(person.suffix)]
        return kit.separator.join(filter(None, made))

    return _any(kit, order)


def short(kit: Parts) -> Order:
    """The family name and what belongs to it."""

    def order(person: Person) -> str:
        return kit.around_family(_particle(kit, person) + kit.family(person.family))

    return order


def sorting(kit: Parts, form: str) -> Order:
    """What a name is sorted by (CSL 1.0.2, "Name-part Order", "Sorting order"), its parts parted by `PART_BREAK`."""

    def order(person: Person) -> str:
        if person.is_institution:
            return _without_article(plain(person.family)) if kit.is_english else plain(person.family)
        particle = person.non_dropping.strip()
        dropping = person.dropping.strip(" ,") if form != "short" else ""
        if kit.demoted_in_sorting:
            keys = [person.family, f"{dropping} {particle}".strip()]
        else:
            keys = [f"{particle} {person.family}".strip(), dropping]
        if form != "short":
            keys += [kit.written(person.given), person.suffix]
        return plain(PART_BREAK.join(keys).rstrip(PART_BREAK))

    return order


def is_inverted(person: Person) -> bool:
    """Does name-as-sort-order change this name?"""
    return bool(person.given) and not person.family_first and not person.static


def _any(kit: Parts, order: Order) -> Order:
    """The order for names of most scripts; where the family name comes first in any style, it does."""
    family = short(kit)

    def written(person: Person) -> str:
        if not person.given or not (person.family_first or person.static):
            return order(person)
        if person.family_first:
            return family(person) + kit.around_given(kit.given(person.given))
        return f"{family(person)} {kit.around_given(kit.given(kit.written(person.given)))}"

    return written


def _particle(kit: Parts, person: Person) -> str:
    """The non-dropping particle in its dress, and the space behind it."""
    return _parted(kit.family, person.non_dropping)


def _parted(dress: Dressing, particle: str) -> str:
    """A particle in its dress; what parts it from the name stays outside."""
    if not particle:
        return particle
    bare = particle.strip(" ")
    start = particle.index(bare)
    return particle[:start] + dress(bare) + particle[start + len(bare) :]


def _behind(particle: str, family: str) -> str:
    """The family name behind a dropping particle: `von Humboldt`, `d’Aubignac`."""
    if not particle:
        return family
    return particle + ("" if plain(particle)[-1:] in APOSTROPHES else " ") + family


def _without_article(name: str) -> str:
    article, _, rest = name.partition(" ")
    return rest if rest and article.lower() in ("a", "an", "the") else name
