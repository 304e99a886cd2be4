"""A second look at labelled pieces: slips of the model that can be told for sure are put right.

Each look takes the pieces of one reference (label → text) and the whole string, and returns the pieces. The order is
written in `LOOKS`. A look that has nothing to do should find that out without a search.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from citekit.readers.text.identified import ACCESSED
from citekit.values.name_roles import role_behind

Pieces = Mapping[str, str]
Look = Callable[[Pieces, str], Pieces]

_NAME = r"[A-ZÀ-ÞŁŚŠŽČ][\w’'‐-]+(?: [A-ZÀ-ÞŁŚŠŽČ][\w’'‐-]+)? [A-Z]{1,3}"  # Damalas CA
_NAMES_THEN_TITLE = re.compile(rf"({_NAME}(?:, {_NAME}){{0,50}})[:.]\s+(?=\S)")
_NAME_AT_THE_END = re.compile(rf"{_NAME}$")
_OTHERS = re.compile(r"(\+ ?\d+ (?:more|others)|and \d+ (?:more|others)|et al\.?)[.:,]?\s+(?=[^\W\d_a-z])")
_GROUP = (
    r"(?:[Tt]he |[Oo]n behalf of |for )?[A-Z][^.;:]{0,90}?\b(?:Group|Committees?|Investigators|Consortium|Collaborators|Collaboration"
    r"|Collaborative|Task Force|Study Team)\b(?: for [^.;:]{1,60}| and [A-Z]\w+)?(?: \([A-Z-]{2,12}\))?"
)
_GROUP_WORDS = ("Group", "Committee", "Investigators", "Consortium", "Collabora", "Task Force", "Study Team")
_GROUP_THEN_TITLE = re.compile(rf"({_GROUP})\.\s+(?=\S)")  # RE-LY Steering Committee and Investigators. Dabigatran …
_NAMES_THEN_GROUP = re.compile(rf"(?:(?<=[A-Z])|(?<=\bet al))\.\s+({_GROUP})\.?$")  # … Moher D. CONSORT Group
_SERIES = re.compile(
    r",?\s*\b(?P<which>volume|number|vol\.|no\.)\s+(?P<number>\d+)\s+(?:of|in)\s+(?P<series>[A-Z].+)$", re.IGNORECASE
)
_SERIES_IN_BRACKETS = re.compile(
    r"\s*\(\s*=?\s*(?P<series>[^\W\d_][^()]{4,80}?)[\s,;]+(?P<which>vol|volume|bd|band|t|tome|no|nr|number|n[°º])\b\.?\s*(?P<number>\d+)\s*\)$",
    re.IGNORECASE,
)
_AFTERWORD = re.compile(
    r"[.,;]?\s*\b(?:Archived from|Retrieved(?: on)? \d|Accessed(?: on)? \d|Available (?:at|from)).*$"
)
_AFTERWORDS = ("Archived", "Retrieved", "Accessed", "Available")
_MEDIUM = re.compile(
    r"\s*[\[(](?:PDF|[Ii]nternet|[Oo]n-?line|[Ee]n ligne|[Ee]n línea|electronic resource|[Pp]ress release|[JMCDRNPS]|[JMCDRN]/OL|EB/OL)[\])]\.?$"
)
_OF_PRINT = frozenset({"volume", "issue", "pages", "publisher", "editor", "doi", "url"})
_PERIODICAL = re.compile(
    r"\b(?:times|post|news\w*|herald|guardian|telegraph|tribune|gazette|review|bulletin|daily|today|journal|j|magazine|press|mail|observer|independent"
    r"|zeitung|anzeiger|spiegel|zeit|le monde|figaro|país|mundo|repubblica|corriere|folha|estado|proceedings|conference|annals|archives)\b",
    re.IGNORECASE,
)
_DAY = re.compile(r"(?<!\d)\d{1,2}(?!\d)")
_YEAR = re.compile(r"(?<![\d/.-])(?:1[5-9]\d\d|20[0-3]\d)(?=[.,;:)\]](?:\s|$)|$)")
_SUFFIX = re.compile(r"\.e\d+\b")
_REPORT_NUMBER = re.compile(
    r"\b(?:technical report|tech\. rep\.|research report|working paper|rapport de recherche|RFC)\s*(?:no\.?|number|n[°º])?\s*"
    r"((?:[A-Z]{1,8}[-/ ]?)?\d[\w./-]*\w|\d)",
    re.IGNORECASE,
)
_REPORT_WORDS = ("eport", "ech. rep.", "EPORT", "aper", "APER", "apport", "RFC")


def authors_before_the_title(pieces: Pieces, text: str) -> Pieces:
    """`Hashemi SM` | `Damalas CA: Farmers' perceptions …`: what stands before the colon are names like the first."""
    author, title = pieces.get("author", ""), pieces.get("title", "")
    found = _NAMES_THEN_TITLE.match(title) if author else None
    if not found or not _NAME_AT_THE_END.search(author) or f"{author}, {title[:20]}" not in text:
        return pieces
    return {**pieces, "author": f"{author}, {found[1]}", "title": title[found.end() :]}


def others_before_the_title(pieces: Pieces, text: str) -> Pieces:
    """`Roe A, Poe B` | `+2 more. Peat and men`: how many authors more belongs to the authors."""
    title = pieces.get("title", "")
    found = _OTHERS.match(title) if title[:1] in "+ae" and "author" in pieces else None
    if not found:
        return pieces
    return {**pieces, "author": f"{pieces['author']}, {found[1]}", "title": title[found.end() :]}


def group_beside_the_authors(pieces: Pieces, text: str) -> Pieces:
    """A study group in a sentence of its own between authors and title goes into `collaboration`."""
    title, author = pieces.get("title", ""), pieces.get("author", "")
    if author and ". " in title and any(word in title for word in _GROUP_WORDS):
        found = _GROUP_THEN_TITLE.match(title)
        if found:
            return {**pieces, "title": title[found.end() :], "collaboration": found[1]}
    if ". " in author and any(word in author for word in _GROUP_WORDS):
        found = _NAMES_THEN_GROUP.search(author)
        if found:
            return {**pieces, "author": author[: found.start()], "collaboration": found[1]}
    return pieces


def editors_in_place_of_authors(pieces: Pieces, text: str) -> Pieces:
    """`Roe J, Poe A` | `(eds.)`: the word that makes editors of them stands behind the span."""
    author = pieces.get("author", "")
    if not author or "editor" in pieces:
        return pieces
    end = text.find(author) + len(author)
    behind = text[end : end + 24].lstrip()
    if behind[:1] not in "(,[" or role_behind(behind) != "editor":
        return pieces
    return {"editor" if label == "author" else label: piece for label, piece in pieces.items()}


def series_behind_the_container(pieces: Pieces, text: str) -> Pieces:
    """BibTeX's plain prints `In Mathematics of …, number 669 in Lecture Notes in Computer Science`; others `Ad-hoc Networks (Lecture
    Notes in Computer Science, vol. 2865)`. In a book's title the series may stand as well."""
    for label in ("container", "title"):
        piece = pieces.get(label, "")
        found = _SERIES_IN_BRACKETS.search(piece) if piece.endswith(")") else None
        if not found and label == "container" and (" in " in piece or " of " in piece):
            found = _SERIES.search(piece)
        if found and found.start():
            which = "issue" if found["which"].lower() in ("number", "no.") else "volume"
            return {which: found["number"], "series": found["series"], **pieces, label: piece[: found.start()]}
    return pieces


def words_behind_the_container(pieces: Pieces, text: str) -> Pieces:
    """`… Papers. Archived from the original on 11 May 2011` is no part of the name."""
    container = pieces.get("container", "")
    if not any(word in container for word in _AFTERWORDS):
        return pieces
    found = _AFTERWORD.search(container)
    return {**pieces, "container": container[: found.start()]} if found and found.start() else pieces


def medium_behind_a_title(pieces: Pieces, text: str) -> Pieces:
    """`Food and warfare (PDF)`, `BMJ [Internet]`, GB/T 7714's `[J]`: how it was published is no part of the name."""
    for label in ("title", "container"):
        piece = pieces.get(label, "")
        found = _MEDIUM.search(piece) if piece.rstrip(".")[-1:] in (")", "]") else None
        if found and found.start():
            pieces = {**pieces, label: piece[: found.start()]}
    return pieces


def site_of_a_web_page(pieces: Pieces, text: str) -> Pieces:
    """`“Maps”. Te Papa: The Museum. Retrieved 4 May 2012`, as a page of a wiki prints it, its links lost: no journal but a web site.

    What has a day besides, or a name like a newspaper's, is an article.
    """
    container = pieces.get("container", "")
    if not container or not pieces.keys().isdisjoint(_OF_PRINT) or _PERIODICAL.search(container):
        return pieces
    if not ACCESSED.search(text) or _DAY.search(pieces.get("date", "")):
        return pieces
    return {"howpublished" if label == "container" else label: piece for label, piece in pieces.items()}


def year_without_a_label(pieces: Pieces, text: str) -> Pieces:
    """`Journal, 2013:3`: a volume that is a year where no year was seen. Else the last year that no piece has taken, and that is not
    the year of access."""
    if pieces.get("date"):
        return pieces
    if _YEAR.fullmatch(pieces.get("volume", "")):
        return {**{label: piece for label, piece in pieces.items() if label != "volume"}, "date": pieces["volume"]}
    taken = " ".join(pieces.get(label, "") for label in ("title", "container", "doi", "url", "pages"))
    free = [year for year in _YEAR.findall(ACCESSED.sub(" ", text)) if year not in taken]
    return {**pieces, "date": free[-1]} if free else pieces


def suffix_of_the_last_page(pieces: Pieces, text: str) -> Pieces:
    """`638-645` | `.e4`: pages printed after an article's own, as in Am J Med."""
    pages = pieces.get("pages", "")
    if not pages or f"{pages}.e" not in text:
        return pieces
    found = _SUFFIX.match(text, text.index(f"{pages}.e") + len(pages))
    return {**pieces, "pages": pages + found[0]} if found else pieces


def number_of_the_report(pieces: Pieces, text: str) -> Pieces:
    """`Technical Report RR-5002, INRIA`, `RFC 3626`: a report stands in no container of that name."""
    if "issue" in pieces or not any(word in text for word in _REPORT_WORDS):
        return pieces
    found = _REPORT_NUMBER.search(text)
    if not found:
        return pieces
    told = {"volume": found[1], "container": found[0]}
    rest = {label: piece for label, piece in pieces.items() if piece != told.get(label)}
    return {**rest, "issue": found[1]}


LOOKS: tuple[Look, ...] = (
    authors_before_the_title,
    others_before_the_title,
    group_beside_the_authors,
    editors_in_place_of_authors,
    series_behind_the_container,
    words_behind_the_container,
    medium_behind_a_title,
    site_of_a_web_page,
    year_without_a_label,
    suffix_of_the_last_page,
    number_of_the_report,
)


def second_look(pieces: Pieces, text: str) -> Pieces:
    """The pieces after all looks."""
    for look in LOOKS:
        pieces = look(pieces, text)
    return pieces
