"""What the tags of EndNote's import format mean, type by type, and which tag holds a field.

EndNote's manual, "Creating a Tagged EndNote Import File", has the tags (https://docs.endnote.com/); their meanings for each type are
its table of reference types. The format is that of refer(1) with more tags; files without `%0` are refer's own:
https://man7.org/linux/man-pages/man1/refer.1.html

Types have the codes of RIS (`citekit.exchange.ris.types`), whose names are EndNote's. Meanings in brackets are tags that are read
together.
"""

from __future__ import annotations

from collections.abc import Mapping

from citekit.exchange.ris import types as ris_types

# In the order of EndNote's table.
_ANY: Mapping[str, str] = {
    "A": "author",
    "B": "(container)",
    "C": "address",
    "D": "(date)",
    "E": "editor",
    "F": "(label)",
    "G": "language",
    "H": "",  # translated author
    "I": "publisher",
    "J": "(container)",
    "K": "keywords",
    "L": "library",
    "M": "(accession)",
    "N": "(number)",
    "O": "(alternate)",
    "P": "(pages)",
    "Q": "",  # translated title
    "R": "doi",
    "S": "series",
    "T": "title",
    "U": "url",
    "V": "(volume)",
    "W": "",  # database provider
    "X": "abstract",
    "Y": "serieseditor",
    "Z": "note",
    "1": "",
    "2": "",
    "3": "",
    "4": "",
    "6": "volumes",
    "7": "edition",
    "8": "(date)",
    "9": "type",
    "?": "translator",
    "@": "(standard numbers)",
    "!": "shorttitle",
    "#": "",
    "$": "",
    "]": "",
    "&": "",
    "(": "",
    ")": "",
    "*": "",
    "+": "",
    "^": "",
    ">": "file",
    "<": "annotation",
    "[": "urldate",
    "~": "",
}

_JOURNAL = {"&": "(pages)", "7": ""}
_WHOLE_BOOK = {"B": "series", "E": "(editors)", "P": "(extent)"}
_PART_OF_BOOK = {"&": "chapter"}
_NO_CONTAINER = {"B": "series", "E": "serieseditor"}
_SHOW = {"B": "series", "E": "contributor", "Y": "contributor", "?": "contributor"}
_FILM = {**_SHOW, "A": "director"}
_LAW = {"E": "contributor", "S": "organization", "Y": "contributor", "?": "contributor"}
_REPORT = {**_NO_CONTAINER, "I": "institution", "Y": "contributor"}
_CONFERENCE = {"C": "(place)", "1": "address", "3": "(container)"}
_DATA = {"7": "version", "B": "series", "E": "contributor", "?": "contributor"}

_BY_TYPE: Mapping[str, Mapping[str, str]] = {
    **dict.fromkeys(("ABST", "EJOUR", "INPR", "JOUR"), _JOURNAL),
    **dict.fromkeys(("BOOK", "CLSWK", "EBOOK", "PAMP", "SER"), _WHOLE_BOOK),
    "EDBOOK": {**_WHOLE_BOOK, "A": "editor", "E": "serieseditor"},
    **dict.fromkeys(("CHAP", "DICT", "ECHAP", "ENCYC"), _PART_OF_BOOK),
    **dict.fromkeys(("CONF", "CPAPER"), _CONFERENCE),
    **dict.fromkeys(("GOVDOC", "RPRT"), _REPORT),
    **dict.fromkeys(("MPCT", "VIDEO"), _FILM),
    **dict.fromkeys(("ADVS", "MULTI"), _SHOW),
    **dict.fromkeys(("BILL", "HEAR", "LEGAL", "STAT", "UNBILL"), _LAW),
    "CASE": {**_LAW, "I": "institution"},
    "COMP": {**_NO_CONTAINER, "7": "version"},
    **dict.fromkeys(("AGGR", "DATA", "DBASE"), _DATA),
    "ICOMM": {"E": "recipient"},
    "PCOMM": {"E": "recipient"},
    "MAP": _NO_CONTAINER,
    "PAT": {"E": "contributor", "I": "holder"},
    "STAND": _NO_CONTAINER,
    "THES": {"B": "", "I": "school", "P": "(extent)", "Y": "contributor"},
    **dict.fromkeys(("MANSCPT", "UNPB"), _NO_CONTAINER),
}

# refer's own meanings, where EndNote has others.
_REFER = {"E": "editor", "F": "", "G": "(number)", "H": "note", "L": "(label)", "M": "", "O": "note", "P": "(pages)", "Q": "(body)",
          "R": "(number)", "Y": "", "Z": ""}  # fmt: skip
REFER = "refer"
"""Stands before the type of a record without `%0`: `refer JOUR`."""

BOOKKEEPING = frozenset({"0", "="})

WORDS = {
    "!": "short-title", "#": "custom-5", "$": "custom-6", "]": "custom-7", "&": "section", "(": "original", ")": "reprint",
    "*": "reviewed", "+": "address", "^": "caption", ">": "file", "<": "research-notes", "[": "accessed", "~": "database", "?": "subsidiary",
    "@": "isbn",
}  # fmt: skip
"""What a tag that is a sign is called in the name of a field that keeps it: `enw-caption`."""

TAGS = frozenset(_ANY) | BOOKKEEPING

_WRITTEN = "A E Y ? T J B 3 S 7 I C 1 V N & P D 8 6 @ R U [ G X ! 9 L M O > Z < K".split()
_HELD = {"(container)": "container", "(number)": "number", "(volume)": "volume", "(pages)": "pages", "(extent)": "pages",
         "(place)": "venue", "(editors)": "editor"}  # fmt: skip
BOOKS = frozenset("BOOK CLSWK EBOOK PAMP SER".split())
"""Behind `E` stand the editors of their series."""
_IN_JOURNALS = frozenset("ABST EJOUR INPR JOUR MGZN NEWS".split())


# Types of RIS that EndNote does not have.
_INSTEAD = {"JFULL": "SER", "SOUND": "ADVS", "VIDEO": "ADVS"}


def code_of(entry_type: str) -> str:
    """The type, as a code of RIS, in which one of our types is written."""
    code = ris_types.WRITTEN.get(entry_type, "GEN")
    return _INSTEAD.get(code, code)


def is_told(code: str) -> bool:
    """Would a reference read with this type be written with it again, or with one that means the same?"""
    return ris_types.is_told(code) or code_of(ris_types.entry_type(code)) == code


def meaning(kind: str, tag: str) -> str:
    """What a tag means in a record of this type: a field, a group in brackets, or `""` when it has no meaning we know."""
    form, _, code = kind.rpartition(" ")
    if form == REFER and tag in _REFER:
        return _REFER[tag]
    own = _BY_TYPE.get(code, {})
    return own[tag] if tag in own else _ANY.get(tag, "")


def tags(kind: str) -> dict[str, str]:
    """The tag in which each field is written in a record of this type, in the order in which they are written."""
    found: dict[str, str] = {}
    for tag in _WRITTEN:
        if name := _held(kind, tag):
            found.setdefault(name, tag)
    return found


def _held(kind: str, tag: str) -> str:
    if kind in _IN_JOURNALS and tag in ("O", "&"):
        return "container_short" if tag == "O" else ""
    if tag == "J" and kind not in _IN_JOURNALS:
        return ""
    if kind in ("CONF", "CPAPER") and tag in ("B", "3"):
        return "eventtitle" if tag == "B" else "container"
    name = meaning(kind, tag)
    return _HELD.get(name, "") if name.startswith("(") else name
