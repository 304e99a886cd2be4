"""What the links of a listed reference say: its DOI, its PubMed number, and labels that are no part of it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import parse_qs, unquote, urlsplit

from citekit.readers.text.furniture import is_furniture
from citekit.values.identifiers import doi

# Beside the labels that `furniture` knows from copied text.
_LABELS = frozenset(
    {
        "pubmed/ncbi", "ncbi", "view", "link", "doi", "pmid", "pmcid", "search google scholar", "open url", "back to text", "jump up",
        "isi", "sfx", "europe pmc", "publisher", "find it", "bibtex", "export", "download", "html", "full-text", "free article",
        "crossref", "google scholar", "pubmed", "full text", "article", "abstract", "view article", "view in article", "s2cid", "open in a new tab",
    }
)  # fmt: skip
_EDGES = " []()|·,;:.→›»\u00a0"
_LONGEST_LABEL = 60


def is_link_label(text: str) -> bool:
    """Is the text of a link only the name of where it leads: `Google Scholar`, `[DOI]`, `CrossRef`?"""
    bare = text.strip(_EDGES)
    return 0 < len(text) <= _LONGEST_LABEL and (bare.lower() in _LABELS or is_furniture(bare))


_RESOLVERS = frozenset({"doi.org", "dx.doi.org", "www.doi.org"})
_PUBMED_HOSTS = frozenset({"pubmed.ncbi.nlm.nih.gov", "www.ncbi.nlm.nih.gov", "ncbi.nlm.nih.gov", "www.pubmed.gov", "pubmed.gov"})  # fmt: skip
_PUBMED = re.compile(r"/(pubmed/)?(\d{4,9})/?")  # pubmed.ncbi.nlm.nih.gov/19762550/   ncbi.nlm.nih.gov/pubmed/19762550
_NUMBER = re.compile(r"\d{4,9}")
# Atypon's link server: /servlet/linkout?dbid=16&doi=(the page's own)&key=(the cited work's). 16 is Crossref, 8 PubMed.
_LINK_SERVER, _CROSSREF, _MEDLINE = "/servlet/linkout", ["16"], ["8"]


def identifiers(links: Iterable[str]) -> dict[str, str]:
    """`doi` and `pmid` of the work that all these links are about; nothing where they name several."""
    addresses = [
        address for link in reversed([*links]) if (address := _Address.of(link))
    ]  # the first way of writing counts
    dois = {name.lower(): name for address in addresses if (name := _doi(address))}
    pmids = {name: name for address in addresses if (name := _pmid(address))}
    return {field: next(iter(names.values())) for field, names in (("doi", dois), ("pmid", pmids)) if len(names) == 1}


@dataclass(frozen=True, slots=True)
class _Address:
    host: str
    path: str
    query: dict[str, list[str]]

    @classmethod
    def of(cls, link: str) -> _Address | None:
        try:
            parts = urlsplit(link.strip())
            return cls(parts.netloc.lower(), unquote(parts.path), parse_qs(parts.query))
        except ValueError:  # `http://[`; more parameters than Python reads
            return None


def _doi(address: _Address) -> str:
    """From a resolver, `data-doi`, a link server, or the DOI that a look-up in Google Scholar is told."""
    if address.host in _RESOLVERS or (not address.host and address.path.startswith("10.")):
        return doi(address.path)
    if address.path == _LINK_SERVER:
        return doi(_first(address, "key")) if address.query.get("dbid") == _CROSSREF else ""
    return doi(_first(address, "doi")) if address.host.startswith("scholar.google.") else ""


def _pmid(address: _Address) -> str:
    if address.path == _LINK_SERVER:
        return _number(_first(address, "key")) if address.query.get("dbid") == _MEDLINE else ""
    if address.host not in _PUBMED_HOSTS:
        return ""
    found = _PUBMED.fullmatch(address.path)
    if found and (found[1] or address.host.startswith("pubmed")):
        return found[2]
    # /entrez/query.fcgi?db=PubMed&cmd=Retrieve&list_uids=19762550
    return _number(_first(address, "list_uids")) if _first(address, "db").lower() == "pubmed" else ""


def _first(address: _Address, name: str) -> str:
    return address.query.get(name, [""])[0]


def _number(text: str) -> str:
    return text if _NUMBER.fullmatch(text) else ""
