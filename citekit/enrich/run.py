"""All references through all steps: look up, verify, search, complete, mark."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple, TypedDict

from citekit.enrich.abreast import abreast
from citekit.enrich.adding import ask_notices, finished, with_notices
from citekit.enrich.known import Found, Known, Lookup, by_doi, by_number, is_bare
from citekit.enrich.outcome import SURE, Match
from citekit.enrich.patience import Patience
from citekit.enrich.relations import dois_of
from citekit.enrich.search import find_doi, silent, why
from citekit.enrich.verify import mend, verify
from citekit.errors import SourceError
from citekit.model import Problem, Progress, Reference, unheard
from citekit.sources.work import Searchable, Work, WorkSource
from citekit.validate import Told, judge, told
from citekit.values.identifiers import doi as bare_doi
from citekit.values.identifiers import fold_doi, mended_doi

STAGE = "asking for DOIs"


@dataclass(frozen=True, slots=True)
class Enriched:
    """The references, and a `Match` for each, both in the order given; `problems` are contradictions found on the way."""

    references: tuple[Reference, ...]
    matches: tuple[Match, ...]
    problems: tuple[Problem, ...] = ()


class Wishes(TypedDict, total=False):
    """What `enrich` takes besides the references and the source, for those who pass it on."""

    others: Sequence[WorkSource]
    lookups: Mapping[str, Lookup] | None
    whole: bool
    correct: bool


def enrich(
    references: Sequence[Reference],
    source: WorkSource,
    *,
    others: Sequence[WorkSource] = (),
    lookups: Mapping[str, Lookup] | None = None,
    whole: bool = False,
    correct: bool = False,
    tell: Progress = unheard,
) -> Enriched:
    """Finds the DOIs that are missing, verifies those that are there, marks retractions and the like.

    `others` are asked for DOIs that `source` does not know, `lookups` (by field: `pmid`, `eprint`) for
    references that hold nothing but another number. With `whole`, fields that are missing are filled in from the record; a
    reference that holds nothing but an identifier always becomes the whole entry. A DOI that is wrong or that nobody knows is
    left as it stands, or, with `correct`, gives way to one that is certain. Sources in trouble never raise: the match says so.
    """
    ours = [told(_plain(reference)) for reference in references]
    checked = _checked(ours, (source, *others), lookups or {}, tell)
    matches, brought_up = _searched(ours, checked, source, tell, correct=correct)
    notices = ask_notices(source, [match.work for match in matches if match.work and match.status in SURE])
    known: frozenset[str] = frozenset().union(
        *(dois_of(one.reference, match.work) for one, match in zip(ours, matches, strict=True))
    )
    done = [
        finished(reference, with_notices(_as_given(match, reference), notices, records), known, whole=whole)
        for reference, match, records in zip(references, matches, brought_up, strict=True)
    ]
    return Enriched(
        tuple(reference for reference, _, _ in done),
        tuple(match for _, match, _ in done),
        tuple(problem for _, _, problems in done for problem in problems),
    )


def _plain(reference: Reference) -> Reference:
    """With its DOI bare: no resolver before it, no blanks within."""
    bare = mended_doi(reference.doi)
    return reference.rewritten("doi", bare) if bare and bare != reference.doi else reference


def _as_given(match: Match, before: Reference) -> Match:
    return replace(match, given=before.doi) if match.given else match


# ---------------------------------------------------------------- the DOIs and numbers that are there


class _Checked(NamedTuple):
    """What is to be said of those that name their work themselves, `None` for those to search for; and the DOIs, folded, of which
    not every source told whether it has them."""

    matches: Sequence[Match | None]
    silent: Container[str]


def _checked(
    ours: Sequence[Told], sources: Sequence[WorkSource], lookups: Mapping[str, Lookup], tell: Progress
) -> _Checked:
    numbered = by_number([one.reference for one in ours], lookups)
    dois = [doi for one in ours if (doi := one.reference.doi or _doi_elsewhere(one.reference))]
    dois += [work.doi for work in numbered.values() if isinstance(work, Work)]
    known = by_doi(dois, sources, tell)
    matches = [
        _check(one, known)
        if one.reference.doi
        else _by_number(one, numbered, known)
        if is_bare(one.reference)
        else _by_doi_elsewhere(one, known)
        for one in ours
    ]
    return _Checked(matches, known.silent)


def _check(one: Told, known: Known) -> Match:
    given = one.reference.doi
    found = known.records.get(fold_doi(given))
    if isinstance(found, SourceError):
        return replace(silent(found), doi=given, given=given)
    match, error = verify(one, found), known.silent.get(fold_doi(given))
    return replace(match, reason=f"{match.reason}; {error}") if error else match


def _by_number(one: Told, numbered: Mapping[tuple[str, str], Found], known: Known) -> Match | None:
    """What is known of one that holds nothing but a number."""
    keys = ((field, one.reference.get(field)) for field in one.reference.fields)
    key = next((key for key in keys if key in numbered), None)
    if key is None:
        return None
    found = numbered[key]
    if isinstance(found, SourceError):
        return silent(found)
    if found is None:
        return Match("none", reason=f"no record of {' '.join(key)} is known")
    fuller = known.records.get(fold_doi(found.doi))
    work = fuller if isinstance(fuller, Work) else found
    return Match("found", work.doi, reason=f"the record of {' '.join(key)}", work=work)


_ELSEWHERE = ("url", "howpublished", "note")


def _doi_elsewhere(reference: Reference) -> str:
    """A DOI that stands in another field than its own: `url = {https://doi.org/10.1056/nejmoa0807865}`."""
    return next((doi for field in _ELSEWHERE if (doi := bare_doi(reference.get(field)))), "")


def _by_doi_elsewhere(one: Told, known: Known) -> Match | None:
    """Such a DOI may be anything's: it counts only where its record fits."""
    doi = _doi_elsewhere(one.reference)
    work = known.records.get(fold_doi(doi)) if doi else None
    if not isinstance(work, Work):
        return None
    found = judge(one, work)
    return (
        Match("found", work.doi, found.evidence, (found,), why(found), work=work) if found.verdict == "accept" else None
    )


# ---------------------------------------------------------------- those that are not


def _searched(
    ours: Sequence[Told], checked: _Checked, source: WorkSource, tell: Progress, *, correct: bool
) -> tuple[list[Match], list[tuple[Work, ...]]]:
    """Searches for what has no DOI, or none that is right; the records that each search brought up come with it.

    A DOI that a silent source may have is not corrected.
    """
    wanted = [
        n for n, match in enumerate(checked.matches) if match is None or match.status in ("wrong", "unregistered")
    ]
    careful = _Careful(source, Patience(source.name))
    done = list(checked.matches)
    brought_up: list[tuple[Work, ...]] = [()] * len(ours)
    answers = abreast(lambda n: find_doi(ours[n], careful), wanted, source.at_once)
    for count, (n, (found, works)) in enumerate(zip(wanted, answers, strict=True), 1):
        before, is_known = done[n], fold_doi(ours[n].reference.doi) not in checked.silent
        done[n] = found if before is None else mend(before, found, correct=correct and is_known)
        brought_up[n] = works
        tell(STAGE, count, len(wanted))
    return [match for match in done if match], brought_up


@dataclass(frozen=True, slots=True)
class _Careful:
    """A source that is asked through a `Patience`."""

    source: Searchable
    patience: Patience

    def search(self, text: str, rows: int = 10) -> tuple[Work, ...]:
        return self.patience.ask(lambda: self.source.search(text, rows))
