"""Entry types of BibTeX and of biblatex (manual §2.1.1 to §2.1.3), and the words that go with theses and reports.

BibTeX's fourteen types: *BibTeXing* §3.1.
"""

from __future__ import annotations

import re

# biblatex manual §2.1.2: aliases, and the `type` that goes with them; `""` for none.
ALIASES = {
    "conference": ("inproceedings", ""),
    "electronic": ("online", ""),
    "mastersthesis": ("thesis", "mathesis"),
    "phdthesis": ("thesis", "phdthesis"),
    "techreport": ("report", "techreport"),
    "www": ("online", ""),
}

# biblatex manual §2.1.1 and §2.1.3, in their order: types that BibTeX lacks, and its nearest. Theses and reports stand apart.
NEAREST = {
    "mvbook": "book",
    "bookinbook": "incollection",
    "suppbook": "incollection",
    "collection": "book",
    "mvcollection": "book",
    "suppcollection": "incollection",
    "dataset": "misc",
    "online": "misc",
    "electronic": "misc",
    "www": "misc",
    "patent": "misc",
    "periodical": "misc",
    "suppperiodical": "article",
    "mvproceedings": "proceedings",
    "reference": "book",
    "mvreference": "book",
    "inreference": "incollection",
    "software": "misc",
    "artwork": "misc",
    "audio": "misc",
    "image": "misc",
    "jurisdiction": "misc",
    "legislation": "misc",
    "legal": "misc",
    "letter": "misc",
    "movie": "misc",
    "music": "misc",
    "performance": "misc",
    "review": "article",
    "standard": "misc",
    "video": "misc",
}

# biblatex manual §4.9.2.13: words for `type`, what they print, and BibTeX's type for them.
WORDS = {
    "bathesis": ("mastersthesis", "Bachelor's thesis"),
    "mathesis": ("mastersthesis", ""),
    "phdthesis": ("phdthesis", ""),
    "candthesis": ("phdthesis", "Candidate thesis"),
    "techreport": ("techreport", ""),
    "resreport": ("techreport", "Research report"),
}
_PRINTED = {
    "bathesis": r"(?:bachelor(?:'?s|’s)?|b\.?\s?sc\.?|b\.?\s?a\.?) thesis",
    "mathesis": r"(?:master(?:'?s|’s)?|m\.?\s?sc\.?|m\.?\s?a\.?) thesis",
    "phdthesis": r"(?:ph\.?\s?d\.?|doctoral) (?:thesis|dissertation)",
    "candthesis": r"candidate thesis",
    "techreport": r"tech(?:nical|\.) ?rep(?:ort|\.)",
    "resreport": r"research report",
    "": r"thesis|report",
}
_WORD = re.compile("|".join(f"(?P<w{n}>{pattern})" for n, pattern in enumerate(_PRINTED.values())), re.IGNORECASE)
_MASTERS = re.compile(
    r"master|m\.?\s?sc\b|m\.?\s?a\.|bachelor|b\.?\s?sc\b|diplom|licen[cst]iat|magister|laurea", re.IGNORECASE
)
_DOCTORAL = re.compile(r"ph\.?\s?d|doctor|doktor|dissertation|habilitation", re.IGNORECASE)


def word(printed: str) -> str:
    """biblatex's word for the kind of a thesis or report: `Ph.D. thesis` → `phdthesis`; other kinds as they are printed."""
    found = _WORD.fullmatch(printed.strip())
    return list(_PRINTED)[int((found.lastgroup or "w0")[1:])] if found else printed


def bibtex_type(entry_type: str, kind: str) -> tuple[str, str]:
    """BibTeX's type for a thesis or report of this kind, and its `type`, where that is not what BibTeX prints anyway."""
    if kind.lower() in WORDS:
        return WORDS[kind.lower()]
    if entry_type == "report":
        return "techreport", kind or "Report"
    masters = bool(_MASTERS.search(kind)) and not _DOCTORAL.search(kind)
    return "mastersthesis" if masters else "phdthesis", kind or "Thesis"
