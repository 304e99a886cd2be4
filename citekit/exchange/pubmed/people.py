"""Names of people in PubMed: `FAU - Watson, Wayne R 3rd`, `AU  - Watson WR 3rd`, and bodies in their place among them.

NLM's rules for names: https://www.nlm.nih.gov/bsd/mms/medlineelements.html#au
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from citekit.exchange.pubmed.said import Parts, Record, Said
from citekit.values.names import Names, Person, is_initials, parse_person

_OTHERS = re.compile(r"et\.? al\.?", re.IGNORECASE)
_SUFFIX = re.compile(r"(?:Jr|Sr|II|III|IV|[2-9](?:nd|rd|th))\.?")


def full_name(text: str) -> Person:
    """`Brinjikji, Waleed`, `van Es, Adriaan C G M`, `Watson, Wayne R 3rd`; without a comma it is one name, or a body's where it has
    several words."""
    family, comma, given = (part.strip() for part in text.partition(","))
    if not comma:
        return Person(family, literal=" " in family)
    words = given.split()
    suffix = words.pop() if len(words) > 1 and _SUFFIX.fullmatch(words[-1]) else ""
    return person(family, " ".join(words), suffix)


def person(family: str, given: str = "", suffix: str = "") -> Person:
    """One name whose parts are told apart, the particle still with the family name."""
    if "," in family:
        return Person(family, given, "", suffix)
    found = parse_person(f"{family}, X")
    return Person(found.family, given, found.particle, suffix or found.suffix)


def short_name(text: str) -> Person:
    """`Brinjikji W`, `van der Berg CL Jr`: the family name comes first. What ends in no initials is read as it stands."""
    words = text.split()
    suffix = words.pop() if len(words) > 2 and _SUFFIX.fullmatch(words[-1]) else ""
    if "," in text:
        return full_name(text)
    if len(words) > 1 and is_initials(words[-1]):
        return person(" ".join(words[:-1]), words[-1], suffix)
    return Person(text, literal=" " in text)


# role, full form, short form, body
_ROLES = (("author", "FAU", "AU", "CN"), ("editor", "FED", "ED", ""), ("bookauthor", "pubmed-bookauthor", "", ""))


def people(record: Record) -> Parts:
    """Authors, editors and, of a chapter, the authors of the book."""
    for role, *tags in _ROLES:
        said = [each for each in record.said if each.tag in tags]
        if said:
            yield role, names(said, *tags), said[0]


def names(said: Sequence[Said], full: str, short: str, body: str = "") -> Names:
    """The people of one role in their order. The full form wins; a short one counts where it has no full one beside it.

    *et al.* in place of a name says that the list is cut.
    """
    people: list[Person] = []
    others = False
    for each in _without_pairs(said, full, short):
        if _OTHERS.fullmatch(each.value):
            others = True
        elif each.person or each.value:
            people.append(each.person or _read(each, full, body))
    return Names(tuple(people), others)


def _read(each: Said, full: str, body: str) -> Person:
    if each.tag == body:
        return Person(each.value, literal=True)
    return full_name(each.value) if each.tag == full else short_name(each.value)


def _without_pairs(said: Sequence[Said], full: str, short: str) -> Iterator[Said]:
    """Each name once, be it that the forms stand in pairs or apart."""
    whole = sum(each.tag == full for each in said)
    paired = whole >= sum(each.tag == short for each in said)
    beside = False
    for each in said:
        if each.tag == short and (paired or beside):
            beside = False
            continue
        beside = each.tag == full
        yield each


# ---------------------------------------------------------------- writing


def written_full(person: Person) -> str:
    """`Watson, Wayne R 3rd`"""
    family = f"{person.particle} {person.family}".strip()
    given = f"{person.given} {person.suffix}".strip()
    return f"{family}, {given}" if given else family


def written_short(person: Person) -> str:
    """`Watson WR 3rd`: at most the first letters of the given names, as PubMed writes them."""
    family = f"{person.particle} {person.family}".strip()
    letters = "".join(word if is_initials(word) else word[0] for word in re.findall(r"[^\W\d_]+", person.given))
    return " ".join(part for part in (family, letters.upper(), person.suffix) if part)
