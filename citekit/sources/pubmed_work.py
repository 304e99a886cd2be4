"""A work as PubMed and PubMed Central describe it: a document summary of E-utilities → `Work`.

Shape of the records: `esummary.fcgi?db=pubmed&retmode=json` (https://www.ncbi.nlm.nih.gov/books/NBK25499/#chapter4.ESummary).
"""

from __future__ import annotations

import re

from citekit.sources.reading import Record, day, person, record, records, text, texts, years
from citekit.sources.work import Notice, Work
from citekit.values.identifier_forms import bare_pmcid, bare_pmid
from citekit.values.identifiers import doi as bare_doi
from citekit.values.names import Names

# All that is kept of a summary.
FIELDS = (
    "uid", "pubdate", "epubdate", "printpubdate", "source", "authors", "title", "volume", "issue", "pages", "issn", "essn", "pubtype",
    "articleids", "references", "fulljournalname", "elocationid", "doctype", "booktitle", "publishername", "vernaculartitle",
)  # fmt: skip

# Publication types (https://www.nlm.nih.gov/mesh/pubtypes.html) that are not an article in a journal.
_TYPES = {
    "Preprint": "posted-content",
    "Dataset": "dataset",
    "Academic Dissertation": "dissertation",
    "Technical Report": "report",
}
# `doctype`; everything else is a `citation`.
_DOCUMENTS = {"book": "book", "chapter": "book-chapter"}

# Comments and corrections (https://www.nlm.nih.gov/bsd/mms/medlineelements.html#cc) that say what became of a work.
_NOTICES = {
    "Erratum in": "erratum",
    "Expression of concern in": "expression_of_concern",
    "Partial retraction in": "partial_retraction",
    "Retraction in": "retraction",
    "Retracted and republished in": "retraction",
}
_PLACE = re.compile(r"\s+\([A-Z][^()]*\)$")  # Science (New York, N.Y.)


def parse_work(summary: object) -> Work | None:
    """Reads one summary. Never raises: what is missing or of an unexpected type is absent. `None` when it names neither work nor number.

    `doi` is empty where the record has none.
    """
    said = record(summary)
    numbers = {text(item.get("idtype")): text(item.get("value")) for item in records(said.get("articleids"))}
    doi = bare_doi(numbers.get("doi", "")) or bare_doi(text(said.get("elocationid")))
    title, original = _titles(said)
    pmid = bare_pmid(numbers.get("pubmed", "") or numbers.get("pmid", ""))
    pmcid = bare_pmcid(numbers.get("pmc", "")) or bare_pmcid(
        numbers.get("pmcid", "").partition(";")[0].removeprefix("pmc-id:")
    )
    if not (title or doi or pmid or pmcid):
        return None
    journal, book = text(said.get("fulljournalname")), text(said.get("booktitle"))
    issued = day(said.get("pubdate"))
    address = f"https://pubmed.ncbi.nlm.nih.gov/{pmid}/" if pmid else f"https://pmc.ncbi.nlm.nih.gov/articles/{pmcid}/"
    return Work(
        doi,
        _type(said),
        title,
        original_titles=original,
        authors=_people(said, is_editor=False),
        editors=_people(said, is_editor=True),
        containers=texts(book) if book else texts(_PLACE.sub("", journal), journal),
        short_containers=texts(said.get("source")),
        years=years(issued, day(said.get("epubdate")), day(said.get("printpubdate"))),
        issued=issued,
        volume=text(said.get("volume")),
        issue=text(said.get("issue")),
        pages=text(said.get("pages")),
        publisher=text(said.get("publishername")),
        issn=texts(said.get("issn"), said.get("essn")),
        pmid=pmid,
        pmcid=pmcid,
        url=address if pmid or pmcid else "",
        updated_by=_notices(said, doi),
        source="PubMed",
    )


def _type(said: Record) -> str:
    kinds = [_TYPES[kind] for kind in _publication_types(said) if kind in _TYPES]
    return kinds[0] if kinds else _DOCUMENTS.get(text(said.get("doctype")), "journal-article")


def _publication_types(said: Record) -> tuple[str, ...]:
    kinds = said.get("pubtype")
    return texts(*kinds) if isinstance(kinds, list) else ()


def _titles(said: Record) -> tuple[str, tuple[str, ...]]:
    """The title without the full stop PubMed puts there; in brackets it is a translation, `[Cherubism in a family].`"""
    title = text(said.get("title"))
    if title.endswith(".") and not title.endswith(".."):
        title = title[:-1]
    if title.startswith("[") and title.endswith("]"):
        title = title[1:-1]
    return title, texts(text(said.get("vernaculartitle")).removesuffix("."))


def _people(said: Record, *, is_editor: bool) -> Names:
    """`[{"name": "Aksentijevich I", "authtype": "Author"}, {"name": "TODAY Study Group", "authtype": "CollectiveName"}]`"""
    chosen = [item for item in records(said.get("authors")) if (text(item.get("authtype")) == "Editor") == is_editor]
    people = (person(text(one.get("name")), is_group=text(one.get("authtype")) == "CollectiveName") for one in chosen)
    return Names(tuple(one for one in people if one))


def _notices(said: Record, doi: str) -> tuple[Notice, ...]:
    """Under the work's own DOI: the summary knows only the PMID of the notice."""
    kinds = [_NOTICES.get(text(item.get("reftype")), "") for item in records(said.get("references"))]
    if "Retracted Publication" in _publication_types(said):
        kinds.append("retraction")
    return tuple(Notice(kind, doi) for kind in dict.fromkeys(kinds) if kind)
