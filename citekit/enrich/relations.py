"""Preprints and their published forms, as records name each other.

All kinds of relations: https://www.crossref.org/documentation/schema-library/markup-guide-metadata-segments/relationships/
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from citekit.enrich.outcome import Change
from citekit.enrich.record_values import origin
from citekit.merging.versions import is_preprint
from citekit.model import Reference
from citekit.sources.work import Relation, Work
from citekit.values.identifiers import fold_doi
from citekit.values.preprints import archive_of_doi, arxiv_number

Side = Literal["preprint", "published"]


class Form(NamedTuple):
    """The other form of a work: the field that names it, which BibTeX and biblatex pass over, and what is said of the work."""

    field: str
    says: str


FORMS: Mapping[Side, Form] = {
    "preprint": Form("preprintdoi", "has a preprint"),
    "published": Form("publisheddoi", "has been published"),
}

# Which form the other work is. A version may also be the second of a preprint, or an edition of a book: it counts only where one
# of the two is a preprint and the other is not. Manuscripts, translations, reviews, copies and replacements are no preprints.
_OTHER_IS: Mapping[str, Side | None] = {
    "is-preprint-of": "published",
    "has-preprint": "preprint",
    "is-version-of": None,
    "has-version": None,
}
_KIND: Mapping[Side, str] = {"published": "is-preprint-of", "preprint": "has-preprint"}


def versions_of(work: Work) -> tuple[Relation, ...]:
    """The preprints and published forms that a record names, each once, as `has-preprint` and `is-preprint-of`."""
    found: dict[str, Relation] = {}
    for one, side in _sides(work):
        found.setdefault(fold_doi(one.doi), Relation(_KIND[side], one.doi))
    return tuple(found.values())


def sentence(relation: Relation) -> str:
    """`has been published: 10.5194/acp-22-2365-2022`"""
    side = _OTHER_IS.get(relation.kind)
    return f"{FORMS[side].says if side else 'has another version'}: {relation.doi}"


def _sides(work: Work) -> Iterator[tuple[Relation, Side]]:
    for relation in work.relations:
        kind = relation.kind.lower()
        if kind not in _OTHER_IS or not fold_doi(relation.doi) or fold_doi(relation.doi) == fold_doi(work.doi):
            continue
        side = _OTHER_IS[kind] or _told_by_dois(work, relation.doi)
        if side:
            yield relation, side


def _told_by_dois(work: Work, other: str) -> Side | None:
    """Which form another version is. Within one archive, told by the prefix of its DOIs, versions are all preprints."""
    archived = bool(archive_of_doi(other))
    if work.type != "posted-content":
        return "preprint" if archived else None
    same_house = fold_doi(other).partition("/")[0] == fold_doi(work.doi).partition("/")[0]
    return None if archived or same_house else "published"


# ---------------------------------------------------------------- within a library


def link(references: Sequence[Reference], works: Sequence[Work | None]) -> tuple[tuple[int, int], ...]:
    """Each preprint and its published form among the references, by their places, in order.

    `works[i]` is the record of `references[i]`, where there is one. That one record names the other is enough.
    """
    places = _places(references, works)
    pairs: dict[frozenset[int], tuple[int, int]] = {}
    for place, work in enumerate(works):
        for relation in versions_of(work) if work else ():
            for other in places.get(fold_doi(relation.doi), ()):
                pair = (place, other) if relation.kind == "is-preprint-of" else (other, place)
                pairs.setdefault(frozenset(pair), pair)
    return tuple(sorted(pair for pair in pairs.values() if pair[0] != pair[1]))


def dois_of(reference: Reference, work: Work | None = None) -> frozenset[str]:
    """The folded DOIs a reference goes by: its own, that of its record, and that of arXiv for a preprint with a number there."""
    arxiv = _doi_of_eprint(reference) if is_preprint(reference) else ""
    return frozenset(filter(None, map(fold_doi, (reference.doi, work.doi if work else "", arxiv))))


def _doi_of_eprint(reference: Reference) -> str:
    """The DOI of the preprint that `eprint` tells: one that stands there, or that of an arXiv number, in any version of it."""
    eprint = reference.get("eprint")
    number = re.sub(r"v\d+$", "", arxiv_number(f"arXiv:{eprint}"))
    return f"10.48550/arxiv.{number}" if number else eprint


def _places(references: Sequence[Reference], works: Sequence[Work | None]) -> Mapping[str, list[int]]:
    places: defaultdict[str, list[int]] = defaultdict(list)
    for place, (reference, work) in enumerate(zip(references, works, strict=True)):
        for doi in dois_of(reference, work):
            places[doi].append(place)
    return places


# ---------------------------------------------------------------- outside the library


def name_versions(
    reference: Reference, work: Work, known: Collection[str] = ()
) -> tuple[Reference, tuple[Change, ...]]:
    """The reference with the DOI of its preprint in `preprintdoi`, or of its published form in `publisheddoi`.

    `known` are the folded DOIs in the library (`dois_of`), whose entries are linked instead. What stands in these fields, or in
    `eprint`, stays.
    """
    changes = []
    told = {*known, *dois_of(reference), fold_doi(_doi_of_eprint(reference))}
    for side, form in FORMS.items():
        of_side = (one.doi for one in versions_of(work) if one.kind == _KIND[side])
        dois = ", ".join(doi for doi in of_side if fold_doi(doi) not in told)
        if dois and form.field not in reference.fields:
            reference = reference.with_field(form.field, dois, origin(work, dois, "relation"))
            changes.append(Change(form.field, "", dois))
    return reference, tuple(changes)
