"""Preprint and published form: which of two is which, and what is kept of a preprint that is merged into the article."""

from __future__ import annotations

from collections.abc import Sequence

from citekit.merging.copies import Copy
from citekit.model import Field, Reference
from citekit.values import identifiers, preprints
from citekit.values.preprints import LOOSE_TYPES, archive_of_doi, arxiv_number


def is_preprint(reference: Reference) -> bool:
    """Does this describe a preprint? See `preprints.is_preprint`."""
    get = reference.get
    return preprints.is_preprint(
        reference.type,
        reference.container,
        volume=get("volume"),
        doi=reference.doi,
        eprint=get("eprint"),
        eprinttype=get("eprinttype"),
        elsewhere=(get("howpublished"), get("publisher")),
    )


def is_published(reference: Reference) -> bool:
    """Does this describe the published form? What says too little to tell is neither that nor a preprint."""
    said = any(name in reference.fields for name in ("container", "volume", "publisher", "crossref"))
    return (said or reference.type not in LOOSE_TYPES) and not is_preprint(reference)


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
            if number := arxiv_number(text):
                return {"eprint": Field(number, origin), "eprinttype": Field("arxiv", origin)}
            if name == "doi" and (archive := archive_of_doi(text, copy.member.container)):
                return {"eprint": Field(identifiers.doi(text), origin), "eprinttype": Field(archive, origin)}
    return {}
