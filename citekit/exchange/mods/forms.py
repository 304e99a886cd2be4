"""The genres by which MODS and those who write it tell the type of a work, and our entry types.

Lists of genres: https://www.loc.gov/standards/valuelist/marcgt.html, bibutils' own, and Zotero's item types.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Form:
    """How a type of ours is written: `resource` is the type of resource, `genres` (authority, term) those of the work, `host` those of
    what holds it. Authorities: `marcgt` is MARC's list (https://www.loc.gov/standards/valuelist/marcgt.html), `bibutilsgt`
    bibutils' own, `local` has Zotero's item types."""

    resource: str
    genres: tuple[tuple[str, str], ...]
    host: tuple[tuple[str, str], ...] = ()
    issuance: str = "monographic"


_JOURNAL = (("marcgt", "periodical"), ("bibutilsgt", "academic journal"))
_TEXT, _STILL, _MOVING, _SOFTWARE = "text", "still image", "moving image", "software, multimedia"

FORMS: Mapping[str, Form] = {
    "article": Form(_TEXT, (("bibutilsgt", "journal article"), ("local", "journalArticle")), _JOURNAL, ""),
    "review": Form(_TEXT, (("marcgt", "review"), ("local", "journalArticle")), _JOURNAL, ""),
    "book": Form(_TEXT, (("marcgt", "book"), ("local", "book"))),
    "collection": Form(_TEXT, (("bibutilsgt", "collection"), ("marcgt", "book"), ("local", "book"))),
    "booklet": Form(_TEXT, (("bibutilsgt", "pamphlet"), ("local", "book"))),
    "reference": Form(_TEXT, (("marcgt", "encyclopedia"), ("local", "book"))),
    "incollection": Form(
        _TEXT, (("bibutilsgt", "book chapter"), ("local", "bookSection")), (("bibutilsgt", "collection"),)
    ),
    "inbook": Form(_TEXT, (("bibutilsgt", "book chapter"), ("local", "bookSection")), (("marcgt", "book"),)),
    "inreference": Form(_TEXT, (("local", "encyclopediaArticle"),), (("marcgt", "encyclopedia"),)),
    "inproceedings": Form(
        _TEXT,
        (("bibutilsgt", "conference paper"), ("local", "conferencePaper")),
        (("marcgt", "conference publication"),),
    ),
    "proceedings": Form(_TEXT, (("marcgt", "conference publication"), ("local", "book"))),
    "phdthesis": Form(_TEXT, (("bibutilsgt", "Ph.D. thesis"), ("marcgt", "thesis"), ("local", "thesis"))),
    "mastersthesis": Form(_TEXT, (("bibutilsgt", "Masters thesis"), ("marcgt", "thesis"), ("local", "thesis"))),
    "thesis": Form(_TEXT, (("marcgt", "thesis"), ("local", "thesis"))),
    "techreport": Form(_TEXT, (("marcgt", "technical report"), ("local", "report"))),
    "manual": Form(_TEXT, (("marcgt", "handbook"), ("local", "report"))),
    "unpublished": Form(_TEXT, (("bibutilsgt", "unpublished"), ("local", "manuscript"))),
    "online": Form(_TEXT, (("marcgt", "web site"), ("local", "webpage")), (("marcgt", "web site"),), ""),
    "dataset": Form(_SOFTWARE, (("local", "dataset"), ("marcgt", "numeric data"))),
    "software": Form(_SOFTWARE, (("bibutilsgt", "computer program"), ("local", "computerProgram"))),
    "patent": Form(_TEXT, (("marcgt", "patent"), ("local", "patent"))),
    "periodical": Form(_TEXT, (("marcgt", "periodical"),), (), "continuing"),
    "artwork": Form(_STILL, (("marcgt", "art original"), ("local", "artwork"))),
    "audio": Form("sound recording", (("local", "audioRecording"),)),
    "music": Form("sound recording-musical", (("local", "audioRecording"),)),
    "video": Form(_MOVING, (("marcgt", "videorecording"), ("local", "videoRecording"))),
    "movie": Form(_MOVING, (("marcgt", "motion picture"), ("local", "film"))),
    "image": Form(_STILL, (("marcgt", "graphic"), ("local", "artwork"))),
    "legislation": Form(_TEXT, (("marcgt", "legislation"), ("local", "statute"))),
    "jurisdiction": Form(_TEXT, (("marcgt", "legal case and case notes"), ("local", "case"))),
    "legal": Form(_TEXT, (("bibutilsgt", "hearing"), ("local", "hearing"))),
    "letter": Form(_TEXT, (("marcgt", "letter"), ("local", "letter"))),
    "performance": Form(_TEXT, (("local", "presentation"),)),
    "standard": Form(_TEXT, (("marcgt", "standard or specification"), ("local", "standard"))),
    "misc": Form(_TEXT, (("local", "document"),), (), ""),
}
# biblatex's `entrysubtype` of an article: genres of the article, and of what holds it.
SUBTYPES: Mapping[str, Form] = {
    "newspaper": Form(
        _TEXT, (("bibutilsgt", "newspaper article"), ("local", "newspaperArticle")), (("marcgt", "newspaper"),), ""
    ),
    "magazine": Form(
        _TEXT, (("bibutilsgt", "magazine article"), ("local", "magazineArticle")), (("bibutilsgt", "magazine"),), ""
    ),
}
_ALIKE = {
    "conference": "inproceedings", "report": "techreport", "electronic": "online", "www": "online", "mvbook": "book",
    "mvcollection": "collection", "mvproceedings": "proceedings", "mvreference": "reference", "suppbook": "inbook", "suppperiodical": "article",
}  # fmt: skip
OWN_TYPE = "bibtex"
"""The authority of a genre that is one of our entry types; written where the others would not give it back."""


def form_of(entry_type: str, subtype: str = "") -> Form:
    if entry_type == "article" and subtype in SUBTYPES:
        return SUBTYPES[subtype]
    return FORMS.get(_ALIKE.get(entry_type, entry_type), FORMS["misc"])


# Genres of a work by themselves, in lower case: those above, then others of MARC's list, Zotero's item types, and what people write.
_GENRES: dict[str, str] = {term.lower(): ours for ours, form in reversed(list(FORMS.items())) for _, term in form.genres} | {
    "book": "book", "thesis": "thesis", "journalarticle": "article", "artwork": "artwork", "audiorecording": "audio", "report": "techreport",
    "article": "article", "academic journal": "article", "magazine article": "article", "newspaper article": "article",
    "magazinearticle": "article", "newspaperarticle": "article", "research article": "article", "review article": "article",
    "book chapter": "incollection", "chapter": "incollection", "booksection": "incollection", "book section": "incollection",
    "essay": "incollection", "conference proceedings": "proceedings", "proceedings": "proceedings", "conference": "inproceedings",
    "conferencepaper": "inproceedings", "dictionary": "reference", "dictionaryentry": "inreference", "theses": "thesis",
    "dissertation": "phdthesis", "doctoral thesis": "phdthesis", "phd thesis": "phdthesis", "doctoral dissertation": "phdthesis",
    "habilitation thesis": "thesis", "licentiate thesis": "thesis", "diploma thesis": "mastersthesis", "master's thesis": "mastersthesis",
    "master thesis": "mastersthesis", "bachelor thesis": "thesis", "working paper": "techreport", "research report": "techreport",
    "manuscript": "unpublished", "preprint": "article", "blogpost": "online", "forumpost": "online", "webpage": "online",
    "web page": "online", "website": "online", "electronic": "online", "internet resource": "online", "data set": "dataset",
    "computerprogram": "software", "software": "software", "newspaper": "periodical", "magazine": "periodical", "journal": "periodical",
    "serial": "periodical", "art reproduction": "artwork", "picture": "image", "photograph": "image", "photographs": "image",
    "map": "image", "chart": "image", "slide": "image", "technical drawing": "image", "podcast": "audio", "sound": "audio",
    "radiobroadcast": "audio", "tvbroadcast": "video", "film": "movie", "bill": "legislation", "statute": "legislation", "case": "jurisdiction",
    "law report or digest": "legal", "email": "letter", "e-mail communication": "letter", "instantmessage": "letter",
    "presentation": "performance", "technical report": "techreport", "interview": "misc", "speech": "performance",
}  # fmt: skip

# Genres of what holds the work.
_HOSTS = {
    "periodical": "article", "academic journal": "article", "journal": "article", "magazine": "article", "newspaper": "article",
    "serial": "article", "article": "article", "journal article": "article", "book": "incollection", "collection": "incollection",
    "conference publication": "inproceedings", "conference proceedings": "inproceedings", "proceedings": "inproceedings",
    "encyclopedia": "inreference", "dictionary": "inreference", "web site": "online", "website": "online",
}  # fmt: skip
_NEWS = {"newspaper": "newspaper", "newspaper article": "newspaper", "newspaperarticle": "newspaper", "magazine": "magazine",
         "magazine article": "magazine", "magazinearticle": "magazine"}  # fmt: skip

# https://www.loc.gov/standards/mods/userguide/typeofresource.html, for works that say nothing else.
_RESOURCES = {
    "cartographic": "image", "notated music": "music", "sound recording-musical": "music", "sound recording-nonmusical": "audio",
    "sound recording": "audio", "audio": "audio", "still image": "image", "moving image": "video", "three dimensional object": "artwork",
    "software, multimedia": "software", "dataset": "dataset", "artifact": "artwork",
}  # fmt: skip
_IN_A_WORK = {"book": "incollection", "collection": "incollection", "proceedings": "inproceedings", "periodical": "article",
              "reference": "inreference"}  # fmt: skip


def known_genre(term: str) -> bool:
    """Is this genre one that says a type?"""
    return term.lower() in _GENRES or term.lower() in _NEWS


def subtype_of(genres: tuple[str, ...], host: tuple[str, ...]) -> str:
    """`newspaper` or `magazine` for an article in one."""
    return next((_NEWS[term.lower()] for term in (*genres, *host) if term.lower() in _NEWS), "")


def type_of(
    genres: tuple[str, ...],
    host: tuple[str, ...] | None,
    *,
    resource: str = "",
    issuance: str = "",
    serial: bool = False,
) -> str:
    """Our type for a work of these genres. `host` are those of what holds it, None when nothing does; `serial` says that it comes out in
    volumes and issues. A genre of a whole work, when it is held by another, means its part: an article of the genre `periodical`."""
    own = next((found for term in genres if (found := _GENRES.get(term.lower()))), "")
    if host is None:
        return own or _whole(resource, issuance)
    inside = next((found for term in host if (found := _HOSTS.get(term.lower()))), "")
    own = _IN_A_WORK.get(own, own) or ("article" if serial else "")
    if own in ("", "article", "incollection") and inside:
        return inside if own != "article" or inside == "article" else own
    return own or (
        "incollection" if issuance == "monographic" else "article" if resource in ("", "text") else _whole(resource, "")
    )


def _whole(resource: str, issuance: str) -> str:
    known = _RESOURCES.get(resource.lower(), "")
    if known:
        return known
    return (
        "periodical" if issuance in ("continuing", "serial", "integrating resource") else "book" if issuance else "misc"
    )
