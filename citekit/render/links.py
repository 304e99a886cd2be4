"""Addresses that a reader may be sent to."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

from citekit.values.identifiers import same_doi

_STRAY_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")  # 100%25 is an escape, "100%" is not


def web_address(text: str) -> str:
    """The text as an ASCII URL when it is one with http or https and a host, else `""`.

    Characters that RFC 3986 does not allow are percent-escaped, so that no quote, bracket, brace or space is left in it.
    """
    text = text.strip()
    try:
        parts = urlsplit(text)
    except ValueError:
        return ""
    if parts.scheme not in ("http", "https") or not parts.hostname:
        return ""
    return quote(_STRAY_PERCENT.sub("%25", text), safe="%/:=&?~#+!$,;@()*[]", errors="replace")


def doi_address(doi: str) -> str:
    """Where a DOI resolves: `10.1002/(SICI)…16<1661::AID` → `https://doi.org/10.1002/(SICI)…16%3C1661::AID`."""
    return "https://doi.org/" + quote(doi, safe="/:;()", errors="replace")


def resolves(url: str, doi: str) -> bool:
    """Does the URL only lead through the DOI resolver to this DOI?"""
    return "doi.org/" in url and same_doi(url, doi)
