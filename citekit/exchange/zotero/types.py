"""Zotero's item types and BibTeX's entry types, both ways."""

from __future__ import annotations

import re

from citekit.exchange.zotero.schema import ITEM_TYPES
from citekit.model import Reference
from citekit.values.identifier_forms import bare_arxiv
from citekit.values.preprints import arxiv_number, is_preprint

# Item type → entry type, in the order of https://api.zotero.org/schema. A thesis is told apart by its `thesisType`.
ENTRY_TYPES = {
    "artwork": "artwork", "audioRecording": "audio", "bill": "legislation", "blogPost": "online", "book": "book",
    "bookSection": "incollection", "case": "jurisdiction", "computerProgram": "software", "conferencePaper": "inproceedings",
    "dataset": "dataset", "dictionaryEntry": "inreference", "document": "misc", "email": "letter",
    "encyclopediaArticle": "inreference", "film": "movie", "forumPost": "online", "hearing": "legal",
    "instantMessage": "letter", "interview": "misc", "journalArticle": "article", "letter": "letter",
    "magazineArticle": "article", "manuscript": "unpublished", "map": "image", "newspaperArticle": "article",
    "patent": "patent", "podcast": "audio", "preprint": "misc", "presentation": "unpublished", "radioBroadcast": "audio",
    "report": "techreport", "standard": "standard", "statute": "legislation", "thesis": "thesis", "tvBroadcast": "video",
    "videoRecording": "video", "webpage": "online",
}  # fmt: skip

# Entry type → item type, in the order of the biblatex manual, §2.1.1 to §2.1.3. What is not here is a document.
_ITEM_TYPES = {
    "article": "journalArticle", "book": "book", "mvbook": "book", "inbook": "bookSection", "bookinbook": "bookSection",
    "suppbook": "bookSection", "booklet": "book", "collection": "book", "mvcollection": "book",
    "incollection": "bookSection", "suppcollection": "bookSection", "dataset": "dataset", "manual": "book",
    "misc": "document", "online": "webpage", "patent": "patent", "periodical": "journalArticle",
    "suppperiodical": "journalArticle", "proceedings": "book", "mvproceedings": "book", "inproceedings": "conferencePaper",
    "reference": "book", "mvreference": "book", "inreference": "encyclopediaArticle", "report": "report",
    "software": "computerProgram", "thesis": "thesis", "unpublished": "manuscript", "conference": "conferencePaper",
    "electronic": "webpage", "mastersthesis": "thesis", "phdthesis": "thesis", "techreport": "report", "www": "webpage",
    "artwork": "artwork", "audio": "audioRecording", "image": "artwork", "jurisdiction": "case", "legislation": "statute",
    "legal": "hearing", "letter": "letter", "movie": "film", "music": "audioRecording", "performance": "presentation",
    "review": "journalArticle", "standard": "standard", "video": "videoRecording",
}  # fmt: skip

# The words of `thesisType` that stand for a type of BibTeX's where a thesis has no words of its own.
THESES = {"phdthesis": "PhD thesis", "mastersthesis": "Master's thesis"}
# PhD dissertation, Doctoral thesis, Dissertation, Thèse de doctorat; Master of Science thesis, MSc, Masterarbeit, M.A. thesis
_DOCTORAL = re.compile(r"\bph\.?\s?d\b|\bd\.?\s?phil\b|\bdoc?tor|\bdissertation\b|\bpromotion", re.IGNORECASE)
_MASTERS = re.compile(r"\bmaster|\bm\.?\s?(?:sc|a|phil|eng)\b|\bmagister|\bmestrado|\bmaestr", re.IGNORECASE)
_MAY_BE_PREPRINTS = frozenset({"article", "misc", "online", "unpublished"})
MAGAZINES = {
    "magazine": "magazineArticle",
    "newspaper": "newspaperArticle",
}  # biblatex's `entrysubtype`, in an @article


def entry_type(item_type: str, thesis_type: str = "") -> str:
    """The entry type of an item: `thesis` with `PhD dissertation` → `phdthesis`. Types of a newer Zotero are `misc`."""
    if item_type != "thesis":
        return ENTRY_TYPES.get(item_type, "misc")
    if _MASTERS.search(thesis_type):
        return "mastersthesis"
    return "phdthesis" if _DOCTORAL.search(thesis_type) else "thesis"


def item_type(reference: Reference) -> str:
    """The item type for a reference. The field `zotero-itemtype` says it where the entry type does not tell (a blog post is `online`)."""
    said = reference.get("zotero-itemtype")
    if said in ITEM_TYPES and ENTRY_TYPES[said] == _usual(reference.type):
        return said
    if stands_in_an_archive(reference):
        return "preprint"
    if reference.type == "article" and reference.get("entrysubtype") in MAGAZINES:
        return MAGAZINES[reference.get("entrysubtype")]
    return _ITEM_TYPES.get(reference.type, "document")


def _usual(entry: str) -> str:
    """The entry type that `ENTRY_TYPES` has for the like of this one: `mastersthesis` → `thesis`, `report` → `techreport`."""
    return ENTRY_TYPES[_ITEM_TYPES.get(entry, "document")] if entry not in ENTRY_TYPES.values() else entry


def stands_in_an_archive(reference: Reference) -> bool:
    """Does the reference describe a preprint, and name no place but the archive that keeps it?"""
    if reference.type not in _MAY_BE_PREPRINTS:
        return False
    if reference.container:
        return bool(archived_in(reference.container)) and not reference.get("volume")
    return is_preprint(
        reference.type,
        "",
        volume=reference.get("volume"),
        doi=reference.doi,
        eprint=reference.get("eprint"),
        eprinttype=reference.get("eprinttype"),
        elsewhere=(reference.get("publisher"),),
    )


def archived_in(container: str) -> str:
    """The arXiv number in what stands where a journal should: `arXiv preprint arXiv:1706.03762` → `1706.03762`; `""` for a journal."""
    number = arxiv_number(container)
    return number if number and bare_arxiv(number) == number else ""
