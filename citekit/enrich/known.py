"""The records of works that are named by an identifier: a DOI, a PMID, an arXiv number."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from citekit.enrich.patience import Patience
from citekit.errors import SourceError
from citekit.model import Reference
from citekit.sources.work import Work, WorkSource
from citekit.values.identifiers import fold_doi

Found = Work | SourceError | None
"""A record; `None` where no source has one; the error where none answered."""
Lookup = Callable[[tuple[str, ...]], Mapping[str, Work | None]]
"""Identifiers of one kind → their records. Raises `SourceError`."""

AT_ONCE = 50  # identifiers in a question
_IDENTIFIERS = frozenset({"doi", "pmid", "pmcid", "eprint", "eprinttype", "eprintclass", "url"})


def is_bare(reference: Reference) -> bool:
    """Does a reference hold nothing but identifiers, as the lines of a list of DOIs or PMIDs do?"""
    return reference.fields.keys() <= _IDENTIFIERS and bool(
        reference.fields.keys() & {"doi", "pmid", "pmcid", "eprint"}
    )


def by_doi(dois: Iterable[str], sources: Sequence[WorkSource]) -> dict[str, Found]:
    """The record of each DOI, under its fold, from the first source that has one."""
    wanted = list(dict.fromkeys(fold for doi in dois if (fold := fold_doi(doi))))
    found: dict[str, Found] = {}
    for source in sources:
        missing = tuple(doi for doi in wanted if found.get(doi) is None)
        found |= _asked(missing, source.works, Patience(source.name))
    return found


def by_number(references: Sequence[Reference], lookups: Mapping[str, Lookup]) -> dict[tuple[str, str], Found]:
    """The records of references without a DOI that hold nothing but identifiers, under the name of the field and its value."""
    bare = [reference for reference in references if not reference.doi and is_bare(reference)]
    found: dict[tuple[str, str], Found] = {}
    for field, lookup in lookups.items():
        wanted = tuple(dict.fromkeys(value for reference in bare if (value := reference.get(field))))
        found |= {(field, value): work for value, work in _asked(wanted, lookup, Patience(field)).items()}
    return found


def _asked(names: tuple[str, ...], lookup: Lookup, patience: Patience) -> dict[str, Found]:
    found: dict[str, Found] = {}
    for some in _in_pieces(names):
        try:
            found |= patience.ask(lambda some=some: lookup(some))  # type: ignore[misc]
        except SourceError as error:
            found |= dict.fromkeys(some, error)
    return found


def _in_pieces(names: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    for at in range(0, len(names), AT_ONCE):
        yield names[at : at + AT_ONCE]
