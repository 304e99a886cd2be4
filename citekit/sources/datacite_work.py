"""A work as DataCite describes it: the `attributes` of its JSON → `Work`.

Shape of the records: https://support.datacite.org/docs/datacite-xml-to-json-mapping.
"""

from __future__ import annotations

import re

from citekit.sources.datacite_words import OF_THE_ARTICLE, RELATIONS, TYPES, TYPES_IN_WORDS
from citekit.sources.reading import Record, day, person, record, records, text, texts, years
from citekit.sources.work import Notice, Relation, Work
from citekit.values.identifier_forms import bare_arxiv, bare_pmcid, bare_pmid
from citekit.values.identifiers import doi as bare_doi
from citekit.values.names import Names, Person
from citekit.values.preprints import archive_of_doi, names_archive

# All that is asked for (`fields[dois]`).
FIELDS = (
    "doi", "identifiers", "creators", "titles", "publisher", "container", "publicationYear", "contributors", "dates", "types",
    "relatedIdentifiers", "relatedItems", "url",
)  # fmt: skip


_ARXIV = re.compile(r"^10\.48550/arxiv\.")  # as arXiv writes it; DataCite has all DOIs in small letters


def parse_work(attributes: object) -> Work | None:
    """Reads the `attributes` of one record. Never raises: what is missing or of an unexpected type is absent. `None` without a DOI."""
    said = record(attributes)
    doi = _ARXIV.sub("10.48550/arXiv.", bare_doi(text(said.get("doi"))))
    if not doi:
        return None
    publisher = text(record(said.get("publisher")).get("name")) or text(said.get("publisher"))
    kind = _type(said, doi, publisher)
    title, subtitle, others = _titles(said)
    place = _place(said)
    issued = _date(said, "Issued") or _date(said, "Available")
    year = text(said.get("publicationYear"))
    identifiers = {
        text(item.get("identifierType")).lower(): text(item.get("identifier")) for item in _all(said, "identifiers")
    }
    return Work(
        doi,
        kind,
        title,
        subtitle,
        others,
        authors=_people(_all(said, "creators")),
        editors=_people([one for one in _all(said, "contributors") if one.get("contributorType") == "Editor"]),
        containers=texts(place.get("title")),
        years=years(year, issued),
        issued=issued if not year or issued[:4] == year else day(year),
        volume=text(place.get("volume")),
        issue=text(place.get("issue")),
        pages="-".join(texts(place.get("firstPage"), place.get("lastPage"))),
        publisher=publisher,
        issn=texts(*_of_type(place, "ISSN"), identifiers.get("issn")),
        isbn=texts(*_of_type(place, "ISBN"), identifiers.get("isbn")),
        pmid=bare_pmid(identifiers.get("pmid", "")),
        pmcid=bare_pmcid(identifiers.get("pmcid", "")),
        arxiv=bare_arxiv(doi) or bare_arxiv(identifiers.get("arxiv", "")),
        url=text(said.get("url")),
        updated_by=tuple(Notice("withdrawal", doi, date) for date in [_date(said, "Withdrawn")] if date),
        relations=_relations(said, doi, kind),
        source="DataCite",
    )


def _all(said: Record, key: str) -> list[Record]:
    return records(said.get(key))


def _type(said: Record, doi: str, publisher: str) -> str:
    types = record(said.get("types"))
    known = TYPES.get(text(types.get("resourceTypeGeneral")))
    if known:
        return known
    if archive_of_doi(doi) or names_archive(publisher):
        return "posted-content"
    words = text(types.get("resourceType"))
    return next((kind for pattern, kind in TYPES_IN_WORDS if pattern.search(words)), "other")


def _titles(said: Record) -> tuple[str, str, tuple[str, ...]]:
    """Title, subtitle, and the titles it has besides."""
    title = subtitle = ""
    others = []
    for item in _all(said, "titles"):
        name, kind = text(item.get("title")), text(item.get("titleType"))
        if kind == "Subtitle" and not subtitle:
            subtitle = name
        elif not title and kind not in ("AlternativeTitle", "TranslatedTitle"):
            title = name
        elif name:
            others.append(name)
    if not title and others:
        title = others.pop(0)
    return title, subtitle, tuple(dict.fromkeys(others))


def _people(items: list[Record]) -> Names:
    return Names(tuple(one for item in items if (one := _person(item))))


def _person(item: Record) -> Person | None:
    """`{"name": "Hu, Edward J.", "nameType": "Personal", "givenName": "Edward J.", "familyName": "Hu"}`"""
    name, family, given = (text(item.get(key)) for key in ("name", "familyName", "givenName"))
    is_group = item.get("nameType") == "Organizational"
    if family and not is_group:
        return person(", ".join(part for part in (family, given) if part))
    return person(name or family or given, is_group=is_group)


def _place(said: Record) -> Record:
    """Where it was published: the `container`, else a related item in which it is."""
    container = record(said.get("container"))
    if text(container.get("title")):
        return container
    for item in _all(said, "relatedItems"):
        if item.get("relationType") in ("IsPublishedIn", "IsPartOf"):
            number = record(item.get("relatedItemIdentifier"))
            return dict(item) | {
                "title": next((title.get("title") for title in _all(item, "titles")), ""),
                "identifier": number.get("relatedItemIdentifier"),
                "identifierType": number.get("relatedItemIdentifierType"),
            }
    return container


def _of_type(place: Record, kind: str) -> list[object]:
    return [place.get("identifier")] if place.get("identifierType") == kind else []


def _date(said: Record, kind: str) -> str:
    """A date may be a span, `2019-01-01/2019-12-31`; it begins with its first day."""
    dates = [text(item.get("date")) for item in _all(said, "dates") if item.get("dateType") == kind]
    return day(dates[0].partition("/")[0]) if dates else ""


def _relations(said: Record, doi: str, kind: str) -> tuple[Relation, ...]:
    found = []
    for item in _all(said, "relatedIdentifiers"):
        relation = text(item.get("relationType"))
        other = bare_doi(text(item.get("relatedIdentifier"))) if item.get("relatedIdentifierType") == "DOI" else ""
        if other and other.lower() != doi.lower() and relation in RELATIONS:
            of_article = kind == "posted-content" and relation in OF_THE_ARTICLE and _is_elsewhere(other, doi)
            found.append(Relation("is-preprint-of" if of_article else RELATIONS[relation], other))
    return tuple(dict.fromkeys(found))


def _is_elsewhere(other: str, doi: str) -> bool:
    return other.partition("/")[0] != doi.partition("/")[0] and not archive_of_doi(other)
