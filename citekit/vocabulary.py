"""Entry types and field names, as tables.

Inside citekit a field has BibTeX's name, with one exception: what holds the work (`journal`, biblatex's
`journaltitle`, `booktitle`) is always `container`. biblatex's other names for old fields are folded onto BibTeX's.
"""

from __future__ import annotations

# Fields that hold people: biblatex's (manual §2.2.2), then roles of CSL that neither BibTeX nor biblatex has a field for.
NAME_FIELDS = (
    "author", "editor", "translator",
    "bookauthor", "editora", "editorb", "editorc", "afterword", "annotator", "commentator", "foreword", "introduction", "holder",
    "shortauthor", "shorteditor",
    "serieseditor", "contributor", "director", "illustrator", "composer", "interviewer", "recipient", "reviewedauthor",
)  # fmt: skip

# biblatex manual §2.2.2 (fields) and §2.2.5 (aliases); the left side is what files say.
ALIASES = {
    "journal": "container",
    "journaltitle": "container",
    "booktitle": "container",
    "location": "address",
    "shortjournal": "container_short",
    "annote": "annotation",
    "archiveprefix": "eprinttype",
    "primaryclass": "eprintclass",
}

# What a format knows and citekit has no field for is kept as `<format>-<tag>`: `ris-c1`, `csl-scale`, `zotero-key`.
_FORMATS = frozenset("csl endnote enw hayagriva isi mods nbib pubmed ris zotero".split())


def format_of(field: str) -> str:
    """The format that alone knows a field: `ris` for `ris-c1`, `""` for one of citekit's or of a person's own (`date-added`)."""
    form, _, tag = field.partition("-")
    return form if tag and form in _FORMATS else ""


# Types whose container is a book; in all other types it is a journal.
IN_A_BOOK = frozenset({"incollection", "inproceedings", "conference", "inbook", "suppbook", "inreference"})

# The order in which an entry's fields are written; fields not named here follow in alphabetical order.
FIELD_ORDER = (
    "author",
    "title",
    "subtitle",
    "editor",
    "translator",
    "container",
    "container_short",
    "series",
    "edition",
    "year",
    "month",
    "day",
    "date",
    "volume",
    "number",
    "chapter",
    "pages",
    "publisher",
    "address",
    "school",
    "institution",
    "organization",
    "howpublished",
    "type",
    "doi",
    "pmid",
    "pmcid",
    "eprint",
    "eprinttype",
    "eprintclass",
    "isbn",
    "issn",
    "url",
    "urldate",
    "note",
    "ids",
)

_PLACES = {name: place for place, name in enumerate(FIELD_ORDER)}


def field_place(name: str) -> tuple[int, str]:
    """Sorts the names of fields into the order in which an entry's fields are written."""
    return _PLACES.get(name, len(_PLACES)), name


def bibtex_name(field: str, entry_type: str) -> str:
    """The BibTeX name of one of our fields in an entry of this type: `container` is `journal` or `booktitle`."""
    if field == "container":
        return "booktitle" if entry_type in IN_A_BOOK else "journal"
    if field == "container_short":
        return "shortjournal"
    return field
