"""A second look at labelled pieces: slips of the model that can be told for sure are put right.

Each look takes the pieces of one reference (label → text) and the whole string, and returns the pieces. The order is
written in `LOOKS`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

Pieces = Mapping[str, str]
Look = Callable[[Pieces, str], Pieces]

_NAME = r"[A-ZÀ-ÞŁŚŠŽČ][\w’'‐-]+(?: [A-ZÀ-ÞŁŚŠŽČ][\w’'‐-]+)? [A-Z]{1,3}"  # Damalas CA
_NAMES_THEN_TITLE = re.compile(rf"({_NAME}(?:, {_NAME}){{0,50}})[:.]\s+(?=\S)")
_GROUP = (
    r"(?:[Tt]he |[Oo]n behalf of |for )?[A-Z][^.;:]{0,90}?\b(?:Group|Committees?|Investigators|Consortium|Collaborators|Collaboration"
    r"|Collaborative|Task Force|Study Team)\b(?: for [^.;:]{1,60}| and [A-Z]\w+)?(?: \([A-Z-]{2,12}\))?"
)
_GROUP_THEN_TITLE = re.compile(rf"({_GROUP})\.\s+(?=\S)")  # RE-LY Steering Committee and Investigators. Dabigatran …
_NAMES_THEN_GROUP = re.compile(rf"(?<=[A-Z])\.\s+({_GROUP})\.?$")  # … Moher D. CONSORT Group
_SERIES = re.compile(
    r",?\s*\b(?P<which>volume|number|vol\.|no\.)\s+(?P<number>\d+)\s+(?:of|in)\s+(?P<series>[A-Z].+)$", re.IGNORECASE
)
_AFTERWORD = re.compile(
    r"[.,;]?\s*\b(?:Archived from|Retrieved(?: on)? \d|Accessed(?: on)? \d|Available (?:at|from)).*$"
)
_YEAR = re.compile(r"(?<![\d/.-])(?:1[5-9]\d\d|20[0-3]\d)(?=[.,;:)\]](?:\s|$)|$)")
_REPORT_NUMBER = re.compile(
    r"\b(?:technical report|tech\. rep\.|research report|working paper|rapport de recherche|RFC)\s*(?:no\.?|number|n[°º])?\s*"
    r"((?:[A-Z]{1,8}[-/ ]?)?\d[\w./-]*\w|\d)",
    re.IGNORECASE,
)


def authors_before_the_title(pieces: Pieces, text: str) -> Pieces:
    """`Hashemi SM` | `Damalas CA: Farmers' perceptions …`: what stands before the colon are names like the first."""
    author, title = pieces.get("author", ""), pieces.get("title", "")
    found = _NAMES_THEN_TITLE.match(title)
    if not found or not re.search(rf"{_NAME}$", author) or f"{author}, {title[:20]}" not in text:
        return pieces
    return {**pieces, "author": f"{author}, {found[1]}", "title": title[found.end() :]}


def group_beside_the_authors(pieces: Pieces, text: str) -> Pieces:
    """A study group in a sentence of its own between authors and title goes into `collaboration`."""
    title, author = pieces.get("title", ""), pieces.get("author", "")
    found = _GROUP_THEN_TITLE.match(title)
    if found and author:
        return {**pieces, "title": title[found.end() :], "collaboration": found[1]}
    found = _NAMES_THEN_GROUP.search(author)
    if found:
        return {**pieces, "author": author[: found.start()], "collaboration": found[1]}
    return pieces


def series_behind_the_container(pieces: Pieces, text: str) -> Pieces:
    """BibTeX's plain prints `In Mathematics of …, number 669 in Lecture Notes in Computer Science`."""
    container = pieces.get("container", "")
    found = _SERIES.search(container)
    if not found or not found.start():
        return pieces
    which = "volume" if found["which"].lower().startswith("vol") else "issue"
    return {which: found["number"], "series": found["series"], **pieces, "container": container[: found.start()]}


def words_behind_the_container(pieces: Pieces, text: str) -> Pieces:
    """`… Papers. Archived from the original on 11 May 2011` is no part of the name."""
    container = pieces.get("container", "")
    found = _AFTERWORD.search(container)
    return {**pieces, "container": container[: found.start()]} if found and found.start() else pieces


def year_without_a_label(pieces: Pieces, text: str) -> Pieces:
    """`Journal, 2013:3`: a volume that is a year where no year was seen. Else the last year that no piece has taken."""
    if pieces.get("date"):
        return pieces
    if _YEAR.fullmatch(pieces.get("volume", "")):
        return {**{label: piece for label, piece in pieces.items() if label != "volume"}, "date": pieces["volume"]}
    taken = " ".join(pieces.get(label, "") for label in ("title", "container", "doi", "url", "pages"))
    free = [year for year in _YEAR.findall(text) if year not in taken]
    return {**pieces, "date": free[-1]} if free else pieces


def suffix_of_the_last_page(pieces: Pieces, text: str) -> Pieces:
    """`638-645` | `.e4`: pages printed after an article's own, as in Am J Med."""
    pages = pieces.get("pages", "")
    found = re.search(re.escape(pages) + r"(\.e\d+)\b", text) if pages else None
    return {**pieces, "pages": pages + found[1]} if found else pieces


def number_of_the_report(pieces: Pieces, text: str) -> Pieces:
    """`Technical Report RR-5002, INRIA`, `RFC 3626`."""
    found = _REPORT_NUMBER.search(text)
    if not found or "issue" in pieces:
        return pieces
    rest = {label: piece for label, piece in pieces.items() if label != "volume" or piece != found[1]}
    return {**rest, "issue": found[1]}


LOOKS: tuple[Look, ...] = (
    authors_before_the_title,
    group_beside_the_authors,
    series_behind_the_container,
    words_behind_the_container,
    year_without_a_label,
    suffix_of_the_last_page,
    number_of_the_report,
)


def second_look(pieces: Pieces, text: str) -> Pieces:
    """The pieces after all looks."""
    for look in LOOKS:
        pieces = look(pieces, text)
    return pieces
