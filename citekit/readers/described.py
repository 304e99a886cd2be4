"""What metadata says of a work, whichever kind of metadata: said in words here, turned into typed fields."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from citekit.model import Value
from citekit.values import dates, pages
from citekit.values.identifiers import doi
from citekit.values.markup import plain
from citekit.values.name_lists import parse_names
from citekit.values.name_words import is_body
from citekit.values.names import Names, Person, parse_person
from citekit.values.standard_numbers import standard_numbers
from citekit.values.text import squash

Said = dict[str, list[str]]
"""What was said under each heading: `author` and `editor` one name each or lists; `journal`, `book` and `conference` are what
the work stands in; `date`, `first` and `last` page; the rest as in `citekit.vocabulary`."""


@dataclass(frozen=True, slots=True)
class Described:
    """A work as metadata describe it. `type` is a BibTeX entry type. `text` is the metadata, `line` where it stands."""

    type: str
    fields: Mapping[str, Value]
    text: str = ""
    line: int = 0

    def filled_from(self, other: Described) -> Described:
        """With those fields of the other that are missing here and say something new.

        A date is one thing, and so are a volume and its pages: parts of two dates are not mixed, and what is said already (a
        journal that the other calls the publisher) is not said twice.
        """
        fields = dict(self.fields)
        said = {squash(value) for value in fields.values() if isinstance(value, str)}
        for name, value in other.fields.items():
            if name in fields or (isinstance(value, str) and squash(value) in said and name in _WORDS):
                continue
            if name in ("month", "day") and "year" in self.fields and self.fields["year"] != other.fields.get("year"):
                continue
            fields[name] = value
        return replace(self, type=other.type if self.type == "misc" else self.type, fields=fields)


_WORDS = frozenset(
    "title container container_short publisher school institution organization series address howpublished note collaboration".split()
)
_TEXTS = ("container_short", "series", "edition", "volume", "number", "publisher", "address", "school", "institution",
          "howpublished", "eprint", "eprinttype", "url")  # fmt: skip
_SLASHES = re.compile(r"(\d{4})/(\d{1,2})(?:/(\d{1,2}))?(?!\d)")  # 2012/05/03, 2012/5
_DIGITS = re.compile(r"\d{4,9}")
_PMCID = re.compile(r"(?:PMC)?(\d{4,9})", re.IGNORECASE)


def described(kind: str, said: Said, text: str, line: int = 0) -> Described | None:
    """Makes fields of what was said. `kind` is the entry type, `""` where it has to be told from what is there. None if
    nothing names the work: neither a title nor a DOI."""
    fields: dict[str, Value] = {
        "author": _people(said.get("author", [])),
        "title": _first(said, "title"),
        "editor": _people(said.get("editor", [])),
        "container": _first(said, "book") or _first(said, "conference") or _first(said, "journal"),
        **{name: _first(said, name) for name in _TEXTS},
        **_date(_first(said, "date")),
        "pages": _pages(said),
        "doi": doi(_first(said, "doi")),
        "pmid": _matched(_DIGITS, said.get("pmid", [])),
        "pmcid": _pmcid(_first(said, "pmcid")),
        "isbn": _number("isbn", said),
        "issn": _number("issn", said),
    }
    known = {name: value for name, value in fields.items() if value}
    if "title" not in known and "doi" not in known:
        return None
    return Described(kind or _type(said, known), known, text, line)


def _first(said: Said, name: str) -> str:
    return next((text for value in said.get(name, []) if (text := plain(value))), "")


def _people(names: list[str]) -> Names:
    """Each text is a name, `Family, Given` or `Given Family`, or in braces a body's; one with semicolons or many commas is a list."""
    people: list[Person] = []
    others = False
    for name in filter(None, map(plain, names)):
        if name.startswith("{"):
            people.append(Person(name.strip("{} "), literal=True))
        elif is_body(name) and "," not in name and ";" not in name:
            people.append(Person(name, literal=True))
        elif ";" in name or name.count(",") > 2 or re.search(r"\b(?:and|et al)\b", name):
            several = parse_names(name)
            people += several
            others = several.others
        else:
            people.append(parse_person(name))
    return Names(tuple(dict.fromkeys(person for person in people if person.family)), others)


def _date(text: str) -> dict[str, Value]:
    slashes = _SLASHES.match(text)
    if slashes:
        text = "-".join(part.zfill(2) for part in slashes.groups() if part and part.strip("0"))
    date = dates.parse(text)
    return {"year": date.year, "month": date.month, "day": date.day if date.day != "0" else ""}


def _pages(said: Said) -> str:
    first, last = _first(said, "first"), _first(said, "last")
    if not first:
        return pages.dashed(_first(said, "pages"))
    return pages.dashed(first if last in ("", first) or "-" in first else f"{first}-{last}")


def _matched(pattern: re.Pattern[str], texts: list[str]) -> str:
    return next((found[0] for text in texts if (found := pattern.search(text))), "")


def _number(kind: str, said: Said) -> str:
    found = (number for text in said.get(kind, []) for this, number in standard_numbers(text) if this == kind)
    return next(found, "")


def _pmcid(text: str) -> str:
    found = _PMCID.fullmatch(text)
    return f"PMC{found[1]}" if found else ""


def _type(said: Said, fields: Mapping[str, Value]) -> str:
    for name, kind in (("school", "phdthesis"), ("conference", "inproceedings"), ("book", "incollection"),
                       ("journal", "article"), ("institution", "techreport")):  # fmt: skip
        if said.get(name):
            return kind
    return "book" if "isbn" in fields else "misc"
