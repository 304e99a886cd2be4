"""What the record of a work adds to its reference: its DOI, fields that are missing, notices, other versions."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Protocol, runtime_checkable

from citekit.enrich.complete import complete
from citekit.enrich.known import is_bare
from citekit.enrich.notices import mark, notices_about
from citekit.enrich.outcome import SURE, Change, Match
from citekit.enrich.record_values import origin
from citekit.enrich.relations import name_versions, versions_of
from citekit.errors import SourceError
from citekit.model import Problem, Reference
from citekit.sources.work import Notice, Work, WorkSource
from citekit.values.identifiers import fold_doi


@runtime_checkable
class NoticeSource(Protocol):
    """A source that knows which notices there are about works."""

    def notices(self, dois: tuple[str, ...]) -> Mapping[str, tuple[Notice, ...]]: ...


def ask_notices(source: WorkSource, works: Sequence[Work]) -> Mapping[str, tuple[Notice, ...]]:
    """Notices that the source knows of, under the fold of the DOI they are about. None where it does not answer."""
    dois = tuple(dict.fromkeys(fold_doi(work.doi) for work in works if work.doi and work.source == source.name))
    if not dois or not isinstance(source, NoticeSource):
        return {}
    try:
        return source.notices(dois)
    except SourceError:
        return {}


def with_notices(match: Match, notices: Mapping[str, tuple[Notice, ...]], records: Sequence[Work]) -> Match:
    """The match with all notices about its work: those that its record names, its source knows, or the search brought up."""
    work = match.work
    if work is None or match.status not in SURE:
        return match
    told_of = replace(work, updated_by=(*work.updated_by, *notices.get(fold_doi(work.doi), ())))
    return replace(match, notices=notices_about(told_of, records), relations=versions_of(work))


def finished(
    before: Reference, match: Match, known: Collection[str], *, whole: bool
) -> tuple[Reference, Match, tuple[Problem, ...]]:
    """The reference with what its record adds, the very same where that is nothing."""
    work = match.work
    if work is None or match.status not in SURE:
        return before, match, ()
    out = before
    changes: list[Change] = []
    problems: tuple[Problem, ...] = ()
    if match.doi and match.doi != before.doi:
        changes.append(Change("doi", before.doi, match.doi))
        out = out.with_field("doi", match.doi, origin(work, match.doi, "DOI"))
    if whole or is_bare(out):
        completed = complete(out, work)
        out, problems = completed.reference, completed.problems
        changes += completed.changes
    out, marks = mark(out, match.notices)
    out, versions = name_versions(out, work, known)
    return out, replace(match, changes=(*changes, *marks, *versions)), problems
