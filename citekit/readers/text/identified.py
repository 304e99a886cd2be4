"""What a pattern knows better than any model: DOI, PMID, arXiv number, ISBN, address and day of access, from the whole string."""

from __future__ import annotations

import re
from collections.abc import Mapping

from citekit.values import dates
from citekit.values.identifiers import arxiv, doi, isbn, issn, pmcid, pmid

# Spaces that a line break (or PDF) left inside a DOI: `10. 1103/…`, `10.1016/ j.cell`, `10.5194/npg- 19-227`, `10.1093/molbev /msu300`
_DOI_GAP = re.compile(
    r"(?:(?<=\b10\.)\s+(?=\d{4,9}/)|(?<=\b10\.\d{4}/)\s+(?=\S)|(?<=\b10\.\d{5}/)\s+(?=\S)|(?<=-)\s+(?=\d+-\d)|(?<=[a-z])\s+(?=/[a-z]+\d))"
)
_DOI_START = re.compile(r"10\.\s*\d{4,9}(?:\.\d+)*/")
_LONGEST_DOI = 300
_URL = re.compile(r"(?:https?\s?:\s?/\s?/\s?|ftp://|www\.)[^\s<>\"“”]+")
_DOI_RESOLVER = re.compile(r"\bdoi\.\s?org\b|//(?:dx\.)?doi$")
_URL_TAIL = ".,;:)]}'’"
_GOES_ON = re.compile(
    r"\s([\w.%~-]{0,200}[/.][\w/.%~#?=&+-]{0,300}\w/?|(?=\w*\d)\w{6,})(?=[\s.,;)\]]|$)"
)  # pii/ S0168900296011722

# The day on which an address was seen; it is not the year of the work.
ACCESSED = re.compile(
    r"(?:accessed|retrieved|cited|visited|viewed|abgerufen|aufgerufen|zugriff|zugegriffen|geprüft|consultée?|acceso|consultado|acesso|accesso"
    r"|consultato|visitato)\s*(?:(?:on|am|le|el|em|il|in data|vom|:)\s?){0,2}"
    r"((?:19|20)\d\d[\s/.-]+\w{1,9}[\s/.-]+\d{1,2}\b|[^;|\])]{0,24}?\b(?:19|20)\d\d)\b",
    re.IGNORECASE,
)


def identified(text: str, said: Mapping[str, str]) -> dict[str, str]:
    """Fields of what the string is known by; `said` are its labelled pieces. Absent fields may be `""`."""
    found: dict[str, str] = {}
    if "10." in text:
        found["doi"] = _doi(text, said.get("doi", ""))
    lower = text.lower()
    if "pmid" in lower or "pubmed" in lower:
        found["pmid"] = pmid(text)
    if "pmc" in lower:
        found["pmcid"] = pmcid(text)
    if "isbn" in lower:
        found["isbn"] = isbn(text)
    if "issn" in lower:
        found["issn"] = issn(text)
    if "rxiv" in lower or "abs/" in lower or "/0" in lower or "/9" in lower:
        found |= _eprint(text)
    if "http" in lower or "www." in lower or "ftp:" in lower or "url" in said:
        found |= _address(text, said.get("url", ""))
    return found


def _doi(text: str, labelled: str) -> str:
    """By the pattern; a labelled piece may know more, where spaces stand inside the DOI."""
    start = _DOI_START.search(text)
    whole = doi(_DOI_GAP.sub("", text[start.start() : start.start() + _LONGEST_DOI])) if start else ""
    joined = doi("".join(labelled.split())) if " " in labelled else ""
    return joined if joined and (not whole or joined.startswith(whole)) else whole


def _eprint(text: str) -> dict[str, str]:
    number, kind = arxiv(text)
    return {"eprint": number, "eprinttype": "arxiv", "eprintclass": kind} if number else {}


def _address(text: str, labelled: str) -> dict[str, str]:
    url = _labelled_url(labelled) or _url(text)
    if not url:
        return {}
    accessed = ACCESSED.search(text)
    return {"url": url, "urldate": _day(accessed[1]) if accessed else ""}


def _labelled_url(piece: str) -> str:
    joined = "".join(piece.split()).strip("<>[]()")
    found = _URL.search(joined)
    return found[0].rstrip(_URL_TAIL) if found and found.start() < 8 and not _DOI_RESOLVER.search(found[0]) else ""


def _url(text: str) -> str:
    """The first address that is no DOI's."""
    for found in _URL.finditer(text):
        address = "".join(found[0].split())
        end = found.end()
        while address[-1] in "/-." and (more := _GOES_ON.match(text, end)):
            address, end = address + more[1], more.end()
        if not _DOI_RESOLVER.search(text[found.start() : end + 5]):
            return address.rstrip(_URL_TAIL)
    return ""


def _day(text: str) -> str:
    """As biblatex wants it (manual §2.3.8, ISO 8601-2): `2015-05-12`; a day that is not understood as it stands."""
    date = dates.parse(text)
    if not date.month or not date.day or "-" in date.month:
        return text.strip() if date.year else ""
    return f"{date.year}-{dates.MONTHS.index(date.month) + 1:02}-{int(date.day):02}"
