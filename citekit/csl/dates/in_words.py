"""Dates written out: `4 June 2009`, `June 4-6, 2009`, `Spring 1999 - Summer 2001`, `2009-06-04/2010`, `c. 1850`, `44 BC`."""

from __future__ import annotations

import re
from functools import lru_cache

from citekit.csl.dates.value import NOTHING, Date, Day, day_of
from citekit.values.dates import MONTHS, month
from citekit.values.edtf import season

_LONGEST = 100
_ISO = re.compile(r"(-?\d{4})(?:([-/])(\d\d?|XX)(?:\2(\d\d?|XX))?)?(?:T[\d:.Z+-]*)?", re.ASCII)
_SLASHED = re.compile(r"(\d\d?)/(\d\d?)/(\d{4})", re.ASCII)  # 06/04/2009: the month first
_DOTTED = re.compile(r"(\d\d?)\. ?(\d\d?)\. ?(\d{4})", re.ASCII)  # 4.6.2009: the day first
_CIRCA = re.compile(r"(?:circa|ca\.?|c\.)\s*(?=\S)", re.IGNORECASE)
_TO = re.compile(r"\s*(?:-+|–|—|\sto\s|/)\s*")
_TOKEN = re.compile(r"[^\W\d_]+|\d+|[^\w\s,.]")
_FILLERS = frozenset({"st", "nd", "rd", "th", "de", "of", "the"})
_ERAS = {"ad": 1, "ce": 1, "bc": -1, "bce": -1}


@lru_cache(maxsize=2048)
def read_words(text: str) -> Date:
    """The date that a text means; words that are none are kept as `words`."""
    text = " ".join(text.split())
    if not text or len(text) > _LONGEST or text[0] == '"' == text[-1]:
        return Date(words=text.strip('"')) if text else NOTHING
    plain = _CIRCA.sub("", text, count=1) if _CIRCA.match(text) else text
    bare = plain.rstrip("?~% ")
    found = _iso_range(bare) or _date(bare)
    return found._replace(is_uncertain=bare != text) if found else Date(words=text)


def _iso_range(text: str) -> Date | None:
    """`2009-06-04/2010`, `1987/..`"""
    start, slash, end = text.partition("/")
    first = _iso(start)
    if not slash or not first:
        return None
    if end in ("", ".."):
        return Date(first, is_open=True)
    last = _iso(end)
    return Date(first, last) if last else None


def _date(text: str) -> Date | None:
    if one := _one(text):
        return Date(one)
    for hyphen in _TO.finditer(text):
        if found := _range(text[: hyphen.start()], text[hyphen.end() :]):
            return found
    return None


def _range(start: str, end: str) -> Date | None:
    """`Spring 1999`, `Summer 2001`; `June 4`, `6, 2009`; `June`, `July 2009`; `1987`, ``."""
    first, last = _parts(start), _parts(end)
    if first and not end and first.year:
        return Date(first, is_open=True)
    if not first or not last or (not last.year and not first.year):
        return None
    first = first._replace(year=first.year or last.year)
    last = last._replace(year=last.year or first.year)
    if not first.month and not first.season and first.day:
        first = first._replace(month=last.month)
    if not last.month and not last.season and last.day:
        last = last._replace(month=first.month)
    if any(day.day and not day.month for day in (first, last)):
        return None
    return Date(first, last if last != first else None)


def _one(text: str) -> Day | None:
    if iso := _iso(text):
        return iso
    if slashed := _SLASHED.fullmatch(text):
        first, second = int(slashed[1]), int(slashed[2])
        return day_of(int(slashed[3]), *((second, first) if first > 12 else (first, second)))
    if dotted := _DOTTED.fullmatch(text):
        return day_of(int(dotted[3]), int(dotted[2]), int(dotted[1]))
    found = _parts(text)
    return found if found and found.year and (found.month or not found.day) else None


def _iso(text: str) -> Day | None:
    found = _ISO.fullmatch(text.strip("?~% "))
    if not found:
        return None
    number, day = (int(part) if part and part.isdecimal() else 0 for part in (found[3], found[4]))
    return day_of(int(found[1]), number, day) if number <= 12 or 21 <= number <= 24 else None  # 1998/99 is no month


def _parts(text: str) -> Day | None:
    """What the words and numbers of one date say, in any order; None where one of them is no part of a date or comes twice."""
    year = number = day = of_year = 0
    era = 0
    for token in _TOKEN.findall(text):
        word = token.lower()
        if word.isdecimal():
            if len(word) > 2 and not year:
                year = int(word)
            elif len(word) <= 2 and not day:
                day = int(word)
            else:
                return None
        elif word in _ERAS and not era:
            era = _ERAS[word]
        elif named := month(word):
            if number or "-" in named:
                return None
            number = MONTHS.index(named) + 1
        elif season(word) and not of_year:
            of_year = int(season(word)) - 20
        elif word not in _FILLERS:
            return None
    if era and not year:
        year, day = day, 0
    if not any((year, number, day, of_year)) or year > 9999 or day > 31:
        return None
    return Day(year * (era or 1), number, day, of_year)
