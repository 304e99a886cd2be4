"""A work as Crossref describes it: the little of its JSON that tells one work from another.

Shape of the records: https://github.com/CrossRef/rest-api-doc/blob/master/api_format.md. Publishers fill them
in, by hand and by machine, so any field may be missing, null, empty, or full of markup.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from citekit.values.names import Names, Person, parse_person


@dataclass(frozen=True, slots=True)
class Work:
    """One record. Absent text is `""`; text is without markup and on one line.

    `type` is Crossref's (`journal-article`, `book-chapter`, …). `authors` are the editors where nobody is named
    as author. `containers` holds whole and short names of what the work appeared in, `years` every year the
    record gives (issued, print, online), oldest first: they may differ by one or more.
    """

    doi: str
    type: str = ""
    title: str = ""
    subtitle: str = ""
    authors: Names = field(default_factory=Names)
    containers: tuple[str, ...] = ()
    years: tuple[str, ...] = ()
    volume: str = ""
    issue: str = ""
    pages: str = ""
    article_number: str = ""
    score: float = 0.0

    @property
    def full_title(self) -> str:
        """Title and subtitle in one: `Pustular Skin Disorders: Diagnosis and Treatment`."""
        return f"{self.title}: {self.subtitle}" if self.title and self.subtitle else self.title


def parse_work(record: object) -> Work | None:
    """Reads one record (an item of `message.items`, or the `message` of a single work).

    Never raises: what is missing or of an unexpected type is absent. `None` when it is no record or has no
    DOI.
    """
    if not isinstance(record, Mapping):
        return None
    found: dict[str, Any] = {name: read(record, *keys) for name, read, keys in _FIELDS}
    return Work(**found) if found["doi"] else None


# ---------------------------------------------------------------- reading one field

Record = Mapping[str, Any]

_BREAK = re.compile(r"</?(?:jats:)?(?:p|br|title|sec)\b[^<>]*>", re.IGNORECASE)  # <jats:p>, <br/>
# <i>, </sub>, <jats:italic>, <mml:math …>; but not `<300 μm`, `p < .05`, `a<b and c>d`
_TAG = re.compile(
    r"</?(?:[a-z]+:[a-z-]+|[biu]|su[bp]|sc|scp|tt|em|emph|strong|italic|bold|span|font|inline-formula|tex-math"
    r"|m(?:ath|row|i|o|n|sub|sup|subsup|text|style|over|under|frac|fenced|space|sqrt|multiscripts|prescripts))"
    r"(?:\s[^<>]*=[^<>]*)?\s*/?>",
    re.IGNORECASE,
)


def plain(text: str) -> str:
    """Text without tags and entities, on one line: `Il1rn<sup>-/-</sup> &amp; men` → `Il1rn-/- & men`.

    Entities are read twice, since records hold `&amp;amp;` and `&amp;lt;i&amp;gt;`.
    """
    text = html.unescape(html.unescape(text))
    return " ".join(_TAG.sub("", _BREAK.sub(" ", text)).split())


def _text(record: Record, key: str) -> str:
    """A field that is text, a number, or a list whose first text counts."""
    value = record.get(key)
    if isinstance(value, list):
        value = next((item for item in value if isinstance(item, str) and item.strip()), "")
    if isinstance(value, int | float) and not isinstance(value, bool):
        value = str(value)
    return plain(value) if isinstance(value, str) else ""


def _texts(record: Record, *keys: str) -> tuple[str, ...]:
    """All texts of several lists, each once."""
    found = [item for key in keys for item in _list(record, key) if isinstance(item, str)]
    return tuple(dict.fromkeys(text for item in found if (text := plain(item))))


def _names(record: Record, *keys: str) -> Names:
    """The people of the first list that has any."""
    for key in keys:
        people = [person for item in _list(record, key) if (person := _person(item))]
        if people:
            return Names(tuple(people))
    return Names()


def _person(item: object) -> Person | None:
    """`{"given": "Ron", "family": "van Royen"}` or, for a body, `{"name": "TODAY Study Group"}`."""
    if not isinstance(item, Mapping):
        return None
    family, given, name, suffix = (_text(item, key) for key in ("family", "given", "name", "suffix"))
    if family:
        return parse_person(", ".join(part for part in (family, suffix, given) if part))
    return Person(name or given, literal=True) if name or given else None


def _years(record: Record, *keys: str) -> tuple[str, ...]:
    """`{"issued": {"date-parts": [[2008, 1]]}}` → `2008`; an unknown date is `[[null]]`."""
    found = set()
    for key in keys:
        date = record.get(key)
        for parts in _list(date, "date-parts") if isinstance(date, Mapping) else []:
            if isinstance(parts, list) and parts and isinstance(parts[0], int | str):
                found.update(re.findall(r"^\d{4}$", str(parts[0])))
    return tuple(sorted(found))


def _number(record: Record, key: str) -> float:
    value = record.get(key)
    return float(value) if isinstance(value, int | float) and abs(value) < 1e9 else 0.0


def _list(record: Record, key: str) -> list[Any]:
    value = record.get(key)
    return value if isinstance(value, list) else []


# Field of Work, how it is read, and from which of Crossref's fields.
_FIELDS: tuple[tuple[str, Callable[..., Any], tuple[str, ...]], ...] = (
    ("doi", _text, ("DOI",)),
    ("type", _text, ("type",)),
    ("title", _text, ("title",)),
    ("subtitle", _text, ("subtitle",)),
    ("authors", _names, ("author", "editor")),
    ("containers", _texts, ("container-title", "short-container-title")),
    ("years", _years, ("issued", "published", "published-print", "published-online")),
    ("volume", _text, ("volume",)),
    ("issue", _text, ("issue",)),
    ("pages", _text, ("page",)),
    ("article_number", _text, ("article-number",)),
    ("score", _number, ("score",)),
)

# All that is asked for (`select`): whole records with their reference lists can be a hundred times larger.
SELECT = tuple(dict.fromkeys(key for _, _, keys in _FIELDS for key in keys))
