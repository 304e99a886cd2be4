"""Many works in few requests, each answer kept by itself, so that batches of another composition ask nothing twice."""

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

_LONGEST = 2500  # characters of names, quoted; a server may refuse an address of more than 4,096
_REFUSALS = 3  # these many works refused singly, and it is not the works

Names = dict[str, str]
"""The name by which a work is kept (a DOI as we compare it, a number) → the name by which it is asked for."""
Answers = dict[str, Any]
"""By the name by which it is kept, what is kept of the answer; `None` where there is no such work."""


def dois(given: Iterable[str]) -> Names:
    """DOIs in whatever form, each once. What is no DOI is left out."""
    return {fold_doi(name): name for each in given if (name := bare_doi(each))}


def numbers(given: Iterable[str]) -> Names:
    """Numbers, which are kept under themselves, each once and in order. Empty ones are left out."""
    return {number: number for number in given if number}


@dataclass(frozen=True, slots=True)
class Batches:
    """How to ask `service` one question of this `kind` about many works.

    `question(name)` is the key of the answer about one. `many(names, timeout)` makes one request about at most `most` works and
    returns the answers that it settles; `None`: too much for one answer, ask about fewer. What it leaves open is asked for by
    itself: by `one`, which keeps the answer, or by the same request about one work; what that leaves open does not exist.
    """

    service: Service
    kind: str
    question: Callable[[str], str]
    many: Callable[[Names, float], Answers | None]
    one: Callable[[str], Any] | None = None
    most: int = 50

    def answers(self, names: Names) -> Answers:
        """The answer about each work: from the cache, else from a batch, else by itself.

        Raises as `Service.ask` does; where only some works are refused, after the others are answered. What was answered is
        kept, so asking again for one at a time tells which.
        """
        found = self._known(names)
        refused: dict[str, RefusedError] = {}
        fit = {key: name for key, name in names.items() if key not in found and fits_list(name)}
        for batch in self._batches(fit):
            found |= self._several(batch, refused)
        for key, name in names.items():
            if key not in found and key not in refused:
                found |= self._single(key, name, refused)
        if refused:
            raise next(iter(refused.values()))
        return found

    def _several(self, names: Names, refused: dict[str, RefusedError]) -> Answers:
        """The answers that one request settles, or two about half as many each: one of the works may be what is refused."""
        if len(names) == 1:
            return self._single(*next(iter(names.items())), refused)
        try:
            settled = self.service.request(
                self.kind, lambda timeout: self.many(names, timeout), lambda: self._all_known(names), search=True
            ).value
        except RefusedError as error:
            if read_fault(error).not_found:  # not the question, the address is wrong
                raise
            settled = None
        if settled is None:
            half = len(names) // 2
            first, rest = dict(islice(names.items(), half)), dict(islice(names.items(), half, None))
            return self._several(first, refused) | self._several(rest, refused)
        wanted = {key: value for key, value in settled.items() if key in names}
        for key, value in wanted.items():
            self.service.keep(self.question(key), value)
        return wanted

    def _single(self, key: str, name: str, refused: dict[str, RefusedError]) -> Answers:
        try:
            return {key: self.one(name) if self.one else self._alone(key, name)}
        except RefusedError as error:
            refused[key] = error
            if len(refused) == _REFUSALS:
                raise
            return {}

    def _alone(self, key: str, name: str) -> Any:
        def send(timeout: float) -> Any:
            return (self.many({key: name}, timeout) or {}).get(key)

        return self.service.ask(self.kind, self.question(key), send, search=True)

    def _known(self, names: Names) -> Answers:
        return {key: known.value for key in names if (known := self.service.known(self.question(key)))}

    def _all_known(self, names: Names) -> Answer | None:
        """Another process may have asked meanwhile."""
        known = self._known(names)
        return Answer(known) if len(known) == len(names) else None

    def _batches(self, names: Names) -> Iterator[Names]:
        batch: Names = {}
        length = 0
        for key, name in names.items():
            more = len(quote(f"{name},", safe=""))
            if batch and (len(batch) == self.most or length + more > _LONGEST):
                yield batch
                batch, length = {}, 0
            batch[key] = name
            length += more
        if batch:
            yield batch


def fits_list(name: str) -> bool:
    """A comma parts the names in a list, and in the filters of Crossref's API cannot be escaped."""
    return "," not in name
