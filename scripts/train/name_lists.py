"""Lists of people in a style drawn at random: the order of the names, initials, delimiters, the word before the last, et al."""

from __future__ import annotations

import random
from dataclasses import dataclass

from terms import Terms


@dataclass(frozen=True)
class NameList:
    """How a style prints people."""

    inverted: str  # all, first or none of them family name first
    given: str  # full, or how initials are set: "A. B.", "A.B.", "AB", "A B"
    comma: str  # between family and given name
    between: str
    last: str  # before the last of several
    et_al: str
    most: int  # more than so many are cut …
    shown: int  # … to these
    capitals: bool


def draw_names(terms: Terms, chance: random.Random, *, natural: bool = False) -> NameList:
    inverted = chance.choice(
        ("none", "none", "none", "all", "first") if natural else ("all", "all", "all", "first", "none", "none")
    )
    given = chance.choice(
        ("full", "full", "A. B.", "A. B.", "A.B.", "A.B.", "AB", "A B")
        if inverted == "all"
        else ("full", "full", "full", "A. B.", "A.B.", "A. B.")
    )
    comma = " " if given in ("AB", "A B") and chance.random() < 0.85 else chance.choice((", ", ", ", ", ", " "))
    between = chance.choice(
        ("; ", "; ", ", ") if comma == ", " and inverted == "all" else (", ", ", ", ", ", " and ", " – ", "/", " - ")
    )
    last = chance.choice((*terms.and_, *terms.and_, between))
    if between in ("/", " – ", " - ", " and "):
        last = between
    most = chance.choice((1, 2, 3, 3, 4, 6, 6, 8, 10, 40, 40, 40))
    return NameList(
        inverted=inverted, given=given, comma=comma, between=between, last=last, et_al=chance.choice(terms.et_al), most=most,
        shown=min(most, chance.choice((1, 1, 3, 3, 6))), capitals=chance.random() < 0.1,
    )  # fmt: skip


def listed_in(style: NameList, people: list[dict]) -> str:
    """`Weber, Max; Simmel, Georg u. a.`; nothing of nobody."""
    cut = len(people) > style.most
    shown = people[: style.shown] if cut else people
    names = [_name(style, person, first=at == 0) for at, person in enumerate(shown)]
    if cut or len(names) < 2:
        return style.between.join(names) + (style.et_al if cut else "")
    return style.between.join(names[:-1]) + style.last + names[-1]


def _name(style: NameList, person: dict, *, first: bool) -> str:
    if "literal" in person:
        return person["literal"]
    family = person["family"].upper() if style.capitals else person["family"]
    given = person.get("given", "")
    if style.given != "full":
        given = _initials(given, style.given)
    if style.inverted == "all" or (style.inverted == "first" and first):
        return style.comma.join(part for part in (family, given) if part)
    return f"{given} {family}".strip()


def _initials(given: str, form: str) -> str:
    letters = [part[0].upper() for part in given.replace("-", " ").replace(".", " ").split() if part[0].isalpha()]
    if form == "AB":
        return "".join(letters)
    if form == "A B":
        return " ".join(letters)
    return ("" if form == "A.B." else " ").join(f"{letter}." for letter in letters)
