"""`<meta>` tags that describe the page: Highwire's `citation_*`, Dublin Core with PRISM, and references in `citation_reference`.

Names: https://scholar.google.com/intl/en/scholar/inclusion.html#indexing, with those that publishers add;
https://www.dublincore.org/specifications/dublin-core/dcq-html/; OJS adds `DC.Source.Volume` and its like.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from citekit.readers.described import Described, Said, described
from citekit.readers.html.page import Meta

# Heading of `Said` → the names it has, the better before the worse. Of a repeated name the first counts, save for people.
_HIGHWIRE = {
    "title": ("title",),
    "author": ("author", "authors"),
    "editor": ("editor", "editors"),
    "journal": ("journal_title", "fulljournal"),
    "container_short": ("journal_abbrev",),
    "book": ("inbook_title", "book_title"),
    "conference": ("conference_title", "conference"),
    "series": ("series_title",),
    "date": ("publication_date", "cover_date", "date", "year", "online_date"),
    "volume": ("volume",),
    "number": ("issue",),
    "first": ("firstpage",),
    "last": ("lastpage",),
    "pages": ("pages", "elocation_id", "article_number"),
    "doi": ("doi",),
    "pmid": ("pmid",),
    "pmcid": ("pmcid",),
    "issn": ("issn", "eissn"),
    "isbn": ("isbn",),
    "publisher": ("publisher",),
    "school": ("dissertation_institution",),
    "institution": ("technical_report_institution",),
    "eprint": ("arxiv_id",),
    "report": ("technical_report_number",),
}
_DUBLIN_CORE = {
    "title": ("dc.title", "dcterms.title"),
    "author": ("dc.creator.personalname", "dc.creator", "dcterms.creator"),
    "journal": ("prism.publicationname", "dc.source", "dcterms.ispartof", "dc.relation.ispartof"),
    "date": ("prism.publicationdate", "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date", "dc.date.created"),
    "volume": ("prism.volume", "dc.source.volume"),
    "number": ("prism.number", "dc.source.issue"),
    "first": ("prism.startingpage",),
    "last": ("prism.endingpage",),
    "pages": ("dc.identifier.pagenumber",),
    "doi": ("prism.doi", "dc.identifier.doi", "dc.identifier", "dcterms.identifier"),
    "issn": ("prism.issn", "dc.source.issn"),
    "isbn": ("prism.isbn", "dc.identifier.isbn"),
    "publisher": ("dc.publisher", "dcterms.publisher"),
    "kind": ("dc.type", "dcterms.type", "dc.type.articletype"),
}
_PEOPLE = frozenset({"author", "editor"})
_PREFIX = re.compile(r"(?:bepress_)?citation_")
# What `dc.type` says: `Text.Serial.Journal`, `info:eu-repo/semantics/doctoralThesis`, `Book chapter`.
_KINDS = (("master", "mastersthesis"), ("thesis", "phdthesis"), ("dissertation", "phdthesis"), ("chapter", "incollection"),
          ("bookpart", "incollection"), ("conference", "inproceedings"), ("report", "techreport"), ("book", "book"),
          ("journal", "article"), ("article", "article"))  # fmt: skip


def highwire(metas: Sequence[Meta]) -> Described | None:
    """The page's own record from `citation_*`."""
    own = [
        Meta(name, meta.content, meta.line)
        for meta in metas
        if (name := _PREFIX.sub("", meta.name, count=1)) != meta.name and name != "reference"
    ]
    return _record("", own, _highwire_said([(meta.name, meta.content) for meta in own]), "citation_")


def dublin_core(metas: Sequence[Meta]) -> Described | None:
    """The page's own record from Dublin Core, where it names a creator: any page may have a `DC.title`."""
    own = [Meta(meta.name.replace(":", "."), meta.content, meta.line) for meta in metas]
    own = [meta for meta in own if meta.name.startswith(("dc.", "dcterms.", "prism."))]
    said = _said(_DUBLIN_CORE, [(meta.name, meta.content) for meta in own])
    words = " ".join(said.pop("kind", [])).lower().replace(" ", "")
    kind = next((kind for word, kind in _KINDS if word in words), "")
    said["doi"] = [text for text in said.get("doi", []) if "10." in text]
    if kind.endswith("thesis"):
        said["school"] = said.pop("publisher", [])
    if kind not in ("", "article"):
        said["book"] = said.pop("journal", [])
    return _record(kind, own, said) if said.get("author") else None


def open_graph_title(metas: Iterable[Meta]) -> str:
    return next((meta.content for meta in metas if meta.name == "og:title"), "")


def cited(meta: Meta) -> Described | None:
    """A `citation_reference` of named values, `citation_title=…; citation_author=…;`. None for one that is a plain string."""
    pairs: list[tuple[str, str]] = []
    for part in meta.content.split(";"):
        name, equals, value = part.strip().partition("=")
        if equals and _PREFIX.match(name):
            pairs.append((_PREFIX.sub("", name, count=1), value.strip()))
        elif pairs and part.strip():
            pairs[-1] = (pairs[-1][0], f"{pairs[-1][1]};{part}")  # a semicolon within a value
    said = _highwire_said(pairs)
    authors = said.get("author", [])
    said["author"] = [name for text in authors for name in _each_author(text, len(authors) == 1)]
    return described("", said, meta.content, meta.line) if pairs else None


def _each_author(text: str, alone: bool) -> list[str]:
    """`VC Leung, KE Lee`: Springer names all authors at once. `Leung, V. C.` is one."""
    parts = [part.strip() for part in text.split(",") if part.strip()]
    return parts if alone and len(parts) > 1 and all(" " in part for part in parts) else [text]


def citation_references(metas: Iterable[Meta]) -> list[Meta]:
    return [meta for meta in metas if meta.name == "citation_reference"]


def _highwire_said(pairs: Sequence[tuple[str, str]]) -> Said:
    said = _said(_HIGHWIRE, pairs)
    if "report" in said:
        said.setdefault("number", said.pop("report"))
    if "eprint" in said:
        said["eprinttype"] = ["arxiv"]
    return said


def _said(table: dict[str, tuple[str, ...]], pairs: Sequence[tuple[str, str]]) -> Said:
    values: dict[str, list[str]] = {}
    for name, value in pairs:
        values.setdefault(name, []).append(value)
    said: Said = {}
    for heading, names in table.items():
        found = [values[name] for name in names if values.get(name)]
        if found:
            said[heading] = found[0] if heading in _PEOPLE else [text for texts in found for text in texts]
    return said


def _record(kind: str, own: Sequence[Meta], said: Said, prefix: str = "") -> Described | None:
    if not own:
        return None
    return described(kind, said, "; ".join(f"{prefix}{meta.name}={meta.content}" for meta in own), own[0].line)
