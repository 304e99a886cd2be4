"""PubMed's publication types and our entry types: https://www.nlm.nih.gov/mesh/pubtypes.html (in its order)."""

from __future__ import annotations

from collections.abc import Collection, Mapping

# For records of works that stand in no journal; what stands in a journal is an article.
KINDS: Mapping[str, str] = {
    "Academic Dissertation": "thesis",
    "Book": "book",
    "Book Chapter": "incollection",
    "Congress": "proceedings",
    "Dataset": "dataset",
    "Dictionary": "reference",
    "Encyclopedia": "reference",
    "Journal Article": "article",
    "Legislation": "legislation",
    "Monograph": "book",
    "Periodical": "periodical",
    "Technical Report": "techreport",
    "Unpublished Work": "unpublished",
    "Video-Audio Media": "video",
}

# The other way, for works that did not come from PubMed.
PUBLICATION_TYPES: Mapping[str, tuple[str, ...]] = {
    "article": ("Journal Article",),
    "book": ("Book",),
    "collection": ("Book",),
    "incollection": ("Book Chapter",),
    "inbook": ("Book Chapter",),
    "inproceedings": ("Congress", "Book Chapter"),
    "proceedings": ("Congress",),
    "dataset": ("Dataset",),
    "legislation": ("Legislation",),
    "periodical": ("Periodical",),
    "techreport": ("Technical Report",),
    "report": ("Technical Report",),
    "thesis": ("Academic Dissertation",),
    "phdthesis": ("Academic Dissertation",),
    "mastersthesis": ("Academic Dissertation",),
    "unpublished": ("Unpublished Work",),
    "video": ("Video-Audio Media",),
}


def entry_type(types: Collection[str], *, journal: bool, book: bool, title: bool) -> str:
    """The entry type of a record: what it calls itself, whether it stands in a journal or is of a book, and whether it has a title of
    its own besides that of the book."""
    said = {each.casefold() for each in types}
    if book and title:
        return "inproceedings" if "congress" in said else "incollection"
    if journal:
        return "article"
    kinds = [kind for name, kind in KINDS.items() if name.casefold() in said]
    if book:
        return next((kind for kind in kinds if kind in _WHOLE), "book")
    return next(iter(kinds), "misc")


_WHOLE = frozenset({"book", "proceedings", "reference", "techreport", "thesis"})
