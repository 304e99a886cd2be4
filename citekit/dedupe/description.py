"""What one place says of a work, as plain text: the fields by which duplicates are decided."""

from __future__ import annotations

from typing import NamedTuple

from citekit.model import Reference
from citekit.values.names import Names
from citekit.values.preprints import is_preprint


class Description(NamedTuple):
    """One record as text, nothing interpreted. Empty means *not said*.

    `author` is text only where nobody has read the names yet. `type` is a BibTeX entry type; `archive` tells whether it
    is a preprint in an archive.
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
    subtitle, container, volume, doi = get("subtitle"), get("container"), get("volume"), get("doi")
    return Description(
        title=f"{reference.title}: {subtitle}" if subtitle else reference.title,
        author=reference.names("author") or reference.names("editor"),
        year=reference.year,
        container=container,
        container_short=get("container_short"),
        volume=volume,
        number=get("number"),
        pages=get("pages"),
        doi=doi,
        pmid=get("pmid"),
        type=reference.type,
        archive=is_preprint(
            reference.type,
            container,
            volume=volume,
            doi=doi,
            eprint=get("eprint"),
            eprinttype=get("eprinttype"),
            elsewhere=(get("howpublished"), get("publisher")),
        ),
    )
