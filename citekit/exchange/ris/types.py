"""RIS's types of works and ours.

The types of the specifications of 2001 and 2011 in alphabetical order (https://en.wikipedia.org/wiki/RIS_(file_format) has both lists);
behind them those that files have besides.
"""

from __future__ import annotations

import re

# RIS type → (entry type, what people call it; EndNote's own files have that name in place of the code).
TYPES = {
    "ABST": ("article", "Abstract"),
    "ADVS": ("video", "Audiovisual Material"),
    "AGGR": ("dataset", "Aggregated Database"),
    "ANCIENT": ("misc", "Ancient Text"),
    "ART": ("artwork", "Artwork"),
    "BILL": ("legislation", "Bill"),
    "BLOG": ("online", "Blog"),
    "BOOK": ("book", "Book"),
    "CASE": ("jurisdiction", "Case"),
    "CHAP": ("incollection", "Book Section"),
    "CHART": ("image", "Chart or Table"),
    "CLSWK": ("book", "Classical Work"),
    "COMP": ("software", "Computer Program"),
    "CONF": ("inproceedings", "Conference Proceedings"),
    "CPAPER": ("inproceedings", "Conference Paper"),
    "CTLG": ("misc", "Catalog"),
    "DATA": ("dataset", "Dataset"),
    "DBASE": ("dataset", "Online Database"),
    "DICT": ("inreference", "Dictionary"),
    "EBOOK": ("book", "Electronic Book"),
    "ECHAP": ("incollection", "Electronic Book Section"),
    "EDBOOK": ("collection", "Edited Book"),
    "EJOUR": ("article", "Electronic Article"),
    "ELEC": ("online", "Web Page"),
    "ENCYC": ("inreference", "Encyclopedia"),
    "EQUA": ("misc", "Equation"),
    "FIGURE": ("image", "Figure"),
    "GEN": ("misc", "Generic"),
    "GOVDOC": ("techreport", "Government Document"),
    "GRANT": ("misc", "Grant"),
    "HEAR": ("legal", "Hearing"),
    "ICOMM": ("online", "Internet Communication"),
    "INPR": ("article", "In Press"),
    "JFULL": ("periodical", "Journal (full)"),
    "JOUR": ("article", "Journal Article"),
    "LEGAL": ("legal", "Legal Rule or Regulation"),
    "MANSCPT": ("unpublished", "Manuscript"),
    "MAP": ("misc", "Map"),
    "MGZN": ("article", "Magazine Article"),
    "MPCT": ("movie", "Film or Broadcast"),
    "MULTI": ("video", "Online Multimedia"),
    "MUSIC": ("music", "Music"),
    "NEWS": ("article", "Newspaper Article"),
    "PAMP": ("booklet", "Pamphlet"),
    "PAT": ("patent", "Patent"),
    "PCOMM": ("letter", "Personal Communication"),
    "RPRT": ("techreport", "Report"),
    "SER": ("book", "Serial Publication"),
    "SLIDE": ("misc", "Slide"),
    "SOUND": ("audio", "Sound Recording"),
    "STAND": ("standard", "Standard"),
    "STAT": ("legislation", "Statute"),
    "THES": ("thesis", "Thesis"),
    "UNBILL": ("legislation", "Unenacted Bill"),
    "UNPB": ("unpublished", "Unpublished Work"),
    "UNPD": ("unpublished", "Unpublished Work"),
    "VIDEO": ("video", "Video Recording"),
    "WEB": ("online", "Website"),
    "GRNT": ("misc", "Grant"),
    "ENTRY": ("inreference", "Entry"),
    "OTHER": ("misc", "Other"),
}

# Types that mean what our type and the fields say already: a reference need not remember them.
_TOLD = frozenset("CPAPER EJOUR EBOOK ECHAP UNPD WEB MGZN NEWS OTHER".split())

# Our types → RIS's. What is not here is `GEN`.
WRITTEN = {
    "article": "JOUR", "book": "BOOK", "booklet": "PAMP", "collection": "EDBOOK", "conference": "CONF", "incollection": "CHAP",
    "inbook": "CHAP", "inproceedings": "CONF", "inreference": "ENCYC", "proceedings": "CONF", "reference": "EDBOOK",
    "phdthesis": "THES", "mastersthesis": "THES", "thesis": "THES", "techreport": "RPRT", "report": "RPRT", "manual": "BOOK",
    "unpublished": "UNPB", "online": "ELEC", "dataset": "DATA", "software": "COMP", "patent": "PAT", "periodical": "JFULL",
    "artwork": "ART", "audio": "SOUND", "video": "VIDEO", "movie": "MPCT", "image": "FIGURE", "legislation": "STAT",
    "jurisdiction": "CASE", "legal": "LEGAL", "letter": "PCOMM", "standard": "STAND", "music": "MUSIC", "review": "JOUR",
    "mvbook": "BOOK", "suppbook": "CHAP", "bookinbook": "CHAP", "mvcollection": "EDBOOK", "mvproceedings": "CONF",
    "mvreference": "EDBOOK", "suppcollection": "CHAP", "suppperiodical": "JOUR",
}  # fmt: skip

SUBTYPES = {"MGZN": "magazine", "NEWS": "newspaper"}
"""biblatex's `entrysubtype` of an article."""

_BY_NAME = {re.sub(r"\W", "", name).lower(): code for code, (_, name) in reversed(TYPES.items())} | {
    "journal": "JOUR", "article": "JOUR", "chapter": "CHAP", "bookchapter": "CHAP", "conference": "CONF", "dissertation": "THES",
    "website": "ELEC", "software": "COMP", "film": "MPCT", "techreport": "RPRT", "preprint": "UNPB",
}  # fmt: skip


def code(text: str) -> str:
    """The RIS type in what stands behind `TY`: `jour ` → `JOUR`, `Journal Article` → `JOUR`; `""` for a type nobody knows."""
    word = text.strip().upper()
    return word if word in TYPES else _BY_NAME.get(re.sub(r"\W", "", text).lower(), "")


def entry_type(kind: str) -> str:
    return TYPES[kind][0] if kind in TYPES else "misc"


def is_told(kind: str) -> bool:
    """Would a reference read with this type be written with it again, or with one that means the same?"""
    return kind in _TOLD or WRITTEN.get(entry_type(kind), "GEN") == kind
