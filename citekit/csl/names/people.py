"""One name as its parts, from an item of CSL-JSON."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from citekit.csl.field_text import marked
from citekit.csl.marks import clean
from citekit.csl.names.particles import APOSTROPHES, Given, parted_family, parted_given
from citekit.csl.names.scripts import is_family_first
from citekit.csl.rendering import Item

Name = Mapping[str, Any]

COLLAPSED = "editor-translator"
"""The variable and the term for editors who are the translators, too."""

_OTHERS = frozenset({"others", "and others", "et al", "et al."})
_LONGEST_OTHERS = 20

_MARKUP = re.compile(r"[<&\"“”„«»]|(?<![^\s(])'\S(?:[^']*\S)?'(?![^\s),])")
"""What has to be read as markup. `Robert 'Bob'` is a quotation, `d'Artagnan` and `'t Hooft` have apostrophes."""


class Person(NamedTuple):
    """A name in its parts, each marked text. An institution, or a person of one name, has `family` alone."""

    family: str
    given: str = ""
    dropping: str = ""
    """With what parts it from the given name: `" von"`"""
    non_dropping: str = ""
    """With what parts it from the family name: `"van "`, `"al-"`"""
    suffix: str = ""
    comma_suffix: bool = False
    static: bool = False
    """Written with the family name first in any style (`static-ordering`)."""
    family_first: bool = False
    """In a script that writes the family name first and no space between the names."""
    is_institution: bool = False


class People(NamedTuple):
    """The names of a variable, and whether there are others besides, which the source left out."""

    names: Sequence[Name] = ()
    and_others: bool = False

    @property
    def are_several(self) -> bool:
        return len(self.names) + self.and_others > 1


NOBODY = People()


def people(item: Item, variable: str) -> People:
    """The names that an item has for a variable."""
    value = item.get(variable)
    if isinstance(value, list):
        return apart([each for each in value if isinstance(each, dict) and any(each.values())])
    if isinstance(value, str) and value.strip():
        return People([{"literal": value}])
    return NOBODY


def apart(names: Sequence[Name]) -> People:
    """A list of names without a last one that is none: `{"literal": "others"}`, BibTeX's `and others`, which pandoc writes so."""
    if names and _is_others(names[-1]):
        return People(names[:-1], True) if len(names) > 1 else NOBODY
    return People(names)


def _is_others(name: Name) -> bool:
    if name.get("given") or not _is_true(name.get("parse-names", True)):
        return False
    said = name.get("literal") or name.get("family")
    return isinstance(said, str) and len(said) < _LONGEST_OTHERS and said.strip().lower() in _OTHERS


@lru_cache(maxsize=65_536)
def person(parts: tuple[tuple[str, Any], ...]) -> Person | None:
    """The parts of a name, which comes as its keys and values; None for one that says nothing."""
    name = dict(parts)
    literal = _text(name.get("literal"))
    family, given = _text(name.get("family")), _text(name.get("given"))
    if literal and not family and not given:
        return Person(_marked(literal), is_institution=True)
    if not given:
        return _family_alone(name, family) if family else None
    if not family:
        return Person(_marked(given), suffix=_marked(_text(name.get("suffix"))))
    parted = _given(name, given if family.isupper() else _apart_initials(given))
    non_dropping, family = _family(name, family)
    return Person(
        family=_marked(family),
        given=_marked(parted.given),
        dropping=_marked(parted.dropping),
        non_dropping=_marked(non_dropping),
        suffix=_marked(_text(name.get("suffix")) or parted.suffix),
        comma_suffix=_is_true(name.get("comma-suffix")) or parted.comma_suffix,
        static=_is_true(name.get("static-ordering")),
        family_first=is_family_first(family, given),
    )


_GLUED = re.compile(r"(?<![\w.])[^\W\d_]{2,3}(?![\w.])")


def _apart_initials(given: str) -> str:
    """`ME`, as PubMed writes initials, is `M. E.`; in four capitals or more (`JOHN`) it is a name."""
    return _GLUED.sub(
        lambda word: "".join(f"{letter}. " for letter in word[0]).rstrip() if word[0].isupper() else word[0], given
    )


def _family_alone(name: Name, family: str) -> Person:
    if _is_true(name.get("isInstitution")):
        return Person(_marked(family), is_institution=True)
    non_dropping, family = _family(name, family)
    suffix = _text(name.get("suffix"))
    return Person(_marked(family), non_dropping=_marked(non_dropping), suffix=_marked(suffix))


def _family(name: Name, family: str) -> tuple[str, str]:
    """The non-dropping particle and the family name. A family name in quotation marks has no particle (name_ParticleCaps3)."""
    if particle := _text(name.get("non-dropping-particle")):
        return _joined(particle), family
    if len(family) > 2 and family[0] == family[-1] == '"':
        return "", family[1:-1]
    if name.get("dropping-particle") or family[:1].isupper():
        return "", family
    return parted_family(family)


def _given(name: Name, given: str) -> Given:
    if particle := _text(name.get("dropping-particle")):
        return Given(given, f" {particle}", "", False)
    if _text(name.get("non-dropping-particle")):
        return Given(given, "", "", False)
    return parted_given(given)


def _joined(particle: str) -> str:
    return particle if particle[-1] in APOSTROPHES or particle[-1] == "-" else particle + " "


def _text(value: object) -> str:
    """A part of a name as text. Numbers are names, too (`3M`, `50 Cent`)."""
    if isinstance(value, str):
        text = value.strip()
        return text if text.isascii() else clean(text)
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else ""


def _is_true(value: object) -> bool:
    return bool(value) and value != "false"


def _marked(text: str) -> str:
    """Marked text of a part of a name; what parts it from others stays at its ends."""
    if text.replace(" ", "").replace(".", "").replace("-", "").isalpha():
        return text
    if _MARKUP.search(text):
        start, end = len(text) - len(text.lstrip()), len(text.rstrip())
        return text[:start] + marked(text[start:end]) + text[end:]
    return text.replace("'", "’")
