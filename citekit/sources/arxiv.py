"""arXiv: the preprints behind its numbers.

Requests look like this (https://info.arxiv.org/help/api/user-manual.html):

    https://export.arxiv.org/api/query?id_list=1706.03762v5,hep-th/9901001&max_results=2
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from citekit.errors import RefusedError
from citekit.sources.arxiv_feed import Entry, entries
from citekit.sources.arxiv_work import number_of, parse_work
from citekit.sources.batches import Answers, Batches, Names, numbers
from citekit.sources.cache import Cache
from citekit.sources.http import get_text
from citekit.sources.service import Pool, Service
from citekit.sources.work import Work
from citekit.values.identifier_forms import bare_arxiv, fold_arxiv

# One request every three seconds, one at a time (https://info.arxiv.org/help/api/tou.html).
POOL = Pool(1 / 3, at_once=1)

_MOST = 100  # numbers in one request; an address has room for so many


class ArXiv:
    """A client. `url` is where the service stands, `how` what `Service` takes besides. All methods may be called from several
    threads, and raise `RefusedError`, `UnreachableError`, `OfflineError`.
    """

    name = "arXiv"

    def __init__(
        self,
        url: str = "https://export.arxiv.org",
        *,
        cache: Cache | None = None,
        offline: bool = False,
        refresh: bool = False,
        **how: Any,
    ) -> None:
        how = {"timeout": 30.0, "deadline": 300.0} | how
        self._service = Service(self.name, url.rstrip("/"), {"id": POOL}, cache, offline, refresh, **how)

    def by_id(self, ids: tuple[str, ...]) -> dict[str, Work | None]:
        """The work under each number, as it was given (`1706.03762v5`, `arXiv:hep-th/9901001`); `None` where there is none."""
        bare = {given: bare_arxiv(given) for given in ids}
        batches = Batches(self._service, "id", "id/{}".format, self._entries, most=_MOST)
        found = batches.answers(numbers(sorted(bare.values())))
        return {given: parse_work(found.get(number), number) for given, number in bare.items()}

    def _entries(self, wanted: Names, timeout: float) -> Answers:
        """The entry of each number. One number that is none spoils the answer for all: then there is one entry about an error."""
        params: dict[str, str | int] = {"id_list": ",".join(wanted), "max_results": len(wanted)}
        feed = get_text(f"{self._service.url}/api/query", params, timeout=timeout)
        found = entries(feed)
        told = next((entry for entry in found if "/api/errors" in entry["id"]), None)
        if told and len(wanted) == 1 and "id" in told["summary"].lower().split():
            return dict.fromkeys(wanted)  # incorrect id format for 9999.99999
        if told:
            raise RefusedError(f"{self.name} refused: {told['summary']}")
        return {number: entry for number in wanted if (entry := _entry_of(number, found))}


def _entry_of(number: str, found: Sequence[Entry]) -> Entry | None:
    """The entry of the version asked for; without one, of the latest that is there."""
    same = [entry for entry in found if fold_arxiv(number_of(entry)) == fold_arxiv(number)]
    if wanted := _version(number):
        return next((entry for entry in same if _version(number_of(entry)) == wanted), None)
    return max(same, key=lambda entry: _version(number_of(entry)), default=None)


def _version(number: str) -> int:
    found = re.search(r"v(\d+)$", number)
    return int(found[1]) if found else 0
