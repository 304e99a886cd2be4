"""Many DOIs in few requests, each answer kept by itself, so that batches of another composition ask nothing twice."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any
from urllib.parse import quote

from citekit.errors import RefusedError
from citekit.sources.faults import read_fault
from citekit.sources.service import Answer, Service
from citekit.values.identifiers import doi as bare_doi
from citekit.values.identifiers import fold_doi

_MOST = 50  # DOIs in one request
_LONGEST = 3000  # characters, quoted; a server may refuse an address of more than 4,096
_REFUSALS = 3  # these many DOIs refused singly, and it is not the DOIs

Names = dict[str, str]  # DOI as we compare it → as it was given
Answers = dict[str, Any]  # by folded DOI, what is kept of the answer


@dataclass(frozen=True, slots=True)
class Batches:
    """How to ask `service` one question about many works.

    `question(folded DOI)` is the key of an answer. `many(names, timeout)` makes one request about several of them and returns
    the answers that it settles; `None`: too much for one answer, ask about fewer. `one(DOI)` asks about one, and keeps the answer.
    """

    service: Service
    question: Callable[[str], str]
    many: Callable[[Names, float], Answers | None]
    one: Callable[[str], Any]

    def answers(self, dois: Iterable[str]) -> Answers:
        """The answer about each DOI: from the cache, else from a batch, else by itself. What is no DOI is left out.

        Raises as `Service.ask` does; where only some DOIs are refused, after the others are answered. What was answered is
        kept, so asking again for one at a time tells which.
        """
        names = {fold_doi(name): name for doi in dois if (name := bare_doi(doi))}
        found = self._known(names)
        refused: dict[str, RefusedError] = {}
        fit = {folded: name for folded, name in names.items() if folded not in found and fits_filter(name)}
        for batch in _batches(fit):
            found |= self._several(batch, refused)
        for folded, name in names.items():
            if folded not in found and folded not in refused:
                found |= self._single(folded, name, refused)
        if refused:
            raise next(iter(refused.values()))
        return found

    def _several(self, names: Names, refused: dict[str, RefusedError]) -> Answers:
        """The answers that one request settles, or two about half as many each: one of the DOIs may be what is refused."""
        if len(names) == 1:
            return self._single(*next(iter(names.items())), refused)
        try:
            settled = self.service.request(
                "list", lambda timeout: self.many(names, timeout), lambda: self._all_known(names), search=True
            ).value
        except RefusedError as error:
            if read_fault(error).not_found:  # not the question, the address is wrong
                raise
            settled = None
        if settled is None:
            half = len(names) // 2
            first, rest = dict(islice(names.items(), half)), dict(islice(names.items(), half, None))
            return self._several(first, refused) | self._several(rest, refused)
        for folded, value in settled.items():
            self.service.keep(self.question(folded), value)
        return dict(settled)

    def _single(self, folded: str, name: str, refused: dict[str, RefusedError]) -> Answers:
        try:
            return {folded: self.one(name)}
        except RefusedError as error:
            refused[folded] = error
            if len(refused) == _REFUSALS:
                raise
            return {}

    def _known(self, names: Names) -> Answers:
        return {name: known.value for name in names if (known := self.service.known(self.question(name)))}

    def _all_known(self, names: Names) -> Answer | None:
        """Another process may have asked meanwhile."""
        known = self._known(names)
        return Answer(known) if len(known) == len(names) else None


def fits_filter(name: str) -> bool:
    """A comma parts the filters of Crossref's API, and cannot be escaped."""
    return "," not in name


def _batches(names: Names) -> Iterator[Names]:
    batch: Names = {}
    length = 0
    for folded, name in names.items():
        more = len(quote(f"doi:{name},", safe=""))
        if batch and (len(batch) == _MOST or length + more > _LONGEST):
            yield batch
            batch, length = {}, 0
        batch[folded] = name
        length += more
    if batch:
        yield batch
