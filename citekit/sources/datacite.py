"""DataCite: data, software, theses, arXiv's preprints (https://support.datacite.org/docs/api).

Requests look like this (https://support.datacite.org/docs/api-queries):

    /dois?query=doi:("10.5281/zenodo.31780" OR "10.48550/arxiv.1706.03762")&page[size]=2&disable-facets=true&fields[dois]=…
    /dois/10.5281%2Fzenodo.31780
    /dois?query=attention OR is OR all OR you OR need&sort=relevance&page[size]=10&disable-facets=true&fields[dois]=…
"""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import quote

from citekit.sources.batches import Answers, Batches, Names
from citekit.sources.batches import dois as bare_dois
from citekit.sources.cache import Cache
from citekit.sources.datacite_work import FIELDS, parse_work
from citekit.sources.http import get_json
from citekit.sources.reading import record, records, text
from citekit.sources.service import Pool, Service
from citekit.sources.work import Work
from citekit.values.identifiers import fold_doi

# 500 requests in five minutes, 1,000 with an address in `mailto` (https://support.datacite.org/docs/rate-limit).
PUBLIC = Pool(500 / 300, at_once=2)
IDENTIFIED = Pool(1000 / 300, at_once=2)

_MOST_WORDS = 64  # of a search; each is looked for in every field
_PLAIN = re.compile(r"10\.[\d.]+/[a-z0-9._()/:;<>-]+")  # nothing in it that a query in quotes could misread


class DataCite:
    """A client. `url` is where the service stands, `mailto` the user's address (sent only when given), `how` what `Service`
    takes besides. All methods may be called from several threads, and raise `RefusedError`, `UnreachableError`, `OfflineError`.
    """

    name = "DataCite"

    def __init__(
        self,
        url: str = "https://api.datacite.org",
        mailto: str = "",
        *,
        cache: Cache | None = None,
        offline: bool = False,
        refresh: bool = False,
        **how: Any,
    ) -> None:
        pool = IDENTIFIED if mailto else PUBLIC
        self._mailto = mailto
        self._service = Service(
            self.name, url.rstrip("/"), {"list": pool, "single": pool}, cache, offline, refresh, **how
        )

    @property
    def at_once(self) -> int:
        return self._service.pools["list"].at_once

    def search(self, text: str, rows: int = 10) -> tuple[Work, ...]:
        """The works in which most of the words of a bibliographic text stand, best first; `()` when there are none."""
        words = list(dict.fromkeys(re.findall(r"\w\w+", text.lower())))[:_MOST_WORDS]
        if not words:
            return ()
        query = " OR ".join(words)  # in small letters `or` is a word
        found = self._service.ask(
            "list",
            f"dois?query={query}&rows={rows}",
            lambda timeout: self._list(timeout, query, rows, {"sort": "relevance"}),
            search=True,
        )
        return tuple(work for item in found or [] if (work := parse_work(item)))

    def works(self, dois: tuple[str, ...]) -> dict[str, Work | None]:
        """The work of each DOI, under the DOI as it was given; `None` where DataCite has none. Asks for 50 at a time."""
        found = Batches(self._service, "list", _question, self._records, self._record).answers(bare_dois(dois))
        return {doi: parse_work(found.get(fold_doi(doi))) for doi in dois}

    # ---------------------------------------------------------------- requests

    def _records(self, names: Names, timeout: float) -> Answers:
        """The records of several works. One that is missing does not exist, if its DOI is plain and the query was heeded."""
        query = " OR ".join(f'"{_escaped(name)}"' for name in names)
        items = {
            fold_doi(text(item.get("doi"))): item for item in self._list(timeout, f"doi:({query})", len(names), {})
        }
        heeded = items.keys() <= names.keys()
        return {name: items.get(name) for name in names if name in items or (heeded and _PLAIN.fullmatch(name))}

    def _record(self, name: str) -> Any:
        def send(timeout: float) -> Any:
            address = f"{self._service.url}/dois/{quote(fold_doi(name), safe='')}"
            answer = get_json(address, self._who(), timeout=timeout)
            return _attributes(record(answer).get("data"))

        return self._service.ask("single", _question(fold_doi(name)), send)

    def _list(self, timeout: float, query: str, rows: int, more: dict[str, str]) -> list[Any]:
        params: dict[str, str | int] = {
            "query": query, "page[size]": rows, "disable-facets": "true", "fields[dois]": ",".join(FIELDS), **more, **self._who(),
        }  # fmt: skip
        answer = get_json(f"{self._service.url}/dois", params, timeout=timeout)
        data = record(answer).get("data")
        if not isinstance(data, list):
            raise ValueError("an answer without data")
        return [_attributes(item) for item in records(data)]

    def _who(self) -> dict[str, str]:
        return {"mailto": self._mailto} if self._mailto else {}


def _question(folded: str) -> str:
    return f"dois/{folded}"


def _escaped(name: str) -> str:
    """A DOI between quotes of a query."""
    return re.sub(r'(["\\])', r"\\\1", name)


def _attributes(item: object) -> dict[str, Any]:
    """What we read of a record. `ValueError` when it is none."""
    said = record(item).get("attributes")
    if not isinstance(said, dict):
        raise ValueError("a record without attributes")
    return {"doi": record(item).get("id")} | {key: said[key] for key in FIELDS if key in said}
