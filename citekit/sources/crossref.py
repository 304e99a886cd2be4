"""Crossref, through habanero. Nothing else in citekit knows habanero, or the shapes of Crossref's answers.

Requests look like this (https://api.crossref.org/swagger-ui/index.html, and for the filters
https://www.crossref.org/documentation/retrieve-metadata/rest-api/rest-api-filters/):

    /works?query.bibliographic=Leung+Lee+Infantile+cortical+hyperostosis+1985&rows=10&select=DOI,title,…
    /works/10.1056%2Fnejmoa0807865
    /works?filter=doi:10.1056/nejmoa0807865,doi:10.1016/s0140-6736(97)11096-0&rows=2&select=DOI,title,…
    /works?filter=updates:10.1016/s0140-6736(97)11096-0&rows=200&select=DOI,update-to

A filter that is repeated means *either* (https://github.com/CrossRef/rest-api-doc#multiple-filters).
"""

from __future__ import annotations

import random
import re
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

import habanero

from citekit.sources.batches import Answers, Batches, Names, fits_list
from citekit.sources.batches import dois as bare_dois
from citekit.sources.cache import Cache
from citekit.sources.crossref_work import SELECT, parse_work
from citekit.sources.http import AGENT
from citekit.sources.service import Pool, Service
from citekit.sources.work import Notice, Work
from citekit.values.identifiers import doi as bare_doi
from citekit.values.identifiers import fold_doi

# What is allowed since 1 December 2025 (https://doi.org/10.64000/wadve-3tj60), for lists and for single works. An address in
# `mailto` selects the polite pool. (The token of a Plus subscription is nothing that habanero sends.)
PUBLIC = {"list": Pool(1, at_once=1), "single": Pool(5, at_once=1)}
POLITE = {"list": Pool(3, at_once=3), "single": Pool(10, at_once=3)}

_RECORD = tuple(key for key in SELECT if key != "score")  # what a record says whatever the question
_NOTICE = ("DOI", "update-to")
_NOTICES = 200  # rows; most works have no notice at all
_PLAIN = re.compile(r"10\.[\d.]+/[a-z0-9._()/-]+")  # nothing in it that somebody on the way could misread
_UNSENDABLE = re.compile(r"[\x00-\x20\x7f\ud800-\udfff]+")

Item = dict[str, Any]


@dataclass
class Crossref:
    """A client. `url` is where the service stands, `mailto` the user's address (sent only when given). The rest is
    `Service`'s. All methods may be called from several threads, and raise `RefusedError`, `UnreachableError`, `OfflineError`.
    """

    url: str = "https://api.crossref.org"
    mailto: str = ""
    cache: Cache | None = field(default=None, kw_only=True)
    offline: bool = field(default=False, kw_only=True)
    refresh: bool = field(default=False, kw_only=True)
    timeout: float = field(default=10.0, kw_only=True)
    attempts: int = field(default=10, kw_only=True)
    deadline: float = field(default=120.0, kw_only=True)
    sleep: Callable[[float], None] = field(default=time.sleep, kw_only=True, repr=False)
    clock: Callable[[], float] = field(default=time.monotonic, kw_only=True, repr=False)
    chance: random.Random = field(default_factory=random.Random, kw_only=True, repr=False)
    name: str = field(default="Crossref", init=False)
    _service: Service = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self._service = Service(
            self.name,
            self.url.rstrip("/"),
            POLITE if self.mailto else PUBLIC,
            self.cache,
            self.offline,
            self.refresh,
            timeout=self.timeout,
            attempts=self.attempts,
            deadline=self.deadline,
            sleep=self.sleep,
            clock=self.clock,
            chance=self.chance,
        )

    @property
    def at_once(self) -> int:
        return self._service.pools["list"].at_once

    def search(self, text: str, rows: int = 10) -> tuple[Work, ...]:
        """The works that best fit a bibliographic text, best first; `()` when nothing does."""
        words = _UNSENDABLE.sub(" ", text).strip()
        if not words:
            return ()

        def send(timeout: float) -> list[Item]:
            items, _ = self._list(timeout, query_bibliographic=words, limit=rows, select=list(SELECT))
            return [_cut(item, SELECT) for item in items]

        question = f"works?query.bibliographic={words}&rows={rows}&select={','.join(SELECT)}"
        items = self._service.ask("list", question, send, search=True) or []
        return tuple(work for item in items if (work := parse_work(item)))

    def work(self, doi: str) -> Work | None:
        """The work with this DOI; `None` when Crossref has none (it may be registered elsewhere)."""
        name = bare_doi(doi)
        return parse_work(self._record(name)) if name else None

    def works(self, dois: tuple[str, ...]) -> dict[str, Work | None]:
        """The work of each DOI, under the DOI as it was given; `None` where Crossref has none.

        Asks for 50 at a time. When it raises, what was answered until then is in the cache.
        """
        found = Batches(self._service, "list", _record_question, self._records, self._record).answers(bare_dois(dois))
        return {doi: parse_work(found.get(fold_doi(doi))) for doi in dois}

    def notices(self, dois: tuple[str, ...]) -> dict[str, tuple[Notice, ...]]:
        """The retractions, corrections and other notices about each work, under its DOI as it was given. Asks as `works` does.

        Those that themselves name the work they are about; the work's own record may know of more (`updated_by`).
        """
        found = Batches(self._service, "list", _notices_question, self._notices_of, self._notices_of_one).answers(
            bare_dois(dois)
        )
        return {doi: tuple(Notice(*said) for said in found.get(fold_doi(doi)) or ()) for doi in dois}

    # ---------------------------------------------------------------- records by DOI

    def _record(self, name: str) -> Item | None:
        def send(timeout: float) -> Item:
            # As a list, since habanero splits a text at its spaces; quoted, since `#`, `?` and `<` stand in DOIs.
            return _cut(_message(self._client(timeout).works(ids=[quote(name, safe="")]), "DOI"), _RECORD)

        return self._service.ask("single", _record_question(fold_doi(name)), send)

    def _records(self, names: Names, timeout: float) -> Answers:
        """The records of several works. One that is missing does not exist, if its DOI is plain and the filter was heeded."""
        found, _ = self._list(timeout, filter={"doi": list(names.values())}, limit=len(names), select=list(_RECORD))
        items = {fold_doi(str(item.get("DOI"))): _cut(item, _RECORD) for item in found}
        heeded = items.keys() <= names.keys()
        return {name: items.get(name) for name in names if name in items or (heeded and _PLAIN.fullmatch(name))}

    # ---------------------------------------------------------------- notices by DOI

    def _notices_of(self, names: Names, timeout: float) -> Answers | None:
        """The notices about several works, each as `[kind, DOI, date]`."""
        query = {"filter": {"updates": list(names.values())}, "limit": _NOTICES, "select": list(_NOTICE)}
        items, total = self._list(timeout, **query)
        found: Answers = {name: [] for name in names}
        heeded = True
        for notice in filter(None, map(parse_work, items)):
            told = [(name, update) for update in notice.updates if (name := fold_doi(update.doi)) in found]
            heeded = heeded and bool(told)
            for name, update in told:
                found[name].append([update.kind, notice.doi, update.date])
        return None if total > len(items) and heeded and len(names) > 1 else found

    def _notices_of_one(self, name: str) -> list[list[str]]:
        """The same for one work; for one whose DOI fits no filter, what its own record says."""
        folded = fold_doi(name)
        if not fits_list(name):
            work = self.work(name)
            return [[notice.kind, notice.doi, notice.date] for notice in work.updated_by] if work else []

        def send(timeout: float) -> Any:
            return (self._notices_of({folded: name}, timeout) or {}).get(folded)

        return self._service.ask("list", _notices_question(folded), send, search=True) or []

    # ---------------------------------------------------------------- one request

    def _list(self, timeout: float, **query: Any) -> tuple[list[Item], int]:
        """The items of a list, and how many there are in all."""
        message = _message(self._client(timeout).works(**query), "items")
        items, total = message["items"], message.get("total-results")
        if not isinstance(items, list):
            raise ValueError("a list without items")
        return [item for item in items if isinstance(item, dict)], total if isinstance(total, int) else 0

    def _client(self, timeout: float) -> habanero.Crossref:
        return habanero.Crossref(self._service.url, mailto=self.mailto or None, ua_string=AGENT, timeout=timeout)


def _message(answer: Any, expected: str) -> Item:
    """The part of an answer that matters. `ValueError` when it is no answer of this kind."""
    message = answer.get("message") if isinstance(answer, dict) else None
    if not isinstance(message, dict) or expected not in message:
        raise ValueError("an answer without a message")
    return message


def _cut(item: Item, keys: tuple[str, ...]) -> Item:
    return {key: item[key] for key in keys if key in item}


def _record_question(folded: str) -> str:
    return f"works/{folded}?select={','.join(_RECORD)}"


def _notices_question(folded: str) -> str:
    return f"works?filter=updates:{folded}&select={','.join(_NOTICE)}"
