"""What RIS's tags mean, type by type, and which tag holds a field.

The 2011 specification has other meanings for many types than the 2001 one; where both are in use, the tag means what can be told
from its value (see `citekit.exchange.ris.fields`). Sources: RIS Format Specifications of 2001
(http://www.referencemanager.com/support/risformat_tags_01.asp) and of 2011 with its tables for each type, EndNote's table of reference
types, https://en.wikipedia.org/wiki/RIS_(file_format).

Meanings in brackets are tags that are read together.
"""

from __future__ import annotations

from collections.abc import Mapping

# In the order of the specification.
_ANY: Mapping[str, str] = {
    "A1": "author",
    "A2": "editor",
    "A3": "serieseditor",
    "A4": "translator",
    "AB": "abstract",
    "AN": "(accession)",
    "AU": "author",
    "BT": "(container)",
    "CA": "",  # caption
    "CN": "library",
    "CP": "(issue)",
    "CT": "title",
    "CY": "address",
    "DA": "(date)",
    "DB": "(accession)",
    "DO": "doi",
    "DP": "(accession)",
    "ED": "editor",
    "EP": "(pages)",
    "ET": "edition",
    "H1": "library",
    "ID": "(key)",
    "IS": "(issue)",
    "J1": "(container)",
    "J2": "(container)",
    "JA": "(container)",
    "JF": "(container)",
    "JO": "(container)",
    "KW": "keywords",
    "L1": "file",
    "L2": "(links)",
    "L3": "(links)",
    "L4": "(links)",
    "LA": "language",
    "LK": "url",
    "M3": "(work type)",
    "N1": "note",
    "N2": "abstract",
    "NV": "volumes",
    "OP": "(original)",
    "PB": "publisher",
    "PP": "address",
    "PY": "(date)",
    "RN": "annotation",
    "RP": "(reprint)",
    "SE": "(section)",
    "SN": "(standard numbers)",
    "SP": "(pages)",
    "ST": "shorttitle",
    "T1": "title",
    "T2": "(container)",
    "T3": "series",
    "TI": "title",
    "U1": "(user)",
    "U2": "(user)",
    "UR": "url",
    "VL": "(volume)",
    "VO": "(volume)",
    "Y1": "(date)",
    "Y2": "urldate",
}

_JOURNAL = {"C2": "(user)", "C7": "eid", "ET": "", "M1": "(issue)", "M2": "(pages)", "SE": "(pages)"}
_NEWSPAPER = {**_JOURNAL, "ET": "edition", "SE": ""}
_WHOLE_BOOK = {
    "A2": "(editors)",
    "A3": "editor",
    "BT": "title",
    "EP": "(extent)",
    "M1": "(number)",
    "SP": "(extent)",
    "T2": "series",
}
_PART_OF_BOOK = {"C1": "", "M1": "(number)", "SE": "chapter"}
_NO_CONTAINER = {"M1": "(number)", "T2": "series"}
_SHOW = {"A2": "contributor", "A3": "contributor", "A4": "contributor", "T2": "series"}
_FILM = {**_SHOW, "A1": "director", "AU": "director"}
_SOUND = {"A4": "contributor", "T2": "series"}
_LAW = {"A2": "contributor", "A3": "contributor", "A4": "contributor", "T3": "organization"}
_REPORT = {"A2": "serieseditor", "A3": "contributor", "M1": "(issue)", "PB": "institution", "T2": "series"}
_CONFERENCE = {"C1": "address", "C3": "(container)", "CY": "(place)"}
_DATA = {**_NO_CONTAINER, "A2": "contributor", "A4": "contributor", "ET": "version"}
_UNPUBLISHED = {**_NO_CONTAINER, "BT": "title"}

_BY_TYPE: Mapping[str, Mapping[str, str]] = {
    **dict.fromkeys(("ABST", "EJOUR", "INPR", "JOUR"), _JOURNAL),
    **dict.fromkeys(("MGZN", "NEWS"), _NEWSPAPER),
    **dict.fromkeys(("BOOK", "CLSWK", "EBOOK", "PAMP"), _WHOLE_BOOK),
    "SER": {**_WHOLE_BOOK, "A2": "editor", "A3": "serieseditor"},
    "EDBOOK": {**_WHOLE_BOOK, "A1": "editor", "A3": "", "AU": "editor"},
    **dict.fromkeys(("CHAP", "DICT", "ECHAP", "ENCYC"), _PART_OF_BOOK),
    **dict.fromkeys(("CONF", "CPAPER"), _CONFERENCE),
    **dict.fromkeys(("GOVDOC", "RPRT"), _REPORT),
    **dict.fromkeys(("MPCT", "VIDEO"), _FILM),
    **dict.fromkeys(("ADVS", "MULTI"), _SHOW),
    **dict.fromkeys(("MUSIC", "SOUND"), _SOUND),
    **dict.fromkeys(("BILL", "HEAR", "LEGAL", "STAT", "UNBILL"), _LAW),
    "CASE": {**_LAW, "PB": "institution"},
    "COMP": {**_NO_CONTAINER, "A2": "serieseditor", "ET": "version"},
    **dict.fromkeys(("AGGR", "DATA", "DBASE"), _DATA),
    "ICOMM": {"A2": "recipient"},
    "PCOMM": {"A2": "recipient"},
    "MAP": {**_NO_CONTAINER, "A2": "serieseditor"},
    "SLIDE": {"T2": "eventtitle"},
    "PAT": {"A2": "contributor", "M1": "", "PB": "holder"},
    "STAND": _NO_CONTAINER,
    "THES": {
        "A2": "contributor",
        "A3": "contributor",
        "BT": "title",
        "EP": "(extent)",
        "PB": "school",
        "SP": "(extent)",
        "T2": "",
    },
    **dict.fromkeys(("MANSCPT", "UNPB", "UNPD"), _UNPUBLISHED),
}

BOOKKEEPING = frozenset({"TY", "ER"})

# The tags in which fields are written: of two that mean the same the first is taken.
_WRITTEN = (
    "AU", "A2", "ED", "A3", "A4", "TI", "T2", "C3", "J2", "T3", "ET", "PB", "CY", "C1", "VL", "M1", "IS", "C7", "SE", "NV", "SP", "DO",
    "UR", "Y2", "LA", "AB", "ST", "M3", "CN", "L1", "N1", "RN", "KW",
)  # fmt: skip
# What a group of tags holds when it is written.
_HELD = {"(container)": "container", "(issue)": "number", "(number)": "number", "(volume)": "volume", "(pages)": "pages",
         "(extent)": "pages", "(work type)": "type", "(editors)": "serieseditor", "(place)": "venue"}  # fmt: skip
_TITLES_OF_A_CONFERENCE = {"C3": "container", "T2": "eventtitle"}


def meaning(kind: str, tag: str) -> str:
    """What a tag means in a record of this type: a field, a group in brackets, or `""` when it has no meaning we know."""
    own = _BY_TYPE.get(kind, {})
    return own[tag] if tag in own else _ANY.get(tag, "")


def tags(kind: str) -> dict[str, str]:
    """The tag in which each field is written in a record of this type, in the order in which they are written."""
    found: dict[str, str] = {}
    for tag in _WRITTEN:
        if name := _held(kind, tag):
            found.setdefault(name, tag)
    return found


def _held(kind: str, tag: str) -> str:
    name = meaning(kind, tag)
    if tag == "J2":
        return "container_short"
    if kind in ("CONF", "CPAPER") and tag in _TITLES_OF_A_CONFERENCE:
        return _TITLES_OF_A_CONFERENCE[tag]
    if tag == "M1" and name == "(issue)":
        return ""  # read for those who have no IS
    return _HELD.get(name, "") if name.startswith("(") else name


# Tags of the specifications that mean nothing to us, or not the same for all types.
_OTHERS = frozenset({"A5", "A6", "AD", "AV", "C1", "C2", "C3", "C4", "C5", "C6", "C7", "C8", "CL", "CR", "EA", "FD", "GO", "H2", "J3",
                     "LB", "LL", "M1", "M2", "NO", "OL", "RI", "SR", "TA", "TT", "U3", "U4", "U5"})  # fmt: skip
TAGS = frozenset(_ANY) | BOOKKEEPING | _OTHERS
"""The tags that specifications name."""
