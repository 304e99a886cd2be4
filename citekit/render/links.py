"""Addresses that a reader may be sent to."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

_STRAY_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")  # 100%25 is an escape, "100%" is not
_WEB = re.compile("https?://", re.IGNORECASE)
_PLAIN = re.compile(
    r"https?://[a-z0-9][a-z0-9.-]*/(?:[A-Za-z0-9/._?=&;:~+()-]|%[0-9A-Fa-f]{2})*"
)  # needs no second look
_MAIL = re.compile(r"mailto:([^\s@?]{1,200}@[^\s@]+)", re.IGNORECASE)
_DOI = re.compile(r"doi:\s*(10\.\d{4,9}\S*/\S+)", re.IGNORECASE)


def reachable(text: str) -> str:
    """Where a link may lead: an address of http, https or mailto as it stands in ASCII, `doi:10.…` at its resolver, else `""`."""
    text = text.strip()
    if _WEB.match(text):
        return web_address(text)
    if found := _MAIL.fullmatch(text):
        return "mailto:" + quote(found[1], safe="%@?&=+,;!$*()", errors="replace")
    return doi_address(found[1]) if (found := _DOI.fullmatch(text)) else ""


def web_address(text: str) -> str:
    """The text as an ASCII URL when it is one with http or https and a host, else `""`.

    Characters that RFC 3986 does not allow are percent-escaped, so that no quote, bracket, brace or space is left in it.
    """
    text = text.strip()
    if _PLAIN.fullmatch(text):
        return text
    if not _WEB.match(text):  # urlsplit would look past control characters
        return ""
    try:
        parts = urlsplit(text)
    except ValueError:
        return ""
    if not parts.hostname:
        return ""
    return quote(_STRAY_PERCENT.sub("%25", text), safe="%/:=&?~#+!$,;@()*[]", errors="replace")


def doi_address(doi: str) -> str:
    """Where a DOI resolves: `10.1002/(SICI)…16<1661::AID` → `https://doi.org/10.1002/(SICI)…16%3C1661::AID`."""
    return "https://doi.org/" + quote(doi, safe="/:;()", errors="replace")


def resolves(url: str, doi: str) -> bool:
    """Does the URL only lead through the DOI resolver to this DOI?"""
    from citekit.values.identifiers import same_doi

    return "doi.org/" in url and same_doi(url, doi)
