"""Values out of foreign JSON, in which anything may be missing or of another type than promised. Nothing here raises."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from typing import Any

from citekit.values.dates import MONTHS, parse
from citekit.values.name_words import is_body
from citekit.values.names import Person, parse_person

Record = Mapping[str, Any]

_LONGEST = 100_000  # characters of one text; nothing bibliographic is longer


def record(value: object) -> Record:
    return value if isinstance(value, Mapping) else {}


def records(value: object) -> list[Record]:
    """The objects of a list, or the one object that stands there without a list."""
    found = value if isinstance(value, list) else [value]
    return [item for item in found if isinstance(item, Mapping)]


def text(value: object) -> str:
    """Text or a number, without tags and entities, on one line. Of a text of more than 100,000 characters the beginning."""
    if isinstance(value, str):
        return plain(value[:_LONGEST])
    is_number = isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < 1e15
    return str(value) if is_number else ""


_BREAK = re.compile(r"</?(?:jats:)?(?:p|br|title|sec)\b[^<>]*>", re.IGNORECASE)  # <jats:p>, <br/>
# <i>, </sub>, <jats:italic>, <mml:math …>; but not `<300 μm`, `p < .05`, `a<b and c>d`
_TAG = re.compile(
    r"</?(?:[a-z]+:[a-z-]+|[biu]|su[bp]|sc|scp|tt|em|emph|strong|italic|bold|span|font|inline-formula|tex-math"
    r"|m(?:ath|row|i|o|n|sub|sup|subsup|text|style|over|under|frac|fenced|space|sqrt|multiscripts|prescripts))"
    r"(?:\s[^<>=]*=[^<>]*)?\s?/?>",
    re.IGNORECASE,
)
_ENDLESS = re.compile(r"&#\d{8,}")  # no character has such a number, and Python refuses to read one of 4,300 digits


def plain(text: str) -> str:
    """Text without tags and entities, on one line: `Il1rn<sup>-/-</sup> &amp; men` → `Il1rn-/- & men`.

    Entities are read twice, since records hold `&amp;amp;` and `&amp;lt;i&amp;gt;`.
    """
    if "&" in text:
        text = _unescaped(_unescaped(text))
    text = " ".join(text.split())
    return " ".join(_TAG.sub("", _BREAK.sub(" ", text)).split()) if "<" in text else text


def _unescaped(text: str) -> str:
    return html.unescape(_ENDLESS.sub("", text))


def texts(*values: object) -> tuple[str, ...]:
    """Those that say something, each once."""
    return tuple(dict.fromkeys(said for value in values if (said := text(value))))


def day(value: object) -> str:
    """`2009 Jun 4`, `2009/06/04 00:00`, `2009-06-04T10:00:00Z` → `2009-06-04`, as much of it as there is."""
    said = re.sub(r"(?<=\d)/(?=\d\d)", "-", text(value)[:40])
    date = parse(re.sub(r"(?<=\d)[T ]\d\d:\d\d.*$", "", said))
    month = f"{MONTHS.index(date.month) + 1:02}" if date.month in MONTHS else ""
    return "-".join(part for part in (date.year, month, date.day.zfill(2) if date.day and month else "") if part)


def years(*days: str) -> tuple[str, ...]:
    return tuple(sorted({said[:4] for said in days if re.match(r"\d{4}", said)}))


def person(name: str, *, is_group: bool = False) -> Person | None:
    """One name; a body's where that is known, or its words tell."""
    if not name:
        return None
    if is_group or ("," not in name and is_body(name)):
        return Person(name, literal=True)
    return parse_person(name)
