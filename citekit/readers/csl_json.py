"""CSL-JSON → `Library`: what Zotero, pandoc, citeproc-js, Mendeley and Crossref exchange.

    [{"id": "doe2009", "type": "article-journal", "title": "On things", "author": [{"family": "Doe", "given": "Jane"}],
      "issued": {"date-parts": [[2009, 6, 4]]}, "container-title": "J Things", "volume": "5", "page": "354-357"}]

Schema: https://github.com/citation-style-language/schema/blob/master/schemas/input/csl-data.json. Besides an array of items: `{"items": […]}`
(Zotero, Crossref), `{"references": […]}` (pandoc), a single item, and items one behind the other. A file in which an item is
broken is read around it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from citekit.acyclic import acyclic
from citekit.errors import InputError
from citekit.exchange.csl import unfolded
from citekit.exchange.csl.types import TYPES
from citekit.exchange.csl.variables import ALIASES, NAMES, VARIABLES
from citekit.formats import Input, Reader
from citekit.model import Block, Library, Origin, Problem, Reference
from citekit.readers.json_values import Piece, behind_white, in_a_row, placed, value_at

FORMAT = "csl-json"

_LIST = re.compile(r'"(?:items|references)"\s*:\s*\[')
_AT_ONCE = 5_000


# ---------------------------------------------------------------- recognising

_LOOKED_AT = 20
# Types that no other format has words like, and what only items of CSL hold.
_TELLING_TYPES = frozenset(name for name in TYPES if "-" in name or "_" in name)
_OTHERS_HAVE = frozenset(
    "itemType journal container year doi abstractNote publicationTitle fields data library page_title unstructured".split()
)


def recognise(given: Input) -> bool:
    """Is this JSON with items of CSL, and none of the other JSON there is: records of databases, Zotero's own items?"""
    if given.head[:1] not in ("[", "{") or not given.head:
        return False
    for start, end, said in islice(_pieces(given.text), _LOOKED_AT):
        if isinstance(said, dict):
            if _of_others(said):
                return False
            if is_item(said):
                return given.head[0] == "[" or start != _start(given.text) or not _goes_on(given.text, end)
    return False


def is_item(said: dict[str, Any]) -> bool:
    """Does this object say something as only CSL says it: its type, a date in parts, people in parts?"""
    if said.get("type") in _TELLING_TYPES:
        return True
    dates = (said.get(name) for name in ("issued", "accessed", "event-date", "original-date"))
    if any(isinstance(date, dict) and {"date-parts", "raw", "literal"} & date.keys() for date in dates):
        return True
    people = [said.get(name) for name in ("author", "editor", "translator")]
    if any(
        isinstance(names, list) and names and isinstance(names[0], dict) and _is_person(names[0]) for names in people
    ):
        return "type" in said
    return said.get("type") in TYPES and "id" in said and said.keys() <= _OF_AN_ITEM


_OF_AN_ITEM = VARIABLES | ALIASES.keys() | {"id", "type", "categories", "custom"}


def _is_person(said: dict[str, Any]) -> bool:
    return "literal" in said or "family" in said


def _of_others(said: dict[str, Any]) -> bool:
    return bool(_OTHERS_HAVE & said.keys()) or isinstance(said.get("author"), str)


def _goes_on(text: str, end: int) -> bool:
    """Does another object follow on the next line? Then this is a file of records, one a line."""
    return text.startswith("{", behind_white(text, end))


# ---------------------------------------------------------------- text → JSON values


def _start(text: str) -> int:
    return len(text) - len(text.lstrip("\ufeff \t\n"))


def _pieces(text: str) -> Iterator[Piece]:
    """The values of the list in a text, or those that stand one behind the other."""
    start = _start(text)
    if text.startswith("[", start):
        return in_a_row(text, start + 1)
    whole = value_at(text, start)
    if not isinstance(whole, Piece) or not isinstance(whole.said, dict):
        found = _LIST.search(text)
        return in_a_row(text, found.end() if found else start)
    message = whole.said.get("message")  # Crossref's answers
    inner: dict[str, Any] = message if isinstance(message, dict) else whole.said
    found = _LIST.search(text) if any(isinstance(inner.get(name), list) for name in ("items", "references")) else None
    if found and not is_item(inner):
        return in_a_row(text, found.end())
    if inner is not whole.said:
        return iter((Piece(start, whole.end, inner),))
    return in_a_row(text, start)


# ---------------------------------------------------------------- JSON values → library items


@dataclass(slots=True)
class Reading:
    """What has been read of a file of CSL items so far; `form` is the format's name."""

    file: str
    form: str
    items: list[Reference | Block] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    lines: dict[str, int] = field(default_factory=dict)
    count: int = 0

    def add(self, said: Any, text: str, line: int) -> None:
        """Takes one item. What is no object becomes a failed block."""
        if not isinstance(said, dict):
            self.fail(f"left out: no item{_reason(said)}", text, line)
            return
        if not said:
            return
        from citekit.exchange.csl import from_item

        self.count += 1
        origin = Origin(self.file, self.form, line, self.count, text)
        reference, problems = from_item(said, origin)
        self.items.append(reference)
        self.problems += problems
        name = reference.key or reference.get("csl-id")
        if name in self.lines:
            self.problems.append(_repeated(name, self.file, line, self.lines[name], reference.key))
        elif name:
            self.lines[name] = line

    def fail(self, message: str, text: str, line: int) -> None:
        self.items.append(Block("failed", text, line))
        self.problems.append(Problem("syntax", message, self.file, line))

    def library(self) -> Library:
        return Library(tuple(self.items), tuple(self.problems), self.file, self.form)


def _repeated(name: str, file: str, line: int, first: int, key: str) -> Problem:
    return Problem("duplicate-key", f"the id {name} also stands in line {first}", file, line, key)


def _reason(error: Any) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"; {error.msg} in line {error.lineno}, column {error.colno}"
    return "; too deeply nested" if isinstance(error, RecursionError) else ""


def read(given: Input) -> Library:
    """Reads every item. What is no JSON object becomes a `failed` block and a problem; an id that comes twice is a problem.

    Raises `InputError` where the text is no JSON at all.
    """
    text = given.text
    if given.head[:1] not in ("[", "{"):
        raise InputError(given.file, "no JSON: neither an array nor an object")
    reading = Reading(given.file, FORMAT)
    with acyclic():
        for line, verbatim, said, end in placed(text, _pieces(text)):
            reading.add(said, verbatim, line)
            if reading.count % _AT_ONCE == 0:
                given.tell("reading references", end, len(text))
    return reading.library()


def items(given: Input) -> tuple[list[tuple[dict[str, Any], Origin]], tuple[Problem, ...]]:
    """The items as they stand, each with its place, for who has no need of references: under the names of the specification, with the
    variables of their notes. What is Crossref's rather than CSL's (a title in a list) is put right. Problems as in `read`, and it
    raises the same."""
    text = given.text
    if given.head[:1] not in ("[", "{"):
        raise InputError(given.file, "no JSON: neither an array nor an object")
    found: list[tuple[dict[str, Any], Origin]] = []
    problems: list[Problem] = []
    lines: dict[str, int] = {}
    with acyclic():
        for line, _, said, _ in placed(text, _pieces(text)):
            if not isinstance(said, dict):
                problems.append(Problem("syntax", f"left out: no item{_reason(said)}", given.file, line))
            elif said:
                origin = Origin(given.file, FORMAT, line, len(found) + 1)
                found.append((_standard(said, origin), origin))
                name = str(said.get("id", ""))
                if name in lines:
                    problems.append(_repeated(name, given.file, line, lines[name], name))
                elif name:
                    lines[name] = line
    return found, tuple(problems)


def _standard(said: dict[str, Any], origin: Origin) -> dict[str, Any]:
    if not any(isinstance(value, list) and name not in NAMES for name, value in said.items()):
        return unfolded(said)
    from citekit.exchange.csl import from_item, to_item

    return to_item(from_item(said, origin)[0])


READER = Reader(FORMAT, "CSL-JSON", (".json", ".csljson"), recognise, read)
