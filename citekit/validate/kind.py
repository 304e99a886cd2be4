"""Can a work of this kind be the one that is cited?"""

from __future__ import annotations

import re

from citekit.sources.work import Work
from citekit.validate.evidence import Evidence
from citekit.validate.place import check_number, check_pages
from citekit.validate.told import Told
from citekit.values.preprints import names_archive

# Crossref's types (https://api.crossref.org/types) that a reference list does not cite by title, …
_NEVER = {
    "component", "database", "grant", "journal", "journal-issue", "journal-volume", "book-series", "book-set",
    "book-track", "peer-review", "proceedings-series", "report-series", "standard-series",
}  # fmt: skip
# … and those that our type excludes.
_PARTS = {
    "journal-article", "book-chapter", "book-section", "book-part", "reference-entry", "proceedings-article",
}  # fmt: skip
_BOOKS = {"book", "monograph", "edited-book", "reference-book"}
_RAW = {"posted-content", "dataset"}
_EXCLUDED = {
    "article": _BOOKS | {"dataset", "dissertation", "reference-entry", "proceedings"},
    "book": _PARTS | _RAW,
    "collection": _PARTS | _RAW,
    "proceedings": _PARTS | _RAW,
    "incollection": _BOOKS | _RAW | {"dissertation", "proceedings"},
    "inproceedings": _BOOKS | _RAW | {"dissertation", "proceedings"},
    "inbook": _RAW | {"dissertation"},
    "phdthesis": _PARTS | _RAW,
    "mastersthesis": _PARTS | _RAW,
    "thesis": _PARTS | _RAW,
}
_SUPPLEMENT = re.compile(r"\bsuppl|^S\d|\dS$", re.IGNORECASE)  # issue `S1`, `Suppl 2`, `4S`
_ABSTRACT = re.compile(r"^(?:[OPSA]|AB)-?\d", re.IGNORECASE)  # page `P143`, `S12`, `AB129`


def check_type(told: Told, work: Work) -> Evidence:
    """A review is not the book, a preprint not the article, a meeting's abstract not the paper it became.

    Kinds that fit prove nothing: the verdict is `contradict` or `missing`.
    """
    reference = told.reference
    ours, theirs = reference.type, work.type
    if theirs in _NEVER or theirs in _EXCLUDED.get(ours, ()):
        return Evidence("type", "contradict", ours, theirs)
    if theirs == "posted-content" and ours == "article" and not names_archive(reference.container):
        published = reference.container or reference.get("volume") or reference.get("pages")
        return Evidence("type", "contradict" if published else "missing", ours, theirs)
    if _is_abstract(work) and not _in_supplement(told, work):
        return Evidence(
            "type", "contradict", ours, f"an abstract in a supplement, {work.volume}({work.issue}):{work.pages}"
        )
    return Evidence("type", "missing", ours, theirs)


def _is_abstract(work: Work) -> bool:
    return bool(_SUPPLEMENT.search(work.issue) or _ABSTRACT.search(work.pages))


def _in_supplement(told: Told, work: Work) -> bool:
    """Does the reference itself point into the supplement, by page, issue or volume?"""
    reference = told.reference
    if check_pages(told, work).verdict == "agree" or check_number(told, work).verdict == "agree":
        return True
    return bool(_SUPPLEMENT.search(reference.get("number")) or re.search("suppl", reference.get("volume"), re.I))
