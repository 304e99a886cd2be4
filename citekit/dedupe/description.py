"""What one place says of a work, as plain text: the fields by which duplicates are decided."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from citekit.model import Reference
from citekit.values.names import Names

_PREPRINT = re.compile(r"arxiv|biorxiv|medrxiv|chemrxiv|psyarxiv|ssrn|research square|\bpreprints?\b", re.I)


class Description(NamedTuple):
    """One record as text, nothing interpreted. Empty means *not said*.

    `author` is text only where nobody has read the names yet. `type` is a BibTeX entry type; `archive` tells whether the place of
    publication is an archive of preprints.
    """

    title: str = ""
    author: Names | str = ""
    year: str = ""
    container: str = ""
    container_short: str = ""
    volume: str = ""
    number: str = ""
    pages: str = ""
    doi: str = ""
    pmid: str = ""
    type: str = ""
    archive: bool = False


def described(reference: Reference) -> Description:
    """What a reference says. Editors stand in for missing authors."""
    get = reference.get
    subtitle, container = get("subtitle"), get("container")
    return Description(
        title=f"{reference.title}: {subtitle}" if subtitle else reference.title,
        author=reference.names("author") or reference.names("editor"),
        year=reference.year,
        container=container,
        container_short=get("container_short"),
        volume=get("volume"),
        number=get("number"),
        pages=get("pages"),
        doi=get("doi"),
        pmid=get("pmid"),
        type=reference.type,
        archive=is_archive(container, get("howpublished"), get("publisher")) or bool(get("eprint") and not container),
    )


def is_archive(*places: str) -> bool:
    """Is one of these places an archive of preprints: *bioRxiv*, *arXiv preprint arXiv:1706.03762*?"""
    return any(map(_names_an_archive, places))


@lru_cache(maxsize=50_000)
def _names_an_archive(place: str) -> bool:
    return _PREPRINT.search(place) is not None
