"""What the elements of MODS say, each by itself: titles, names, dates, parts. https://www.loc.gov/standards/mods/userguide/"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from citekit.exchange.mods.roles import role_of
from citekit.readers.xml import Element
from citekit.values import dates, pages
from citekit.values.edtf import iso
from citekit.values.name_words import PARTICLES, is_body
from citekit.values.names import Names, Person, parse_person

# ---------------------------------------------------------------- titles


def title(info: Element) -> str:
    """`nonSort` + `title` + `subTitle` and the part: `The tempest: a play. Part 1, The storm`."""
    said = info.text("title") or ("" if info.children() else info.text())
    before = info.first("nonSort")
    if before and (article := before.text()):
        said = f"{article}{'' if article.endswith(('’', chr(39), '-')) else ' '}{said}"
    subtitle = info.text("subTitle")
    if subtitle:
        said = f"{said.rstrip(' :')}: {subtitle}" if said else subtitle
    said = said.removesuffix(" /")  # ISBD's sign before those who wrote it
    part = ", ".join(filter(None, (info.text("partNumber"), info.text("partName"))))
    return f"{said.rstrip('.')}. {part}" if said and part else said or part


def main_title(element: Element) -> Element | None:
    """The title that a work goes by: the one without a type, else the first that is no abbreviation."""
    infos = [info for info in element.children("titleInfo") if title(info)]
    return min(infos, key=_title_rank, default=None)


def _title_rank(info: Element) -> tuple[bool, int]:
    kind = info.attribute("type")
    return info.attribute("usage") != "primary", _TITLES.index(kind) if kind in _TITLES else 2


_TITLES = ("", "uniform", "other", "alternative", "translated", "abbreviated")

# ---------------------------------------------------------------- names


def roles(name: Element) -> list[str]:
    """Our fields for the roles of a name; `contributor` for those MARC's list does not have. Empty where it says none."""
    terms = [term for role in name.children("role") for term in (role.texts("roleTerm") or [role.text()]) if term]
    known = [ours for term in terms if (ours := role_of(term))]
    return known or (["contributor"] if terms else [])


def people(name: Element) -> Names:
    """The one person or body of a `name`, or `others` for MODS 3.4's `etal`."""
    found = _person(name)
    return Names((found,) if found else (), bool(name.children("etal")))


def body(name: Element) -> str:
    """The name of a body or a meeting: its parts one below the other, `United States. Congress`."""
    parts = [text.strip(" ,") for text in _parts(name, "")]
    return ". ".join([*(text.rstrip(".") for text in parts[:-1]), *parts[-1:]]) or name.text("displayForm")


def name_date(name: Element) -> str:
    return next(iter(_parts(name, "date")), "")


def _parts(name: Element, kind: str) -> list[str]:
    return [text for part in name.children("namePart") if part.attribute("type") == kind and (text := part.text())]


def _person(name: Element) -> Person | None:
    family, given = " ".join(_parts(name, "family")), " ".join(_parts(name, "given"))
    suffix = " ".join(_parts(name, "termsOfAddress"))
    kind = name.attribute("type")
    if family and kind != "corporate":
        return _structured(family.strip(" ,"), given.strip(" ,"), suffix)
    whole = ", ".join(filter(None, (family, given))) or body(name)
    if not whole:
        return None
    if kind in ("corporate", "conference") or (kind != "personal" and "," not in whole and is_body(whole)):
        return Person(whole, literal=True)
    return parse_person(whole)


def _structured(family: str, given: str, suffix: str) -> Person:
    words = family.split(" ")
    start = 0
    while start < len(words) - 1 and words[start] in PARTICLES:
        start += 1
    return Person(" ".join(words[start:]), given, " ".join(words[:start]), suffix)


# ---------------------------------------------------------------- dates

_RUN_TOGETHER = re.compile(r"(\d{4})(\d\d)(\d\d)?(?:T.*)?")  # ISO 8601's basic form: 20031105
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")


def when(text: str) -> dates.Date:
    """`2003-11-05`, `20031105`, `c2011`, `[1889?]`, `Feb. 1976`; an empty date for what names no year (`19uu`)."""
    found = _RUN_TOGETHER.fullmatch(text)
    if found and 1 <= int(found[2]) <= 12:
        return dates.parse("-".join(part for part in found.groups() if part))
    date = dates.parse(text)
    year = _YEAR.search(text)
    return date if date.year or not year or year[0] == "9999" else dates.Date(year[0])


def issued(written: Sequence[Element]) -> tuple[Mapping[str, str], Element | None]:
    """Year, month and day, or `date` for a span, from the dates of one kind, and the element that was chosen: the key date, else one
    that is written by a standard, else the first. A date without a year is the `year` as it stands."""
    told = [element for element in written if element.text()]
    ends = {end: element for end in ("end", "start") for element in told if element.attribute("point") == end}
    if "start" in ends and ends["start"].text():
        return _span(ends["start"].text(), ends["end"].text() if "end" in ends else ""), ends["start"]
    ranked = sorted(told, key=lambda each: (each.attribute("keyDate") != "yes", not each.attribute("encoding")))
    if not ranked:
        return {}, None
    chosen = next((each for each in ranked if when(each.text()).year), ranked[0])
    return _single(chosen.text()), chosen


_SPAN = re.compile(r"(\d{4}(?:-\d\d){0,2})\s?[/–]\s?((?:\d{4}(?:-\d\d){0,2}|\.\.)?)|(\d{4})\s?-\s?(\d{4}|)")
_SEASON = re.compile(r"\d{4}-2[1-4]")  # EDTF, level 1


def _single(text: str) -> dict[str, str]:
    found = _SPAN.fullmatch(text)
    if found:
        return _span(found[1] or found[3], found[2] or found[4] or "")
    if _SEASON.fullmatch(text):
        return {"year": text[:4], "date": text}
    date = when(text)
    if not date.year:
        return {"year": text}
    said = {"year": date.year, "month": date.month, "day": date.day}
    return {name: value for name, value in said.items() if value}


def _span(start: str, end: str) -> dict[str, str]:
    first, last = when(start), when(end)
    if not first.year:
        return {"year": start}
    if (first.year, first.day, last.day) == (last.year, "", "") and first.month and last.month:
        same = first.month == last.month
        return {"year": first.year, "month": first.month if same else f"{first.month}-{last.month}"}
    return {"year": first.year, "date": f"{iso(first)}/{iso(last) or '..'}"}


# ---------------------------------------------------------------- parts and extents

_OF_PAGES = re.compile(r"(?:pages?|pp?\.?|)", re.IGNORECASE)


def page_range(extent: Element) -> tuple[str, str]:
    """The pages of an `extent` and, apart from them, how many there are."""
    if not _OF_PAGES.fullmatch(extent.attribute("unit")):
        return "", ""
    first, last, total = extent.text("start"), extent.text("end"), extent.text("total")
    listed = extent.text("list")
    return pages.between(first, last) or pages.expand(listed), total


_TOTAL = re.compile(r"(\d{1,9})\s?(?:pp?|pages?|s|seiten|leaves|págs?)\b", re.IGNORECASE)
_VOLUMES = re.compile(r"(\d{1,9})\s?(?:v|vols?|volumes?|bde?|t)\b", re.IGNORECASE)


def totals(extent: str) -> tuple[Mapping[str, str], bool]:
    """How many pages and volumes the extent of a copy counts (`xi, 402 p. : ill.`), and whether it says anything more."""
    found = {"pagetotal": _TOTAL.search(extent), "volumes": _VOLUMES.search(extent)}
    said = {name: match[1] for name, match in found.items() if match}
    rest = extent
    for match in found.values():
        rest = rest.replace(match[0], "", 1) if match else rest
    if not said and extent.isdecimal():
        return {"pagetotal": extent}, False
    return said, any(map(str.isalnum, rest))


def joined(texts: Iterable[str], between: str = ", ") -> str:
    return between.join(dict.fromkeys(filter(None, texts)))
