"""Preprint and published form: which of two is which, and what is kept of a preprint that is merged into the article."""

from __future__ import annotations

import re
from collections.abc import Sequence

from citekit.merging.copies import Copy
from citekit.model import Field, Reference
from citekit.values import identifiers

# What the places that keep preprints are called; dblp gives arXiv as the journal *CoRR*.
_ARCHIVE = re.compile(
    r"\b(?:arXiv|bioRxiv|medRxiv|ChemRxiv|PsyArXiv|SocArXiv|EarthArXiv|TechRxiv|SSRN|Research Square|OSF Preprints"
    r"|Preprints?\.org|Authorea|Preprints?)\b|^\s*CoRR\b",
    re.IGNORECASE,
)
# The DOI prefixes of those places. Cold Spring Harbor has one prefix for its journals and for bioRxiv, whose DOIs are all digits.
_DOI_OF_ARXIV = re.compile(r"10\.48550/arxiv\.", re.IGNORECASE)
_ARCHIVES = (
    (_DOI_OF_ARXIV, "arXiv"),
    (re.compile(r"10\.1101/(?:\d{6}$|\d{4}\.\d\d\.\d\d\.)"), "bioRxiv"),
    (re.compile(r"10\.26434/"), "ChemRxiv"),
    (re.compile(r"10\.31234/"), "PsyArXiv"),
    (re.compile(r"10\.31219/"), "OSF Preprints"),
    (re.compile(r"10\.31235/"), "SocArXiv"),
    (re.compile(r"10\.31223/"), "EarthArXiv"),
    (re.compile(r"10\.36227/techrxiv", re.IGNORECASE), "TechRxiv"),
    (re.compile(r"10\.2139/ssrn", re.IGNORECASE), "SSRN"),
    (re.compile(r"10\.21203/rs\."), "Research Square"),
    (re.compile(r"10\.20944/preprints"), "Preprints.org"),
    (re.compile(r"10\.22541/au\."), "Authorea"),
)
# What an entry of an archive may be called; a thesis or a book that is on arXiv, too, is no preprint.
_LOOSE = frozenset({"article", "misc", "online", "techreport", "report", "unpublished"})
_LIBRARIES = frozenset(
    {"jstor", "pubmed", "hdl", "googlebooks"}
)  # other values of `eprinttype` (biblatex manual §3.14.7)


def archive_of_doi(doi: str) -> str:
    """The archive of preprints that gave this DOI, `""` when it is another's."""
    bare = identifiers.doi(doi)
    return next((name for prefix, name in _ARCHIVES if prefix.match(bare)), "")


def is_preprint(reference: Reference) -> bool:
    """Does this describe a preprint: does it stand in an archive, and in no journal or book?

    An article with volume and pages that also has an `eprint` is published.
    """
    if reference.container:
        return bool(_ARCHIVE.search(reference.container))
    if reference.type not in _LOOSE or "volume" in reference.fields:
        return False
    if "eprint" in reference.fields and reference.get("eprinttype").lower() not in _LIBRARIES:
        return True
    named = any(_ARCHIVE.search(reference.get(name)) for name in ("howpublished", "publisher"))
    return named or bool(archive_of_doi(reference.doi))


def is_published(reference: Reference) -> bool:
    """Does this describe the published form? What says too little to tell is neither that nor a preprint."""
    said = any(name in reference.fields for name in ("container", "volume", "publisher", "crossref"))
    return (said or reference.type not in _LOOSE) and not is_preprint(reference)


def preprint_first(a: Reference, b: Reference) -> tuple[Reference, Reference]:
    """Two versions of one work, the preprint before the published form. Where neither says which it is, the one that tells
    less about its place in print counts as the preprint, then the older."""

    def publicity(reference: Reference) -> tuple[bool, bool, int, str, str]:
        placed = sum(name in reference.fields for name in ("container", "volume", "number", "pages"))
        return is_published(reference), not is_preprint(reference), placed, reference.year, reference.key

    one, two = sorted((a, b), key=publicity)
    return one, two


def published_only(members: Sequence[Reference]) -> Sequence[Reference]:
    """The members that do not describe a preprint, where some do and some describe the published form; else all."""
    preprints = [is_preprint(member) for member in members]
    if not any(preprints) or not any(map(is_published, members)):
        return members
    return [member for member, preprint in zip(members, preprints, strict=True) if not preprint]


def archived(members: Sequence[Reference]) -> dict[str, Field]:
    """What biblatex calls the preprint of an article (manual §3.14.7): `eprint`, the number there, and `eprinttype`, the place.

    For arXiv its own number, for other archives the DOI that they gave; empty where no preprint tells.
    """
    preprints = [member for member in members if is_preprint(member)]
    for name in ("doi", "container", "volume", "howpublished"):
        for copy in (Copy(member.fields[name], member) for member in preprints if name in member.fields):
            text, origin = copy.member.get(name), copy.field.origin or copy.member.origin
            archive = archive_of_doi(text) if name == "doi" else ""
            number, place = arxiv_number(text), copy.member.container
            if archive and not number:
                place = place if _ARCHIVE.fullmatch(place) else archive
                return {"eprint": Field(identifiers.doi(text), origin), "eprinttype": Field(place, origin)}
            if number:
                return {"eprint": Field(number, origin), "eprinttype": Field("arxiv", origin)}
    return {}


def arxiv_number(text: str) -> str:
    """The arXiv number in a DOI of arXiv (`10.48550/arXiv.1706.03762`) or any other text; `""` when there is none."""
    return identifiers.arxiv(_DOI_OF_ARXIV.sub("arXiv:", text))[0]
