"""Hayagriva's types, roles and properties, and ours, as tables.

Order and names: https://github.com/typst/hayagriva/blob/main/docs/file-format.md. Where a type of ours does not lead back to
Hayagriva's, that and the type of its parent are kept as the field `hayagriva-type`.
"""

from __future__ import annotations

from collections.abc import Mapping

from citekit.exchange.csl.types import entry_type
from citekit.exchange.csl.variables import kept_as as kept_of_csl

PREFIX = "hayagriva-"
KEPT = "hayagriva-type"
PARENTS = "hayagriva-parent"

# Entry types → our type where no parent decides, and the type that their parents have if they do not say.
TYPES: Mapping[str, tuple[str, str]] = {
    "article": ("article", "periodical"),
    "chapter": ("incollection", "book"),
    "entry": ("inreference", "reference"),
    "anthos": ("incollection", "anthology"),
    "report": ("techreport", "misc"),
    "thesis": ("thesis", "misc"),
    "web": ("online", "web"),
    "scene": ("video", "video"),
    "artwork": ("artwork", "exhibition"),
    "patent": ("patent", "misc"),
    "case": ("jurisdiction", "misc"),
    "newspaper": ("periodical", "misc"),
    "legislation": ("legislation", "anthology"),
    "manuscript": ("unpublished", "misc"),
    "original": ("misc", "misc"),
    "post": ("online", "post"),
    "misc": ("misc", "misc"),
    "performance": ("performance", "misc"),
    "periodical": ("periodical", "misc"),
    "proceedings": ("proceedings", "misc"),
    "book": ("book", "misc"),
    "blog": ("online", "misc"),
    "reference": ("reference", "misc"),
    "conference": ("misc", "misc"),
    "anthology": ("collection", "misc"),
    "repository": ("software", "misc"),
    "thread": ("online", "misc"),
    "video": ("video", "video"),
    "audio": ("audio", "audio"),
    "exhibition": ("misc", "misc"),
}

# Articles by what they stand in.
_ARTICLES: Mapping[str, str] = {
    "periodical": "article", "newspaper": "article", "proceedings": "inproceedings", "conference": "inproceedings", "blog": "online",
    "web": "online", "repository": "unpublished", "book": "incollection", "anthology": "incollection", "reference": "inreference",
}  # fmt: skip
# Types whose parent of the same type is the series that they belong to, not what they stand in.
_OF_A_SERIES = frozenset({"book", "anthology", "proceedings", "reference", "report", "thesis", "periodical"})
# Parents that tell of an event, or of an earlier edition.
EVENTS = ("conference", "exhibition")
ORIGINAL = "original"

# Ours → the type of the entry and of what it stands in.
_WRITTEN: Mapping[str, tuple[str, str]] = {
    "article": ("article", "periodical"), "suppperiodical": ("article", "periodical"), "review": ("article", "periodical"),
    "book": ("book", "book"), "mvbook": ("book", "book"), "booklet": ("book", "book"),
    "inbook": ("chapter", "book"), "bookinbook": ("chapter", "book"), "suppbook": ("chapter", "book"),
    "collection": ("anthology", "anthology"), "mvcollection": ("anthology", "anthology"),
    "incollection": ("anthos", "anthology"), "suppcollection": ("anthos", "anthology"),
    "proceedings": ("proceedings", "proceedings"), "mvproceedings": ("proceedings", "proceedings"),
    "inproceedings": ("article", "proceedings"), "conference": ("article", "proceedings"),
    "reference": ("reference", "reference"), "mvreference": ("reference", "reference"), "manual": ("reference", "reference"),
    "inreference": ("entry", "reference"),
    "phdthesis": ("thesis", "thesis"), "mastersthesis": ("thesis", "thesis"), "thesis": ("thesis", "thesis"),
    "techreport": ("report", "report"), "report": ("report", "report"), "standard": ("report", "report"),
    "online": ("web", "web"), "electronic": ("web", "web"), "www": ("web", "web"),
    "artwork": ("artwork", "anthology"), "image": ("artwork", "anthology"),
    "patent": ("patent", "misc"), "jurisdiction": ("case", "periodical"), "commentary": ("case", "periodical"),
    "legislation": ("legislation", "anthology"), "legal": ("legislation", "anthology"),
    "unpublished": ("manuscript", "repository"),
    "performance": ("performance", "misc"), "periodical": ("periodical", "periodical"),
    "software": ("repository", "repository"), "dataset": ("repository", "repository"),
    "video": ("video", "video"), "movie": ("video", "video"), "audio": ("audio", "audio"), "music": ("audio", "audio"),
}  # fmt: skip

# Roles of `affiliated` → the field of our people. Those that are CSL's go by its names.
ROLES: Mapping[str, str] = {
    "translator": "translator",
    "afterword": "afterword",
    "foreword": "foreword",
    "introduction": "introduction",
    "annotator": "annotator",
    "commentator": "commentator",
    "holder": "holder",
    "compiler": kept_of_csl("compiler"),
    "founder": "hayagriva-founder",
    "collaborator": "contributor",
    "organizer": kept_of_csl("organizer"),
    "cast-member": kept_of_csl("performer"),
    "composer": "composer",
    "producer": kept_of_csl("producer"),
    "executive-producer": kept_of_csl("executive-producer"),
    "writer": kept_of_csl("script-writer"),
    "cinematography": "hayagriva-cinematography",
    "director": "director",
    "illustrator": "illustrator",
    "narrator": kept_of_csl("narrator"),
}

# Formattable strings → our field.
FORMATTABLE: Mapping[str, str] = {
    "abstract": "abstract",
    "genre": "type",
    "call-number": "library",
    "archive": kept_of_csl("archive"),
    "archive-location": kept_of_csl("archive_location"),
    "note": "note",
}
# Numbers, ranges and words.
PLAIN: Mapping[str, str] = {
    "volume": "volume",
    "volume-total": "volumes",
    "chapter": "chapter",
    "edition": "edition",
    "page-total": "pagetotal",
    "time-range": "hayagriva-time-range",
    "runtime": kept_of_csl("dimensions"),
    "language": "language",
}
SERIALS: Mapping[str, str] = {
    "doi": "doi", "isbn": "isbn", "issn": "issn", "pmid": "pmid", "pmcid": "pmcid", "arxiv": "eprint", "version": "version",
}  # fmt: skip

# Ours whose `number` is an issue, a place in a series, or else a serial number of its own.
ISSUES = frozenset({"article", "suppperiodical", "review", "periodical", "video", "movie", "audio", "music"})
OF_SERIES = frozenset(
    """
    book mvbook booklet inbook bookinbook suppbook collection mvcollection incollection suppcollection proceedings mvproceedings
    inproceedings conference reference mvreference inreference
    """.split()
)


def entry_kind(kind: str, parent: str, *, genre: str, parent_has_author: bool) -> str:
    """Our type for an entry of this type within a parent of that type (`""`: none)."""
    if kind == "article" and parent:
        return _ARTICLES.get(parent, "article")
    if kind == "thesis":
        return entry_type("thesis", genre=genre)
    if kind in ("chapter", "anthos") and parent_has_author:
        return "inbook"
    return TYPES[kind][0]


def is_series(kind: str, parent: str) -> bool:
    """Is a parent of this type the series of such an entry, rather than what it stands in?"""
    return kind in _OF_A_SERIES and parent == kind


def written_types(kind: str, subtype: str, kept: str) -> tuple[str, str]:
    """Hayagriva's types for an entry of ours and for what it stands in. What was kept as `hayagriva-type` counts as long as the
    entry type still is the one made of it."""
    own, _, parent = kept.partition("/")
    if own in TYPES and kind in (entry_kind(own, parent, genre="", parent_has_author=False), TYPES[own][0]):
        return own, parent or TYPES[own][1]
    if kind == "article" and subtype == "newspaper":
        return "article", "newspaper"
    return _WRITTEN.get(kind, ("misc", "misc"))


def container_type(own: str, place: str) -> str:
    """The type of what an entry stands in, where its own type would make that its series."""
    if not is_series(own, place):
        return place
    return "book" if own == "anthology" else "anthology"


def organization(kind: str) -> str:
    """The field for the organization that a work was made at or for."""
    if kind in ("phdthesis", "mastersthesis", "thesis"):
        return "school"
    return "institution" if kind in ("techreport", "report") else "organization"
