"""A list of names as reference lists print it, in any style, to `Names`.

A list is cut at its commas and *and*s into parts; what kind of part each is (initials, a lone word, a whole name) shows in which
order the style prints names, and the order says which parts make one person.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.values.name_orders import people as people_of
from citekit.values.name_parts import Part, apart, form
from citekit.values.name_roles import Role, plain
from citekit.values.name_text import cleaned
from citekit.values.name_words import is_body, names_a_body
from citekit.values.names import Names, Person, is_initials

# The short ones only in lower case: `Kanamori Y and Hane K`, `Leong E S P`.
_AND = re.compile(
    r"(?:\s*[,;]\s*|\s+)(?:[Aa]nd|AND|[Uu]nd|with|et|y|e|i|og|och|en|és|dan|и|та)\s+(?:and\s+)?|(?:\s*[,;])?\s*\\?&\s*"
)
_MAY_BE_AND = (
    "&",
    "nd ",
    " et ",
    " y ",
    " e ",
    " i ",
    "AND ",
    " with ",
    " og ",
    " och ",
    " en ",
    " és ",
    " dan ",
    " и ",
    " та ",
)
_CZECH_AND = re.compile(r"\s+a\s+(?=[^,;]{1,80}$)")  # only before the last: Cem GABAY a Axel FINCKH
_DOUBLE = re.compile(
    r"(?:^|(?<=[,;] )|(?<= y )|(?<= e )|(?<= and ))([^\W\d_]+) ([yei]) ([^\W\d_]+)(?=, [^\W\d_]|,? [A-Z]{1,3}(?:[.,;]|$))"
)
_GLUE = "\u2060"  # holds a double name together while the list is cut
_ONE_EACH = re.compile(
    r"(?<=[^\W\d_]{3})\.\s+(?=[^\W\d_]{2})(?!and |und |et )|(?<=[A-Z]{2})\.\s+(?=[A-Z][^\W\d_]+[, ])"
)
_VARIOUS = re.compile(r"AA\.\s?VV\.?$")  # Italian: various authors
_BRACKETED = re.compile(r"([^\W\d_][^()\[\],;]{0,60}?)\s?\(([^()]{1,20}\.)\)")  # Bonhomme (Fl.), Lehner (R. P.)


def parse_names(text: str) -> Names:
    """The names alone; see `read_names`."""
    return read_names(text)[0]


def read_names(text: str) -> tuple[Names, Role]:
    """Reads a whole author list: `Leung VC, Lee KE`, `Call, J., & Tomasello, M.`, `D. Lehner and S. Gil`,
    `King, Ann; Roe, Tom`, `Child, Julia, Louisette Bertholle, and Simone Beck`, `Willets K A and Duyne R P V`, with or without
    *et al.*; and what the people did if the list says so: `editor` for *(Eds.)*, *hrsg. von*. Never raises.

    Order is kept, and so is every word of a name; what goes are the words of `name_roles`. A list that reads as one body (`World
    Health Organization`) gives one literal name. `A, B, … & Z` gives all three and `others`. A dash for the author of
    the reference before (`———`) is a family name like any other; see `repeated`.
    """
    if not text:
        return Names(), ""
    bare = plain(cleaned(text))
    listed = bare.text.strip(" ,;:")
    return (Names(tuple(_people(listed)), bare.others) if listed else Names()), bare.role


def repeated(names: Names, before: Names) -> Names:
    """The names with those of the reference before it where dashes stand for them.

    A dash alone is all of them (Chicago Manual 17, 14.67: `———`); dashes before other names are as many of the first (American
    Meteorological Society: `——, ——, and Niu, X.`).
    """
    dashes = next((at for at, person in enumerate(names) if any(map(str.isalnum, person.inverted))), len(names))
    if not dashes or len(before) < dashes:
        return names
    if dashes == len(names) == 1:
        return Names(before.people, before.others)
    return Names((*before.people[:dashes], *names.people[dashes:]), names.others)


def _people(text: str) -> Iterator[Person]:
    """Semicolons, or points between `Family, Given. Family, Given`, stand between whole names; else all is one run."""
    if _VARIOUS.match(text):
        yield Person(text, literal=True)
        return
    if "/ " in text:
        text = text.replace("/ ", "; ")  # Ralser, Michaela/ Wolf, Maria
    pieces = text.split(";") if ";" in text else _one_each(text) if ". " in text else [text]
    for piece in pieces:
        if any(map(names_a_body, piece.split())):
            yield from _with_bodies(piece.strip(" ,"))
        else:
            yield from people_of(_parts(piece), alone=len(pieces) > 1)


def _one_each(text: str) -> list[str]:
    """`PERRIN, Laurent. VEROT, Annick` and `Koob, GF. Heinrichs, SC` have one person between points."""
    pieces = _ONE_EACH.split(text)
    if all(piece.count(",") == 1 for piece in pieces) or all(form(piece) == "last" for piece in pieces):
        return pieces
    return [text]


def _parts(text: str) -> list[Part]:
    if " y " in text or " e " in text or " i " in text:
        text = _DOUBLE.sub(rf"\1{_GLUE}\2{_GLUE}\3", text)  # Ortega y Gasset, J.
    if "(" in text:
        text = _BRACKETED.sub(r"\1, \2", text)
    if " a " in text:
        text = _CZECH_AND.sub(" & ", text)
    if not any(word in text for word in _MAY_BE_AND):
        return apart((piece, False) for piece in text.replace(_GLUE, " ").split(","))
    chunks = [chunk.replace(_GLUE, " ").split(",") for chunk in _AND.split(text)]
    return apart((piece, at > 0 and first == 0) for at, chunk in enumerate(chunks) for first, piece in enumerate(chunk))


# ---------------------------------------------------------------- bodies among the names


def _with_bodies(text: str) -> Iterator[Person]:
    """Bodies hold commas and *and*s of their own: `Academies of Sciences, Engineering, and Medicine`."""
    segments = text.split(",")
    if is_body(segments[0]) and len(segments[0].split()) > 1:
        end = next((at for at in range(len(segments)) if _is_a_person(*segments[at : at + 2])), len(segments))
        yield from _bodies(",".join(segments[:end]))
        segments = segments[end:]
    people: list[str] = []
    for segment in segments:
        persons, body = _body_at_the_end(segment)
        people.append(persons)
        if body:
            yield from people_of(_parts(",".join(people)))
            people = []
            yield from _bodies(body)
    yield from people_of(_parts(",".join(people)))


def _is_a_person(segment: str, following: str = "") -> bool:
    """Has it initials, or do some follow?"""
    if is_body(segment):
        return False
    return any(part.form in ("first", "last", "initials") for part in _parts(segment)) or is_initials(following)


def _body_at_the_end(segment: str) -> tuple[str, str]:
    """`J. & NIST Team` → `J.`, `NIST Team`; `and the X Study Group` → ``, `the X Study Group`."""
    words = segment.split()
    if len(words) < 2 or not any(map(names_a_body, words)):
        return segment, ""  # Press, W. H. is a person
    if is_body(segment) and not _AND.match(segment):
        return "", segment.strip()
    found = _AND.search(segment)
    if found and is_body(segment[found.end() :]):
        return segment[: found.start()], segment[found.end() :].strip()
    return segment, ""


def _bodies(text: str) -> Iterator[Person]:
    """One body, or two with an *and* between: `LIGO Collaboration and Virgo Collaboration`, `U.S. Department of Health and Human
    Services` is one."""
    found = _AND.search(text)
    sides = [text[: found.start()], text[found.end() :]] if found else [text]
    if found and not (_closed(sides[0]) and is_body(sides[1]) and len(sides[1].split()) > 1):
        sides = [text]
    for name in sides:
        name = name.strip(" ,.")
        yield Person(name[1:-1] if name[0] == "(" and name[-1] == ")" else name, literal=True)


def _closed(name: str) -> bool:
    """Does the body's kind come last, so that the name is over?"""
    return is_body(name) and names_a_body(name.split()[-1])
