"""The records of works that are named by an identifier: a DOI, a PMID, an arXiv number."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from citekit.enrich.patience import Patience
from citekit.errors import OfflineError, SourceError
from citekit.model import Progress, Reference, unheard
from citekit.sources.work import Work, WorkSource
from citekit.values.identifiers import fold_doi

Found = Work | SourceError | None
"""A record; `None` where no source has one; the error where none answered."""
Lookup = Callable[[tuple[str, ...]], Mapping[str, Work | None]]
"""Identifiers of one kind → their records. Raises `SourceError`."""

STAGE = "checking DOIs"
AT_ONCE = 50  # identifiers in a question
_IDENTIFIERS = frozenset({"doi", "pmid", "pmcid", "eprint", "eprinttype", "eprintclass", "url"})


def is_bare(reference: Reference) -> bool:
    """Does a reference hold nothing but identifiers, as the lines of a list of DOIs or PMIDs do?"""
    return reference.fields.keys() <= _IDENTIFIERS and bool(
        reference.fields.keys() & {"doi", "pmid", "pmcid", "eprint"}
    )


class Known(NamedTuple):
    """The records of DOIs, under their folds. `silent`: what no source had, though one of those asked gave no answer."""

    records: Mapping[str, Found]
    silent: Mapping[str, SourceError]


def by_doi(dois: Iterable[str], sources: Sequence[WorkSource], tell: Progress = unheard) -> Known:
    """The record of each DOI from the first source that has one. Where the first gives no answer, the error is the answer."""
    wanted = tuple(dict.fromkeys(fold for doi in dois if (fold := fold_doi(doi))))
    first, *others = sources
    records = _asked(wanted, first.works, Patience(first.name), tell)
    silent: dict[str, SourceError] = {}
    for source in others:
        missing = tuple(doi for doi in wanted if records[doi] is None)
        for doi, found in _asked(missing, source.works, Patience(source.name)).items():
            if isinstance(found, SourceError):
                silent[doi] = found
            else:
                records[doi] = found
    return Known(records, silent)


def by_number(references: Sequence[Reference], lookups: Mapping[str, Lookup]) -> dict[tuple[str, str], Found]:
    """The records of references without a DOI that hold nothing but identifiers, under the name of the field and its value."""
    bare = [reference for reference in references if not reference.doi and is_bare(reference)]
    found: dict[tuple[str, str], Found] = {}
    for field, lookup in lookups.items():
        wanted = tuple(dict.fromkeys(value for reference in bare if (value := reference.get(field))))
        found |= {(field, value): work for value, work in _asked(wanted, lookup, Patience(field)).items()}
    return found


def _asked(names: tuple[str, ...], lookup: Lookup, patience: Patience, tell: Progress = unheard) -> dict[str, Found]:
    found: dict[str, Found] = {}
    for some in _in_pieces(names):
        tell(STAGE, len(found), len(names))
        found |= _piece(some, lookup, patience)
    return found


def _piece(some: tuple[str, ...], lookup: Lookup, patience: Patience) -> Mapping[str, Found]:
    try:
        return patience.ask(lambda: lookup(some))
    except OfflineError as error:  # of several, some may be known from before
        singly = (_piece((name,), lookup, patience) for name in some) if len(some) > 1 else [{some[0]: error}]
        return {name: found for each in singly for name, found in each.items()}
    except SourceError as error:
        return dict.fromkeys(some, error)


def _in_pieces(names: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    for at in range(0, len(names), AT_ONCE):
        yield names[at : at + AT_ONCE]
