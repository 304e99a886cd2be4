"""Zotero's creators and our `Names`, both ways."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from citekit.exchange.zotero.schema import ItemType
from citekit.values.name_words import GENERATION
from citekit.values.names import Names, Person, parse_person

Creator = Mapping[str, Any]

# Creator type → our field, in the order in which https://api.zotero.org/schema brings them up. Whom citations name is the `author`, except
# in films and hearings, where a director and a contributor are. The others' fields are called `zotero-…` and hold text.
_FIELDS = {
    "artist": "author",
    "contributor": "contributor",
    "performer": "author",
    "composer": "composer",
    "translator": "translator",
    "sponsor": "author",
    "author": "author",
    "editor": "editor",
    "seriesEditor": "serieseditor",
    "bookAuthor": "bookauthor",
    "programmer": "author",
    "reviewedAuthor": "reviewedauthor",
    "recipient": "recipient",
    "director": "director",
    "interviewee": "author",
    "interviewer": "interviewer",
    "cartographer": "author",
    "inventor": "author",
    "podcaster": "author",
    "presenter": "author",
    "creator": "author",
}
_OURS = frozenset(_FIELDS.values())


def our_names(role: str) -> str:
    """Our field for a creator type: `seriesEditor` → `serieseditor`, `castMember` → `zotero-castmember`."""
    return _FIELDS.get(role, f"zotero-{role.lower()}")


def creator_type(kind: ItemType, name: str) -> str:
    """The creator type that stands for our field in this item type; `""` where there is none."""
    return next((role for role in kind.creators if our_names(role) == name), "")


def is_names(name: str) -> bool:
    """Does this field of ours hold `Names`? Those for creators that we have no field for hold text."""
    return name in _OURS


# ---------------------------------------------------------------- one person


def person(creator: Creator) -> Person | None:
    """`{"lastName": "van Dyke", "firstName": "Dick, Jr."}`, or `{"name": …}` for a body. `None` for a creator without a name."""
    family, given = (" ".join(str(creator.get(part) or "").split()) for part in ("lastName", "firstName"))
    whole = " ".join(str(creator.get("name") or "").split())
    if whole or not (family or given):
        return Person(whole, literal=True) if whole else None
    if not family:
        return Person(given)
    given, suffix = _without_suffix(given)
    apart = parse_person(f"{family}, x")  # splits off the particle
    if apart.given == "x" and not apart.suffix:
        return Person(apart.family, given, apart.particle, suffix)
    return Person(family, given, "", suffix)


def creator(role: str, person: Person) -> dict[str, str]:
    """A person as a creator. A generation follows the given names behind a comma, as Zotero's citations want it."""
    if person.literal:
        return {"creatorType": role, "name": person.family}
    return {"creatorType": role, **_halves(person)}


def _halves(person: Person) -> dict[str, str]:
    given = ", ".join(part for part in (person.given, person.suffix) if part)
    return {"firstName": given, "lastName": f"{person.particle} {person.family}".strip()}


def _without_suffix(given: str) -> tuple[str, str]:
    before, _, last = given.rpartition(",")
    last = last.strip()
    return (before.strip(), last) if last in GENERATION or last in ("VI", "VII") else (given, "")


# ---------------------------------------------------------------- people in a text


def piped(person: Person) -> str:
    """A name for a line of Extra: `Family || Given`; a body's as it is."""
    if person.literal:
        return person.family
    halves = _halves(person)
    return f"{halves['lastName']} || {halves['firstName']}".strip()


def of_pipe(text: str) -> Person | None:
    """What `piped` writes, read again."""
    family, pipe, given = text.partition("||")
    return person({"lastName": family, "firstName": given} if pipe else {"name": text})


def in_text(people: Iterable[Person]) -> str:
    """Names as BibTeX lists them, bodies in braces: `Roe, Ann and {World Health Organization}`."""
    return " and ".join(f"{{{each.family}}}" if each.literal else _inverted(each) for each in people)


def _inverted(person: Person) -> str:
    return person.inverted if person.given or person.suffix else f"{person.inverted},"


_MARKS = re.compile(r"[{}]| and ")


def of_text(text: str) -> Names:
    """What `in_text` writes, read again."""
    return Names(tuple(_one(part) for part in _parts_of(" ".join(text.split())) if part.strip(" ,{}")))


def _parts_of(text: str) -> Iterator[str]:
    """Between the *and*s that stand in no braces."""
    depth = start = 0
    for mark in _MARKS.finditer(text):
        if mark[0] == "{":
            depth += 1
        elif mark[0] == "}":
            depth -= 1
        elif depth <= 0:
            yield text[start : mark.start()].strip()
            start = mark.end()
    yield text[start:].strip()


def _one(text: str) -> Person:
    if text.startswith("{") and text.endswith("}"):
        return Person(text[1:-1], literal=True)
    return parse_person(text)
