"""Preprints: the archives that keep them, by their names and their DOIs, and what tells that a record describes one."""

from __future__ import annotations

import re
from functools import lru_cache

from citekit.values import identifiers

# arXiv, bioRxiv, PsyArXiv, EarthArXiv, engrXiv, …; dblp gives arXiv as the journal *CoRR*.
_ARCHIVE = re.compile(
    r"\b\w{0,12}rxiv|\bSSRN\b|\bResearch Square\b|\bAuthorea\b|\bOSF\b(?: Preprints\b)?|\bPreprints?\b(?:\.org\b)?|^\s*CoRR\b",
    re.I,
)
_DOI_OF_ARXIV = re.compile(r"10\.48550/arxiv\.", re.I)
# Cold Spring Harbor has one prefix for its journals and for bioRxiv and medRxiv, whose DOIs are all digits.
_DOIS = (
    (_DOI_OF_ARXIV, "arXiv"),
    (re.compile(r"10\.1101/(?:\d{6}$|\d{4}\.\d\d\.\d\d\.)"), "bioRxiv"),
    (re.compile(r"10\.26434/"), "ChemRxiv"),
    (re.compile(r"10\.31234/"), "PsyArXiv"),
    (re.compile(r"10\.31219/"), "OSF Preprints"),
    (re.compile(r"10\.31235/"), "SocArXiv"),
    (re.compile(r"10\.31223/"), "EarthArXiv"),
    (re.compile(r"10\.36227/techrxiv", re.I), "TechRxiv"),
    (re.compile(r"10\.2139/ssrn", re.I), "SSRN"),
    (re.compile(r"10\.21203/rs\."), "Research Square"),
    (re.compile(r"10\.20944/preprints"), "Preprints.org"),
    (re.compile(r"10\.22541/au\."), "Authorea"),
)
# What an entry of an archive may be called; a thesis or a book that is on arXiv, too, is no preprint.
LOOSE_TYPES = frozenset({"article", "misc", "online", "techreport", "report", "unpublished"})
# Other places that biblatex's `eprinttype` names (manual §3.14.7): they keep what has been published.
_LIBRARIES = frozenset({"jstor", "pubmed", "hdl", "googlebooks"})


def is_preprint(
    entry_type: str,
    container: str,
    *,
    volume: str = "",
    doi: str = "",
    eprint: str = "",
    eprinttype: str = "",
    elsewhere: tuple[str, ...] = (),
) -> bool:
    """Does a record that says this describe a preprint: does it stand in an archive, and in no journal or book?

    `elsewhere` are other places than the container that it names: publisher, howpublished. What is not said is empty. An
    article in a journal that also has an `eprint` is published.
    """
    if container:
        return names_archive(container)
    if volume or entry_type not in LOOSE_TYPES:
        return False
    if eprint and eprinttype.lower() not in _LIBRARIES:
        return True
    return any(map(names_archive, elsewhere)) or bool(doi and archive_of_doi(doi))


@lru_cache(maxsize=50_000)
def names_archive(place: str) -> bool:
    """Is this place an archive of preprints: *bioRxiv*, *arXiv preprint arXiv:1706.03762*?"""
    return _ARCHIVE.search(place) is not None


def archive_of_doi(doi: str, place: str = "") -> str:
    """The archive that gave this DOI, `""` when it is no archive's.

    It goes by the name in `place` where that is the name of an archive and nothing else: medRxiv's DOIs are like bioRxiv's.
    """
    bare = identifiers.doi(doi)
    name = next((name for prefix, name in _DOIS if prefix.match(bare)), "")
    return place if name and _ARCHIVE.fullmatch(place) else name


def arxiv_number(text: str) -> str:
    """The arXiv number in a DOI of arXiv (`10.48550/arXiv.1706.03762`) or any other text; `""` when there is none."""
    return identifiers.arxiv(_DOI_OF_ARXIV.sub("arXiv:", text))[0]
