"""CSL's types of items and our entry types.

CSL 1.0.2, Appendix III (https://docs.citationstyles.org/en/stable/specification.html#appendix-iii-types); ours are BibTeX's and
biblatex's (manual §2.1). Where a type of ours does not lead back to CSL's, CSL's is kept as the field `csl-type`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from citekit.model import Reference

KEPT = "csl-type"

TYPES: Mapping[str, str] = {
    "article": "unpublished",
    "article-journal": "article",
    "article-magazine": "article",
    "article-newspaper": "article",
    "bill": "legislation",
    "book": "book",
    "broadcast": "audio",
    "chapter": "incollection",
    "classic": "book",
    "collection": "misc",
    "dataset": "dataset",
    "document": "misc",
    "entry": "inreference",
    "entry-dictionary": "inreference",
    "entry-encyclopedia": "inreference",
    "event": "misc",
    "figure": "image",
    "graphic": "artwork",
    "hearing": "legal",
    "interview": "misc",
    "legal_case": "jurisdiction",
    "legislation": "legislation",
    "manuscript": "unpublished",
    "map": "image",
    "motion_picture": "movie",
    "musical_score": "book",
    "pamphlet": "booklet",
    "paper-conference": "inproceedings",
    "patent": "patent",
    "performance": "performance",
    "periodical": "periodical",
    "personal_communication": "letter",
    "post": "online",
    "post-weblog": "online",
    "regulation": "legislation",
    "report": "techreport",
    "review": "review",
    "review-book": "review",
    "software": "software",
    "song": "audio",
    "speech": "unpublished",
    "standard": "standard",
    "thesis": "thesis",
    "treaty": "legal",
    "webpage": "online",
}

# What else items are called: Crossref's types (https://api.crossref.org/types), and what hands write for CSL's.
OTHERS: Mapping[str, str] = {
    "journal-article": "article-journal",
    "proceedings-article": "paper-conference",
    "book-chapter": "chapter",
    "book-section": "chapter",
    "book-part": "chapter",
    "monograph": "book",
    "edited-book": "book",
    "reference-book": "book",
    "proceedings": "book",
    "reference-entry": "entry-encyclopedia",
    "dissertation": "thesis",
    "posted-content": "article",
    "preprint": "article",
    "report-component": "report",
    "database": "dataset",
    "peer-review": "review",
    "journal-issue": "periodical",
    "journal": "periodical",
    "article-periodical": "article-journal",
    "legal-case": "legal_case",
    "motion-picture": "motion_picture",
    "musical-score": "musical_score",
    "personal-communication": "personal_communication",
    "blog-post": "post-weblog",
}

# Ours → CSL, where no condition decides.
_ITEM_TYPES: Mapping[str, str] = {
    "article": "article-journal",
    "artwork": "graphic",
    "audio": "song",
    "book": "book",
    "bookinbook": "chapter",
    "booklet": "pamphlet",
    "collection": "book",
    "commentary": "legal_case",
    "conference": "paper-conference",
    "dataset": "dataset",
    "electronic": "webpage",
    "image": "figure",
    "inbook": "chapter",
    "incollection": "chapter",
    "inproceedings": "paper-conference",
    "inreference": "entry-encyclopedia",
    "jurisdiction": "legal_case",
    "legal": "treaty",
    "legislation": "legislation",
    "letter": "personal_communication",
    "manual": "report",
    "mastersthesis": "thesis",
    "misc": "document",
    "movie": "motion_picture",
    "music": "song",
    "mvbook": "book",
    "mvcollection": "book",
    "mvproceedings": "book",
    "mvreference": "book",
    "online": "webpage",
    "patent": "patent",
    "performance": "performance",
    "periodical": "periodical",
    "phdthesis": "thesis",
    "proceedings": "book",
    "reference": "book",
    "report": "report",
    "review": "review",
    "software": "software",
    "standard": "standard",
    "suppbook": "chapter",
    "suppcollection": "chapter",
    "suppperiodical": "article-journal",
    "techreport": "report",
    "thesis": "thesis",
    "unpublished": "manuscript",
    "video": "motion_picture",
    "www": "webpage",
}
# biblatex's `entrysubtype`, as Better BibTeX and pandoc use it, for articles.
_SUBTYPES: Mapping[str, str] = {"magazine": "article-magazine", "newspaper": "article-newspaper"}
_SUBTYPE_OF = {item: subtype for subtype, item in _SUBTYPES.items()}
# What BibTeX's own styles print for the two kinds of theses.
GENRES: Mapping[str, str] = {"phdthesis": "PhD thesis", "mastersthesis": "Master's thesis"}
_OF_A_DOCTOR = re.compile(r"\bph\.? ?d\b|\bd\.? ?phil\b|\bdo[ck]tor|\bdissertation\b|thèse", re.IGNORECASE)
_OF_A_MASTER = re.compile(r"\bmaster|\bm\.? ?(?:sc|a|phil|eng)\b|\bmagister|\bdiplom", re.IGNORECASE)
_MAY_BE_PREPRINTS = frozenset({"article", "misc", "online", "unpublished"})


def standard_type(name: str) -> str:
    """The type of CSL that an item's `type` means; `""` for none."""
    bare = name.strip()
    return bare if bare in TYPES else OTHERS.get(bare.lower().replace(" ", "-").replace("_", "-"), "")


def entry_type(name: str, *, genre: str = "", in_a_work_of: bool = False) -> str:
    """Our type for a type of CSL. `in_a_work_of`: the item names an author of its container, as BibTeX's `inbook` does."""
    if name == "thesis":
        if _OF_A_MASTER.search(genre):
            return "mastersthesis"
        return "phdthesis" if _OF_A_DOCTOR.search(genre) else "thesis"
    if name == "chapter" and in_a_work_of:
        return "inbook"
    return TYPES.get(name, "misc")


def subtype(name: str) -> str:
    """biblatex's `entrysubtype` for a type of CSL: `article-magazine` → `magazine`."""
    return _SUBTYPE_OF.get(name, "")


def item_type(reference: Reference) -> str:
    """CSL's type of a reference. What was kept as `csl-type` counts as long as the entry type still is the one made of it."""
    kept = reference.get(KEPT)
    if kept and reference.type in (TYPES.get(standard_type(kept), "misc"), "inbook" if kept == "chapter" else ""):
        return kept
    if reference.type == "article" and (found := _SUBTYPES.get(reference.get("entrysubtype"))):
        return found
    if reference.type in _MAY_BE_PREPRINTS and _is_preprint(reference):
        return "article"
    if reference.type == "unpublished" and (reference.get("eventtitle") or reference.get("venue")):
        return "speech"
    return _ITEM_TYPES.get(reference.type, "document")


def _is_preprint(reference: Reference) -> bool:
    from citekit.values.preprints import is_preprint  # who only reads items has no need of it

    return is_preprint(
        reference.type, reference.container, volume=reference.get("volume"), doi=reference.doi, eprint=reference.get("eprint"),
        eprinttype=reference.get("eprinttype"), elsewhere=(reference.get("publisher"), reference.get("howpublished")),
    )  # fmt: skip
