"""DOIs for references that lack one: ask a source for candidates, believe only a record that validates.

    references, matches = fill_dois(references, Crossref(mailto="me@example.org"))

A wrong DOI is worse than none: whatever is not certain stays empty and is said, with its candidates.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from citekit.errors import RefusedError, SourceError, UnreachableError
from citekit.model import Origin, Reference
from citekit.sources.work import Work
from citekit.validate import Evidence, Judgement, could_suffice, judge

__all__ = ["Evidence", "Judgement", "Match", "WorkSource", "fill_dois", "find_doi", "judge", "outage"]

ROWS = 10  # candidates looked at
GIVE_UP_AFTER = 3  # questions in a row without an answer
_SHOWN = 3  # candidates kept for a person to look at


class WorkSource(Protocol):
    """Where candidates come from. `name` is said to the user and stands in the origin of what it gave."""

    @property
    def name(self) -> str: ...

    def search(self, text: str, rows: int = ...) -> tuple[Work, ...]:
        """The best candidates for a bibliographic text. Raises `RefusedError` or `UnreachableError`."""
        ...


@dataclass(frozen=True, slots=True)
class Match:
    """What came of one reference.

    `found`: `doi` is certain, and `evidence` says why. `unsure`: something looks like it; `candidates` are for a
    person to judge. `none`: the source knows nothing that fits, or the reference tells too little to recognise it
    by. `unreachable`, `refused`: the source gave no answer, so nothing is known. `had-doi`: not asked. `reason`
    is one plain sentence.
    """

    status: Literal["found", "unsure", "none", "unreachable", "refused", "had-doi"]
    doi: str = ""
    evidence: tuple[Evidence, ...] = ()
    candidates: tuple[Judgement, ...] = ()
    reason: str = ""


def find_doi(reference: Reference, source: WorkSource) -> Match:
    """Looks one reference up. Never raises for a source in trouble: that is an answer, too."""
    if reference.doi:
        return Match("had-doi", reference.doi, reason="has a DOI")
    if not could_suffice(reference):
        return Match("none", reason="tells too little to recognise the work by")
    try:
        works = source.search(query(reference), rows=ROWS)
    except UnreachableError as error:
        return Match("unreachable", reason=str(error))
    except RefusedError as error:
        return Match("refused", reason=str(error))
    return choose([judge(reference, work) for work in works])


def query(reference: Reference) -> str:
    """The text to search for: first authors, title, container, year, volume, first page. Nothing else leaves us."""
    people = reference.author or reference.names("editor")
    parts = [person.family for person in people.people[:3]]
    parts += [reference.title, reference.container, reference.year, reference.get("volume")]
    parts.append(reference.get("pages").partition("-")[0])
    words = " ".join(" ".join(parts).split())
    return words if len(words) <= 500 else words[:500].rpartition(" ")[0]


def choose(judgements: Sequence[Judgement]) -> Match:
    """Settles on one candidate, or on none.

    Of several that validate the one with the most agreement (container, year, page, …) is taken; when two agree
    equally well, nobody can tell, and nothing is taken.
    """
    ranked = sorted(_distinct(judgements), key=lambda found: (-found.weight, found.work.doi.lower()))
    accepted = [found for found in ranked if found.verdict == "accept"]
    if accepted and (len(accepted) == 1 or accepted[0].weight > accepted[1].weight):
        best = accepted[0]
        return Match("found", best.work.doi, best.evidence, tuple(accepted[:_SHOWN]), _why(best))
    if accepted:
        tied = [found for found in accepted if found.weight == accepted[0].weight]
        dois = " and ".join(found.work.doi for found in tied)
        return Match("unsure", candidates=tuple(tied), reason=f"{dois} fit equally well")
    alike = [found for found in ranked if found.verdict == "unsure"]
    if alike:
        reason = f"{alike[0].work.doi} looks alike: {_why(alike[0])}"
        return Match("unsure", candidates=tuple(alike[:_SHOWN]), reason=reason)
    return Match("none", reason="no record fits")


def _distinct(judgements: Sequence[Judgement]) -> list[Judgement]:
    return list({found.work.doi.lower(): found for found in reversed(judgements)}.values())


def _why(found: Judgement) -> str:
    agree = ", ".join(item.field for item in found.evidence if item.verdict == "agree")
    against = [item for item in found.evidence if item.verdict == "contradict"]
    but = "; ".join(f"{item.field} {item.ours!r} is not {item.theirs!r}" for item in against)
    return f"{agree} agree" + (f", but {but}" if but else "")


def fill_dois(
    references: Sequence[Reference], source: WorkSource, progress: Callable[[int, int], None] | None = None
) -> tuple[list[Reference], list[Match]]:
    """The references, with a DOI where one was found, and a `Match` for each, both in the order given.

    References that have a DOI are left alone. After `GIVE_UP_AFTER` questions in a row without an answer the
    source is asked no more; the rest are `unreachable` or `refused` like those before (see `outage`).
    `progress` is called after each reference that lacks a DOI: how many are done, of how many.
    """
    patient = _Patient(source)
    total = sum(1 for reference in references if not reference.doi)
    out: list[Reference] = []
    matches: list[Match] = []
    done = 0
    for reference in references:
        match = find_doi(reference, patient)
        matches.append(match)
        out.append(_with_doi(reference, match, source.name))
        if not reference.doi:
            done += 1
            if progress:
                progress(done, total)
    return out, matches


def _with_doi(reference: Reference, match: Match, name: str) -> Reference:
    if match.status != "found":
        return reference
    origin = Origin(file=name, format=name.lower(), text=match.doi, name="DOI")
    return reference.with_field("doi", match.doi, origin)


def outage(matches: Sequence[Match]) -> str:
    """One sentence when questions went without an answer, `""` otherwise.

    `Crossref: no answer in 8 tries: HTTP 503 Service Unavailable; 41 of 43 references were not looked up`
    """
    silent = [match for match in matches if match.status in ("unreachable", "refused")]
    if not silent:
        return ""
    asked = sum(1 for match in matches if match.status != "had-doi")
    were = "reference was" if asked == 1 else "references were"
    return f"{silent[0].reason}; {len(silent)} of {asked} {were} not looked up"


class _Patient:
    """A source, until it has been silent `GIVE_UP_AFTER` times in a row; from then on it is not asked."""

    def __init__(self, source: WorkSource) -> None:
        self._source = source
        self._silent = 0
        self._last: type[SourceError] = UnreachableError

    @property
    def name(self) -> str:
        return self._source.name

    def search(self, text: str, rows: int = ROWS) -> tuple[Work, ...]:
        if self._silent >= GIVE_UP_AFTER:
            raise self._last(f"{self.name}: not asked after {self._silent} questions without an answer")
        try:
            works = self._source.search(text, rows)
        except SourceError as error:
            self._silent += 1
            self._last = type(error)
            raise
        self._silent = 0
        return works
