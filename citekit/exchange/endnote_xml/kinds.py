"""EndNote's reference types, and our entry types.

What each type calls the rows of the Generic type:
https://docs.endnote.com/docs/endnote/2025/v1/windows/en/content/17reftypes/ref_types.htm
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from citekit.exchange.endnote_xml.rows import ROWS


@dataclass(frozen=True, slots=True)
class Kind:
    """One of EndNote's reference types. `rows` tells what it means by a row where that is not what `ROWS` says; `""` is no field of
    ours. `number` is 0 where we do not know it."""

    name: str
    number: int
    type: str
    rows: Mapping[str, str] = field(default_factory=dict)

    def meaning(self, row: str) -> str:
        """Our field for a row of this type, `""` when there is none."""
        return self.rows.get(row, ROWS.get(row, ""))

    def row(self, name: str) -> str:
        """The row in which this type has a field of ours, `""` when it has none."""
        own = next((row for row, ours in self.rows.items() if ours == name), "")
        return own or next((row for row, ours in ROWS.items() if ours == name and self.meaning(row) == name), "")


_BOOK = {
    "secondary-authors": "serieseditor", "tertiary-authors": "editor", "secondary-title": "series", "tertiary-title": "",
    "pages": "pagetotal", "section": "pages",
}  # fmt: skip
_EDITED = {
    "authors": "editor", "secondary-authors": "serieseditor", "tertiary-authors": "", "secondary-title": "series",
    "tertiary-title": "", "pages": "pagetotal", "section": "pages",
}  # fmt: skip
_IN_BOOK = {"section": "chapter"}
_PERIODICAL = {"edition": "", "custom2": "pmcid", "custom7": "eid"}
_MEETING = {"subsidiary-authors": "contributor"}
_SERIES = {
    "secondary-authors": "serieseditor",
    "tertiary-authors": "",
    "secondary-title": "series",
    "tertiary-title": "",
}
_THESIS = {
    "secondary-title": "", "publisher": "school", "volume": "", "tertiary-authors": "contributor", "pages": "pagetotal",
    "section": "pages",
}  # fmt: skip
_FILM = {
    "authors": "director", "secondary-authors": "", "tertiary-authors": "contributor", "subsidiary-authors": "contributor",
    "secondary-title": "series", "tertiary-title": "",
}  # fmt: skip
_WEB = {"volume": "", "number": ""}

GENERIC = Kind("Generic", 13, "misc")

# In the order of EndNote's menu.
KINDS: tuple[Kind, ...] = (
    Kind("Aggregated Database", 55, "dataset"),
    Kind("Ancient Text", 51, "book", _BOOK),
    Kind("Artwork", 2, "artwork"),
    Kind("Audiovisual Material", 3, "video", {"secondary-authors": "contributor", "secondary-title": "series"}),
    Kind("Bill", 4, "legislation"),
    Kind("Blog", 56, "online"),
    Kind("Book", 6, "book", _BOOK),
    Kind("Book Section", 5, "incollection", _IN_BOOK),
    Kind("Case", 7, "jurisdiction"),
    Kind("Catalog", 8, "misc"),
    Kind("Chart or Table", 38, "image"),
    Kind("Classical Work", 49, "book", _BOOK),
    Kind("Computer Program", 9, "software", {**_SERIES, "edition": "version"}),
    Kind("Conference Paper", 47, "inproceedings", _MEETING),
    Kind("Conference Proceedings", 10, "inproceedings", _MEETING),
    Kind("Dataset", 59, "dataset"),
    Kind("Dictionary", 52, "inreference", _IN_BOOK),
    Kind("Discussion Forum", 0, "online"),
    Kind("Edited Book", 28, "book", _EDITED),
    Kind("Electronic Article", 43, "article", _PERIODICAL),
    Kind("Electronic Book", 44, "book", {"secondary-title": "series", "tertiary-title": "", "pages": "pagetotal", "section": "pages"}),
    Kind("Electronic Book Section", 60, "incollection", _IN_BOOK),
    Kind("Encyclopedia", 53, "inreference", _IN_BOOK),
    Kind("Equation", 39, "image"),
    Kind("Figure", 37, "image"),
    Kind("Film or Broadcast", 21, "movie", _FILM),
    GENERIC,
    Kind("Government Document", 46, "techreport", {"secondary-authors": "contributor"}),
    Kind("Grant", 54, "misc"),
    Kind("Hearing", 14, "legal"),
    Kind("Interview", 0, "misc"),
    Kind("Journal Article", 17, "article", _PERIODICAL),
    Kind("Legal Rule or Regulation", 50, "legislation"),
    Kind("Magazine Article", 19, "article", _PERIODICAL),
    Kind("Manuscript", 36, "unpublished"),
    Kind("Map", 20, "image", _SERIES),
    Kind("Multimedia Application", 0, "software"),
    Kind("Music", 61, "music", {"authors": "composer", "tertiary-authors": "contributor"}),
    Kind("Newspaper Article", 23, "article", {"edition": "edition"}),
    Kind("Online Database", 45, "online"),
    Kind("Online Multimedia", 48, "video"),
    Kind("Pamphlet", 24, "booklet"),
    Kind("Patent", 25, "patent", {
        "publisher": "holder", "secondary-authors": "", "secondary-title": "", "number": "", "isbn": "number",
        "subsidiary-authors": "contributor",
    }),
    Kind("Personal Communication", 26, "letter", {"secondary-authors": "recipient"}),
    Kind("Podcast", 0, "audio"),
    Kind("Press Release", 0, "misc"),
    Kind("Report", 27, "techreport", {**_SERIES, "publisher": "institution"}),
    Kind("Serial", 57, "periodical", {"secondary-title": "series", "tertiary-title": ""}),
    Kind("Social Media", 0, "online"),
    Kind("Standard", 58, "standard"),
    Kind("Statute", 31, "legislation"),
    Kind("Television Episode", 0, "video"),
    Kind("Thesis", 32, "thesis", _THESIS),
    Kind("Unpublished Work", 34, "unpublished", {**_SERIES, "publisher": "institution"}),
    Kind("Web Page", 12, "online", _WEB),
)  # fmt: skip

# What other programs and older versions call them.
_OTHER_NAMES = {
    "journal": "Journal Article", "article": "Journal Article", "review": "Journal Article", "preprint": "Electronic Article",
    "magazine": "Magazine Article", "newspaper": "Newspaper Article", "conference": "Conference Proceedings",
    "conference article": "Conference Paper", "proceedings": "Conference Proceedings", "chapter": "Book Section",
    "book chapter": "Book Section", "dissertation": "Thesis", "dissertation/thesis": "Thesis", "electronic source": "Web Page",
    "website": "Web Page", "web site": "Web Page", "online source": "Web Page", "data set": "Dataset", "software": "Computer Program",
    "legal rule/regulation": "Legal Rule or Regulation", "unpublished": "Unpublished Work", "video": "Audiovisual Material",
    "film": "Film or Broadcast", "encyclopedia article": "Encyclopedia", "misc": "Generic", "other": "Generic", "unknown": "Generic",
    "personal": "Personal Communication", "government": "Government Document", "technical report": "Report",
}  # fmt: skip
_BY_NAME = {kind.name.lower(): kind for kind in KINDS}
_BY_NUMBER = {kind.number: kind for kind in KINDS if kind.number}


def kind_of(name: str, number: str) -> Kind | None:
    """The reference type of this name, else of this number: other programs get the numbers wrong. None where neither is known."""
    word = " ".join(name.lower().split())
    known = _BY_NAME.get(word) or _BY_NAME.get(_OTHER_NAMES.get(word, "").lower())
    return known or (_BY_NUMBER.get(int(number)) if number.isdecimal() and len(number) < 4 else None)


# biblatex's `entrysubtype` keeps apart what is one type with us.
SUBTYPES = {"Magazine Article": "magazine", "Newspaper Article": "newspaper"}

_WRITTEN = {
    "article": "Journal Article", "review": "Journal Article", "suppperiodical": "Journal Article",
    "book": "Book", "mvbook": "Book", "collection": "Edited Book", "mvcollection": "Edited Book", "reference": "Edited Book",
    "booklet": "Pamphlet", "incollection": "Book Section", "inbook": "Book Section", "suppbook": "Book Section",
    "inreference": "Encyclopedia", "inproceedings": "Conference Proceedings", "conference": "Conference Proceedings",
    "proceedings": "Conference Proceedings", "phdthesis": "Thesis", "mastersthesis": "Thesis", "thesis": "Thesis",
    "techreport": "Report", "report": "Report", "manual": "Report", "unpublished": "Unpublished Work", "online": "Web Page",
    "electronic": "Web Page", "www": "Web Page", "dataset": "Dataset", "software": "Computer Program", "patent": "Patent",
    "periodical": "Serial", "artwork": "Artwork", "audio": "Audiovisual Material", "video": "Audiovisual Material",
    "movie": "Film or Broadcast", "image": "Figure", "legislation": "Statute", "jurisdiction": "Case", "legal": "Hearing",
    "letter": "Personal Communication", "standard": "Standard", "music": "Music",
}  # fmt: skip


def kind_for(entry_type: str, subtype: str, is_edited: bool) -> Kind:
    """The reference type to write one of our types as. `is_edited`: it has editors and no authors."""
    if entry_type == "article":
        named = next((name for name, sub in SUBTYPES.items() if sub == subtype), "")
        if named:
            return _BY_NAME[named.lower()]
    if entry_type == "book" and is_edited:
        return _BY_NAME["edited book"]
    return _BY_NAME[_WRITTEN.get(entry_type, "Generic").lower()]


# The words for a thesis that say its type and nothing else.
THESES = {"phdthesis": "Ph.D. thesis", "mastersthesis": "Master's thesis"}
