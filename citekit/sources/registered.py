"""Those we ask over the network as `Source` values. Each is imported when it is opened."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from citekit.formats import Source

if TYPE_CHECKING:
    from citekit.sources.cache import Cache


def _crossref(url: str, mailto: str, cache: Cache | None, offline: bool, refresh: bool) -> Any:
    from citekit.sources.crossref import Crossref

    return Crossref(**_at(url=url), mailto=mailto, cache=cache, offline=offline, refresh=refresh)


def _datacite(url: str, mailto: str, cache: Cache | None, offline: bool, refresh: bool) -> Any:
    from citekit.sources.datacite import DataCite

    return DataCite(**_at(url=url), mailto=mailto, cache=cache, offline=offline, refresh=refresh)


def _pubmed(url: str, mailto: str, cache: Cache | None, offline: bool, refresh: bool, converter_url: str = "") -> Any:
    from citekit.sources.pubmed import PubMed

    places = _at(url=url, converter_url=converter_url)
    return PubMed(**places, mailto=mailto, cache=cache, offline=offline, refresh=refresh)


def _arxiv(url: str, cache: Cache | None, offline: bool, refresh: bool) -> Any:
    from citekit.sources.arxiv import ArXiv

    return ArXiv(**_at(url=url), cache=cache, offline=offline, refresh=refresh)


def _at(**urls: str) -> dict[str, Any]:
    """Arguments for those addresses that are given."""
    return {name: url for name, url in urls.items() if url}


CROSSREF = Source("crossref", "Crossref", _crossref)
DATACITE = Source("datacite", "DataCite", _datacite)
PUBMED = Source("pubmed", "PubMed", _pubmed, {"pmid": "by_pmid", "pmcid": "by_pmcid"}, searched=False)
ARXIV = Source("arxiv", "arXiv", _arxiv, {"eprint": "by_id"}, searched=False)
