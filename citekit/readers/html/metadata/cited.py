"""`citation_reference` tags beside the list they repeat: each goes with the entry it describes, and no work comes twice."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from citekit.readers.described import Described
from citekit.readers.html.entries import Entry, without_surroundings
from citekit.readers.html.links import identifiers
from citekit.readers.html.metadata.tags import citation_references, cited
from citekit.readers.html.page import Meta
from citekit.values.identifiers import fold_doi
from citekit.values.markup import plain
from citekit.values.text import squash

Work = tuple[Entry, Described | None]
"""A reference string (empty where there is none) and what a tag with named values says of it."""

_NEAR = 5  # a list and its tags run side by side; some entries have no tag


def cited_works(metas: Iterable[Meta]) -> list[Work]:
    """The page's `citation_reference` tags; one that is a plain string is a reference string like any other."""
    works: list[Work] = []
    for meta in citation_references(metas):
        told = cited(meta)
        works.append((Entry("" if told else without_surroundings(plain(meta.content)), meta.line), told))
    return works


def paired(entries: Sequence[Entry], works: Sequence[Work]) -> list[Work]:
    """The entries in order, each with the tag that describes it; tags that describe none of them follow."""
    texts = [squash(entry.text) for entry in entries]
    by_doi = {doi: index for index, entry in enumerate(entries) for doi in [_doi(entry)] if doi}
    told: dict[int, Described | None] = {}
    left: list[Work] = []
    at = 0
    for entry, work in works:
        near = (*range(at, min(at + _NEAR, len(texts))), *range(max(0, at - _NEAR), at))
        found = next((index for index in near if index not in told and _is_in(texts[index], entry, work)), None)
        if found is None and work and (doi := fold_doi(str(work.fields.get("doi", "")))):
            found = by_doi.get(doi)
        if found is None:
            left.append((entry, work))
        else:
            told.setdefault(found, work)
            at = found + 1
    return [*((entry, told.get(index)) for index, entry in enumerate(entries)), *left]


def _doi(entry: Entry) -> str:
    return fold_doi(identifiers(entry.links).get("doi", "") or entry.text)


def _is_in(text: str, entry: Entry, work: Described | None) -> bool:
    """Is this the text of the work? Told by its title, or, for a plain string, by its beginning."""
    said = squash(str(work.fields.get("title", "")))[:60] if work else squash(entry.text)[:40]
    return len(said) > 10 and said in text
