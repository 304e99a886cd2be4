"""SpringerLink chapters and articles: title, bulleted authors, and the year in the copyright line."""

from __future__ import annotations

import re

from citekit.model import Value
from citekit.readers.text.own import OwnRecord, first_lines, present
from citekit.values.names import Names, parse_person

NAME = "SpringerLink page"

_COPYRIGHT = re.compile(
    r"©\s*(?:The Author\(s\)(?:, under exclusive licen[cs]e to)?\s*)?(?P<publisher>.{0,80}?\b(?:Springer|Birkhäuser|Palgrave)\b.{0,80}?),? (?P<year>(?:19|20)\d\d)\.?"
)
_BULLET = re.compile(r"[•●*-]\s*(?P<name>\S.*)")
# `Journal of Things` newline `March 2007, Volume 30, Issue 1, pp 35–40`
_ISSUE = re.compile(
    r"(?:(?P<month>[A-Z][a-z]+) )?(?P<year>\d{4}), Volume (?P<volume>\S+?),(?: Issue (?P<number>.+?),)? pp?\.? ?(?P<pages>\S+)"
)
_BOOK = re.compile(r"(?P<container>.+?),? pp (?P<pages>\d+[-–]\d+)(?: ?\| ?Cite as)?")


def looks_like(text: str) -> bool:
    """A Springer copyright line, with the page's furniture about it or a title over bulleted authors."""
    if not _COPYRIGHT.search(text):
        return False
    return bool(
        re.search(r"Copyright information|Authors and Affiliations|Personalised recommendations|\| ?Cite as", text)
    )


def own_record(lines: list[str]) -> OwnRecord | None:
    filled = first_lines(lines)
    mark = next(((n, m) for n, line in filled if (m := _COPYRIGHT.fullmatch(line))), None)
    if mark is None or len(filled) < 3:
        return None
    number, found = mark
    used = {filled[0][0], number}
    fields: dict[str, Value] = {"title": filled[0][1], "publisher": found["publisher"], "year": found["year"]}
    authors = []
    kind = "incollection"
    for place, line in filled[1:12]:
        bullet, issue, book = _BULLET.fullmatch(line), _ISSUE.fullmatch(line), _BOOK.fullmatch(line)
        if bullet:
            authors.append(parse_person(re.sub(r"[\d,*\s]+$", "", bullet["name"])))
        elif issue:
            kind = "article"
            fields |= present(issue.groupdict())
        elif book:
            fields |= present(book.groupdict())
        elif authors:
            break
        else:
            continue
        used.add(place)
    return OwnRecord(kind, {"author": Names(tuple(authors)), **fields} if authors else fields, frozenset(used))
