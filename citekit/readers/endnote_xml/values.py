"""The values of EndNote's fields: text in runs of one style each, names, dates, numbers of books and serials."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from citekit.readers.xml import Element
from citekit.values import dates, edtf
from citekit.values.markup import script
from citekit.values.name_exports import exported_person
from citekit.values.names import Names, Person, is_initials, parse_person
from citekit.values.standard_numbers import standard_numbers

# ---------------------------------------------------------------- text

_BLANKS = re.compile(r"[ \t\n\f\v]+")


def lines(element: Element) -> list[str]:
    """The text of a field by its lines, empty ones left out. A line ends where EndNote ended it (`&#xD;`); all other blanks are one.

    Runs of one style stand one behind the other without a blank: `<style>H</style><style face="subscript">2</style>`. Blanks between
    them that hold a line break are the layout of the file.
    """
    text = "".join(_runs(element._node))
    return [line for part in text.split("\r") if (line := _BLANKS.sub(" ", part).strip(" "))]


def _runs(node: Any) -> Iterable[str]:
    styled = len(node) > 0
    yield _unless_layout(node.text or "", styled)
    for child in node.iterchildren("*"):
        face = child.get("face", "")
        text = "".join(_runs(child))
        scripted = "script" in face
        yield script(text, above="superscript" in face) if scripted else text
        yield _unless_layout(child.tail or "", styled)


def _unless_layout(text: str, styled: bool) -> str:
    return "" if styled and "\n" in text and not text.strip() else text


# ---------------------------------------------------------------- names

_ROLE = re.compile(r"\s*\([^()]*\)$")  # Jackson,, P. (Director)


def people(elements: Iterable[Element]) -> Names:
    """The names of `author` elements: `Family, Given`; a body's ends with a comma (`Acme Corporation,`), and where it has one
    inside that is written twice (`University of California,, Berkeley`). `et al.,` says that the list was cut.

    https://docs.endnote.com/docs/endnote/2025/v1/windows/en/content/17reftypes/ref_types.htm (Special Fields, Author Fields)
    """
    found: list[Person] = []
    others = False
    for element in elements:
        names = [name.strip() for line in lines(element) for name in line.split(";") if name.strip(" ,")]
        for name in names or filter(None, [_from_attributes(element)]):
            if name.lower().strip(" .,") in ("et al", "and others", "others"):
                others = True
            else:
                found.append(person(name))
    return Names(tuple(found), others)


def person(name: str) -> Person:
    """`Smith, J. A.`, `Acme Corporation,`, `University of California,, Berkeley`."""
    first, doubled, rest = name.partition(",,")
    if doubled and rest.strip():
        if is_initials(_ROLE.sub("", rest).strip()):
            return parse_person(f"{first}, {_ROLE.sub('', rest).strip()}")
        return Person(f"{first.strip()}, {rest.strip()}", literal=True)
    whole = name.rstrip(" ,")
    if name.endswith(",") and "," not in whole:
        return Person(whole, literal=True)
    return exported_person(whole)


def _from_attributes(element: Element) -> str:
    """EndNote's document type lets an empty `author` have its name in attributes."""
    body = element.attribute("corp-name")
    given = element.attribute("first-name") or element.attribute("initials")
    family = element.attribute("last-name")
    return f"{body}," if body else ", ".join(filter(None, (family, element.attribute("suffix"), given)))


# ---------------------------------------------------------------- dates

_YEARS = re.compile(r"(\d{4})\s?[-–/]\s?(\d{4}|\d\d)")


def issued(year: str, date: str) -> tuple[Mapping[str, str], str]:
    """The fields of a year and a date (`2015`, `Mar 3`), and the date where it says more than they hold.

    `1998-1999` is a `year` and a `date`, `1998/1999`; a season is a `date`, `2009-21`. A year in words stays as it is.
    """
    found: dict[str, str] = {}
    span = _YEARS.fullmatch(year)
    if span:
        last = span[2] if len(span[2]) == 4 else span[1][:2] + span[2]
        found |= {"year": span[1], "date": f"{span[1]}/{last}"} if int(last) > int(span[1]) else {"year": span[1]}
    elif year:
        found["year"] = dates.parse(year).year or year
    own = dates.parse(date)
    told = found.get("year", "")
    if own.year and told and own.year != told:
        return found, date
    full = own if own.year else dates.parse(f"{date} {told}")
    if full.year:
        found.setdefault("year", full.year)
    if full.month and "date" not in found:
        found |= {"month": full.month} | ({"day": full.day.lstrip("0")} if full.day else {})
        return found, ""
    season = edtf.season(date.replace(told, "").strip(" ,")) if told.isdecimal() else ""
    if season and "date" not in found:
        return {**found, "date": f"{told}-{season}"}, ""
    return found, "" if date == told else date


def accessed(text: str) -> str:
    """A whole date as `2020-05-03`, anything else as `""`."""
    return edtf.whole_day(dates.parse(text))


# ---------------------------------------------------------------- numbers


def numbers(written: Iterable[str], kind: str) -> str:
    """The ISSNs or the ISBNs in the lines of an `isbn` field, with commas: `0007-0920 (Linking)` → `0007-0920`."""
    found = [number for line in written for this, number in standard_numbers(line) if this == kind]
    return ", ".join(dict.fromkeys(found))
