"""The numbers in number variables (CSL 1.0.2, "Number", "Label" and the condition `is-numeric`).

A variable may hold several: `2, 3 & 5`, `2-4`, and each may have letters around it: `2nd`, `A17`, `L2d`. A hyphen that separates
no numbers is written `\\-`, as the reference processor has it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import NamedTuple

from citekit.csl.locales import Locale

_LISTED = re.compile(r"( ?[,;&] ?)")
_AND = re.compile(r" (?:and|et|und|en|og|och|y|e|i|и) ", re.IGNORECASE)
_HYPHEN = re.compile(r" ?(?<!\\)[-‐‑–—−]+ ?")
_NUMBER = re.compile(r"(?=[^\W\d_]*\d)[^\W_]+(?:\.\d[^\W_]*)*(?:\\-\w+)*")  # 12, A17, 2nd, v2.1, 5\-B
_COUNTED = re.compile(r"((?:\S*[^\d\s])?)(\d+)([^\W\d_]?)")  # e12 → e, 12; 12B → 12, B
_ROMAN = re.compile(r"[ivxlcdm]+", re.IGNORECASE)

_COUNTS = ("number-of-pages", "number-of-volumes")
_LONGEST = 15  # an ordinal or Roman number of more digits is printed as it is

_ROMAN_DIGITS = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


class Number(NamedTuple):
    """`S12b` as `S`, `12`, `b`."""

    prefix: str
    digits: str
    suffix: str


@lru_cache(maxsize=4096)
def is_numeric(text: str) -> bool:
    """Does the text hold numbers only? `2nd`, `D2`, `2, 3`, `2-4` and `2 & 4` do; `second`, `2nd edition` and `xii` do not."""
    parts = [part for piece in _LISTED.split(_spaced(text))[::2] for part in _HYPHEN.split(piece)]
    return all(map(_NUMBER.fullmatch, parts))


@lru_cache(maxsize=4096)
def is_plural(variable: str, text: str) -> bool:
    """Does the label of this number variable stand in the plural? Counts (number-of-pages, number-of-volumes) do from 2 on, others
    where they hold several numbers."""
    pieces = [_HYPHEN.split(piece) for piece in _LISTED.split(_AND.sub(",", _spaced(text)))[::2]]
    several = [piece for piece in pieces if any(map(_holds_number, piece))]
    if len(several) > 1 or any(
        (len(piece) == 2 or variable == "page") and len(piece) > 1 and all(map(_holds_number, piece))
        for piece in several
    ):
        return True
    digits = "".join(filter(str.isdecimal, text))
    return variable in _COUNTS and digits.lstrip("0") not in ("", "1")


def formatted(text: str, form: str, locale: Locale, gender: str = "") -> str:
    """The numbers in one of the forms `numeric`, `ordinal`, `long-ordinal` and `roman`: `2, 3-5` → `2nd, 3rd–5th`. A number with
    letters stays as it is, and so does a text that `is_numeric` says no to."""
    if form == "numeric" and text.isdecimal():
        return text
    return _formatted(text, form, locale, gender)


@lru_cache(maxsize=4096)
def _formatted(text: str, form: str, locale: Locale, gender: str) -> str:
    if not is_numeric(text):
        return text
    change = _FORMS.get(form)

    def piece(said: str) -> str:
        if change is None or not all(map(_is_short, parts := _HYPHEN.split(said))):
            return hyphenated(said, locale)
        return delimiter(locale).join(change(int(part), locale, gender) for part in parts)

    return each(text, locale, piece)


# ---------------------------------------------------------------- lists and ranges


def each(text: str, locale: Locale, change: Callable[[str], str]) -> str:
    """A list of numbers or ranges (`3-7,9 & 12`), each of them changed; the commas and ampersands between them as they are set
    in print. `\\-` becomes a plain hyphen."""
    pieces = _LISTED.split(_spaced(text))
    separators = [_separator(piece.strip(), locale) for piece in pieces[1::2]]
    changed = [change(piece) for piece in pieces[::2]]
    joined = "".join(part for pair in zip(changed, [*separators, ""], strict=True) for part in pair)
    return joined.strip().replace("\\-", "-")


def ends(piece: str) -> tuple[str, str] | None:
    """`12-15` → `12`, `15`; None for what has no hyphen or several (`02-123-4`)."""
    parts = _HYPHEN.split(piece)
    return (parts[0], parts[1]) if len(parts) == 2 and all(parts) else None


def number(text: str) -> Number | None:
    """`S12b` → `S`, `12`, `b`; None for what is no number with perhaps letters around it."""
    found = _COUNTED.fullmatch(text)
    return Number(found[1], found[2], found[3]) if found else None


def hyphenated(piece: str, locale: Locale) -> str:
    """A number or range with the locale's delimiter between numbers that are alike: `12 - 15` → `12–15`, `i-ix` → `i–ix`. Numbers
    with different prefixes keep their hyphen (`E924-931`), as the reference processor has it."""
    found = ends(piece)
    if not found:
        return piece
    first, second = map(number, found)
    if (first and second and first.prefix == second.prefix) or all(
        _ROMAN.fullmatch(end) or end.isdecimal() for end in found
    ):
        return delimiter(locale).join(found)
    return _HYPHEN.sub(lambda hyphen: hyphen[0].strip(), piece) if first and second else piece


def last_of_chain(piece: str, locale: Locale) -> str:
    """`507-27-209`, pages of a chapter that is numbered by itself: the last hyphen is that of the range, as the reference processor
    has it."""
    parts = _HYPHEN.split(piece)
    if len(parts) < 3 or not all(map(str.isdecimal, parts)):
        return piece
    return "-".join(parts[:-1]) + delimiter(locale) + parts[-1]


def delimiter(locale: Locale) -> str:
    """What stands between the two numbers of a range."""
    term = locale.term("page-range-delimiter")
    return "–" if term is None else term


def _separator(sign: str, locale: Locale) -> str:
    return f" {locale.term('and', 'symbol') or sign} " if sign == "&" else f"{sign} "


def _holds_number(text: str) -> bool:
    return any(map(str.isdigit, text)) or bool(_ROMAN.fullmatch(text))


def _spaced(text: str) -> str:
    return " ".join(text.split())


# ---------------------------------------------------------------- forms of one number


def _ordinal(value: int, locale: Locale, gender: str) -> str:
    return locale.ordinal(value, gender)


def _long_ordinal(value: int, locale: Locale, gender: str) -> str:
    return locale.long_ordinal(value, gender)


def _roman(value: int, locale: Locale, gender: str) -> str:
    """`42` → `xlii`; from 4000 on, and for 0, the number as it is."""
    if not 0 < value < 4000:
        return str(value)
    letters = ""
    for worth, sign in _ROMAN_DIGITS:
        count, value = divmod(value, worth)
        letters += sign * count
    return letters


def _is_short(text: str) -> bool:
    return text.isdecimal() and len(text) <= _LONGEST


_FORMS: Mapping[str, Callable[[int, Locale, str], str]] = {
    "ordinal": _ordinal,
    "long-ordinal": _long_ordinal,
    "roman": _roman,
}
