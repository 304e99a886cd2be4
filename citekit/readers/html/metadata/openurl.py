"""COinS: an OpenURL in the title of a `<span class="Z3988">`, as catalogues, Wikipedia and Zotero write them.

Keys: the KEV formats for journals, books and dissertations of ANSI/NISO Z39.88-2004, and Zotero's `dc`.
"""

from __future__ import annotations

from urllib.parse import parse_qsl

from citekit.readers.described import Described, Said, described
from citekit.values.identifiers import doi
from citekit.values.names import parse_person, same_person

_GENRES = {"bookitem": "incollection", "proceeding": "inproceedings", "conference": "inproceedings", "report": "techreport",
           "article": "article", "dissertation": "phdthesis", "preprint": "misc"}  # fmt: skip
_HEADINGS = {"volume": "volume", "issue": "number", "pages": "pages", "spage": "first", "epage": "last", "artnum": "pages",
             "stitle": "container_short", "series": "series", "edition": "edition", "pub": "publisher", "place": "address",
             "issn": "issn", "eissn": "issn", "isbn": "isbn", "date": "date", "inst": "school", "publisher": "publisher"}  # fmt: skip


def read(openurl: str, line: int = 0) -> Described | None:
    """The work that a COinS names. None when it names none: then the text beside it has to be read."""
    rft: dict[str, list[str]] = {}
    for key, value in _pairs(openurl):
        rft.setdefault(key.lower().removeprefix("rft."), []).append(value)
    form = rft.get("rft_val_fmt", [""])[0].rpartition(":")[2]
    said: Said = {}
    for key, heading in _HEADINGS.items():
        if key in rft:
            said.setdefault(heading, []).extend(rft[key])
    said["author"] = _authors(rft)
    _identify(said, [*rft.get("rft_id", []), *rft.get("identifier", [])])
    kind = _name(said, rft, form)
    if form != "dissertation" and kind not in ("phdthesis", "mastersthesis"):
        said.pop("school", None)
    if kind == "online" or "doi" in said:
        said.pop("container_short", None)
    return described(kind, said, openurl, line)


def _pairs(openurl: str) -> list[tuple[str, str]]:
    try:
        return parse_qsl(openurl, errors="strict")
    except UnicodeDecodeError:
        return parse_qsl(openurl, encoding="latin-1")


def _authors(rft: dict[str, list[str]]) -> list[str]:
    """`aulast` with `aufirst` names the first author. Zotero gives that author again among the `au`, Wikipedia does not."""
    names = [*rft.get("au", []), *rft.get("creator", [])]
    if "aulast" in rft:
        given = rft.get("aufirst") or rft.get("auinit") or [""]
        first = f"{rft['aulast'][0]}, {given[0]}".rstrip(", ")
        if not any(same_person(parse_person(first), parse_person(name)) for name in names[:1]):
            names.insert(0, first)
    return names or rft.get("aucorp", [])


def _identify(said: Said, ids: list[str]) -> None:
    """`info:doi/10.1000/x`, `info:pmid/123`, `https://example.org/`."""
    for text in ids:
        if text.startswith("info:pmid/"):
            said["pmid"] = [text.rpartition("/")[2]]
        elif text.startswith(("info:pmc/", "info:pmcid/")):
            said["pmcid"] = [text.rpartition("/")[2]]
        elif text.lower().startswith("info:arxiv/") or "arxiv.org/abs/" in text.lower():
            said |= {"eprint": [text.rpartition("abs/" if "abs/" in text else "/")[2]], "eprinttype": ["arxiv"]}
        elif doi(text):
            said["doi"] = [text]
        elif text.startswith(("http://", "https://")):
            said.setdefault("url", []).append(text)


def _name(said: Said, rft: dict[str, list[str]], form: str) -> str:
    """Sets the title and what the work stands in; returns the entry type, `""` where what is there has to tell."""
    genre = rft.get("genre", [""])[0].lower()
    part = rft.get("atitle", [])
    if form == "dissertation":
        said["title"] = rft.get("title", [])
        return "mastersthesis" if "master" in " ".join(rft.get("degree", [])).lower() else "phdthesis"
    if form == "book" or "btitle" in rft:
        whole = rft.get("btitle", []) or rft.get("title", [])
        said |= {"title": part, "book": whole} if part else {"title": whole}
        if part:
            return "inproceedings" if genre in ("proceeding", "conference") else "incollection"
        return "techreport" if genre == "report" else "book"
    if form == "dc":
        said["title"] = rft.get("title", [])
        said["journal"] = rft.get("source", [])
        return "online" if not said["journal"] and "url" in said else ""
    journal = rft.get("jtitle", []) or (rft.get("title", []) if part else [])
    said["title"] = part or rft.get("title", [])
    if genre == "unknown" and "url" in said and not said.keys() & {"volume", "number", "pages", "first"}:
        said["howpublished"] = journal
        return "online"
    said["conference" if genre in ("proceeding", "conference") else "journal"] = journal
    return _GENRES.get(genre, "") if journal else ""
