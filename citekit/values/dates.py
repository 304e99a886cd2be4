"""Months and dates.

A `month` value is `jun`, or `jul-aug` for an issue that spans two. BibTeX's own macros have the same three letters.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from citekit.values.text import fold

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

# Names whose first letters are not those of the English month. French, German, Spanish, Portuguese, Italian.
_OTHER_NAMES = {
    "mai": "may", "mayo": "may", "maio": "may", "maggio": "may", "mag": "may", "mrz": "mar", "maerz": "mar",
    "fevrier": "feb", "fev": "feb", "febbraio": "feb", "avril": "apr", "avr": "apr", "abril": "apr", "abr": "apr",
    "juin": "jun", "giugno": "jun", "giu": "jun", "juil": "jul", "juillet": "jul", "luglio": "jul", "lug": "jul",
    "aout": "aug", "agosto": "aug", "ago": "aug", "okt": "oct", "ottobre": "oct", "ott": "oct", "outubro": "oct",
    "out": "oct", "dez": "dec", "dezember": "dec", "dezembro": "dec", "dic": "dec", "diciembre": "dec",
    "dicembre": "dec", "janeiro": "jan", "enero": "jan", "ene": "jan", "gennaio": "jan", "gen": "jan",
    "setembro": "sep", "set": "sep", "settembre": "sep",
}  # fmt: skip
_LONG = {
    "jan": ("january", "januar", "janvier"), "feb": ("february", "februar", "febrero"), "mar": ("march", "mars", "marzo", "marco", "marz"),
    "apr": ("april", "aprile"), "may": ("may",), "jun": ("june", "juni", "junio", "junho"),
    "jul": ("july", "juli", "julio", "julho"), "aug": ("august",), "sep": ("september", "septembre", "septiembre", "sept"),
    "oct": ("october", "oktober", "octobre", "octubre"), "nov": ("november", "novembre", "noviembre", "novembro"),
    "dec": ("december", "decembre"),
}  # fmt: skip
_BY_NAME = (
    {short: short for short in MONTHS}
    | _OTHER_NAMES
    | {name: short for short, names in _LONG.items() for name in names}
)


def month(text: str) -> str:
    """`June`, `Jun.`, `6`, `06`, `juin` → `jun`; `Jul-Aug`, `July/August` → `jul-aug`; anything else → `""`.

    Text around it makes it no month: `Jun 4` is not understood here (see `parse`).
    """
    parts = re.split(r"\s*[-–—/&]+\s*|\s+and\s+", text.strip())
    found = [_one_month(part) for part in parts]
    return "-".join(found) if all(found) and len(found) <= 2 else ""


def _one_month(text: str) -> str:
    word = fold(text)
    if word.isdecimal():
        number = int(word[-4:]) if word[:-4].strip("0") == "" else 0
        return MONTHS[number - 1] if 1 <= number <= 12 else ""
    return _BY_NAME.get(word, "")


@dataclass(frozen=True, slots=True)
class Date:
    """What a date says, each part as text and `""` when it says nothing: `2009`, `jun`, `4`, letter `a` of 2009a."""

    year: str = ""
    month: str = ""
    day: str = ""
    letter: str = ""


_YEAR = re.compile(r"(?<!\d)(1[4-9]\d\d|20\d\d)([a-z]?)(?![\da-z])")  # 2009, 2009a
_ISO = re.compile(r"(?<!\d)(\d{4})([-/.])(\d\d)(?:\2(\d\d))?(?![\d-])")  # 2009-06-04
_NUMERIC = re.compile(r"(?<!\d)(\d{1,2})([./])\s?(\d{1,2})\2\s?((?:1[4-9]|20)\d\d)(?!\d)")  # 29/10/2010
_DAY = re.compile(r"(?<![\d-])(0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th|er|º)?(?![\d:])")
_CENTURIES = frozenset({"14", "15", "16", "17", "18", "19", "20"})
_OLDER = re.compile(r"\[[^\[\]]*\]")  # [1899] 1975
_WORD = re.compile(r"[^\W\d_]{3,}")
_TO = re.compile(r"\.?\s*[-–/&]\s*")  # between Jul and Aug


def parse(text: str) -> Date:
    """Reads `Jun 4 2009`, `2009 Jul-Aug`, `January 2013`, `4 June 2009`, `2009-06-04`, `12 de mayo de 2015`, `(2009a)`. Never raises.

    `04/06/2009` gives only its year, since the order of day and month is not known; `29/10/2010` can be read one way only, and
    with points the day comes first (CLDR has no language that writes them otherwise). Of
    several years the first counts (`1998/1999`, `1985–2000`), but `[1899] 1975` is of 1975.
    """
    if len(text) == 4 and text.isdecimal() and text[:2] in _CENTURIES:
        return Date(text)
    iso = _ISO.search(text)
    if iso and 1 <= int(iso[3]) <= 12:
        return Date(iso[1], MONTHS[int(iso[3]) - 1], str(int(iso[4])) if iso[4] else "")
    year = (_YEAR.search(_OLDER.sub("", text)) if "[" in text else None) or _YEAR.search(text)
    if not year:
        return Date()
    numeric = _NUMERIC.search(text)
    if numeric:
        return _from_numbers(int(numeric[1]), int(numeric[3]), numeric[4], day_first=numeric[2] == ".")
    if len(text) < 8:
        return Date(year[1], letter=year[2])
    rest = text.replace(year[0], " ", 1)
    named = _named_month(rest)
    days = _DAY.findall(rest)
    return Date(year[1], named, days[0] if named and len(days) == 1 else "", year[2])


def _from_numbers(first: int, second: int, year: str, day_first: bool) -> Date:
    """Unless the day is known to come first, one of the two must be too great for a month."""
    day, number = (first, second) if day_first or first > 12 else (second, first)
    clear = day_first or day > 12
    return Date(year, MONTHS[number - 1], str(day)) if clear and 1 <= day <= 31 and 1 <= number <= 12 else Date(year)


_UNDATED = re.compile(
    r"(?:no date|n\. ?d\.?|o\. ?j\.?|s\. ?[adf]\.?|ohne jahr|sans date|sin fecha|sem data|senza data|б\. ?г\.?)",
    re.IGNORECASE,
)


def in_words(text: str) -> str:
    """What stands in place of a year: `(in press)` → `in press`; `""` for `n.d.`, `o. J.`, `s. f.`, which say that there is none."""
    bare = text.strip(" .,;:()[]")
    return "" if _UNDATED.fullmatch(bare) else bare


def _named_month(text: str) -> str:
    months = [(found, short) for found in _WORD.finditer(text) if (short := month(found[0]))]
    if not months:
        return ""
    if len(months) > 1 and _TO.fullmatch(text[months[0][0].end() : months[1][0].start()]):
        return f"{months[0][1]}-{months[1][1]}"
    return months[0][1]
