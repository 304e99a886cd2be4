"""The elements of PubMed XML and MEDLINE's tags for them, in the order of NLM's DTD.

https://dtd.nlm.nih.gov/ncbi/pubmed/doc/out/190101/index.html; what each holds:
https://www.nlm.nih.gov/bsd/licensee/elements_descriptions.html
"""

from __future__ import annotations

from collections.abc import Iterator

from citekit.exchange.pubmed.said import Said
from citekit.readers.pubmed_xml import parts, people
from citekit.readers.pubmed_xml.walk import Table, walk
from citekit.readers.xml import Element

_IDENTIFIERS: Table = {"ArticleId": parts.article_id}
_KEYWORDS: Table = {"Keyword": parts.keyword}
_GRANTS: Table = {"Grant": parts.grant}
_TYPES: Table = {"PublicationType": "PT"}

JOURNAL: Table = {
    "ISSN": parts.issn,
    "JournalIssue": {"Volume": "VI", "Issue": "IP", "PubDate": parts.issue_date},
    "Title": "JT",
    "ISOAbbreviation": "TA",
}

ARTICLE: Table = {
    "Journal": JOURNAL,
    "ArticleTitle": "TI",
    "Pagination": parts.pagination,
    "ELocationID": parts.location,
    "Abstract": parts.abstract,
    "AuthorList": people.authors,
    "Language": "LA",
    "DataBankList": {"DataBank": parts.databank},
    "GrantList": _GRANTS,
    "PublicationTypeList": _TYPES,
    "VernacularTitle": "TT",
    "ArticleDate": parts.electronic_date,
}

CITATION: Table = {
    "PMID": "PMID",
    "DateCreated": "",
    "DateCompleted": "",
    "DateRevised": "",
    "Article": ARTICLE,
    "MedlineJournalInfo": {
        "Country": "PL", "MedlineTA": "TA", "NlmUniqueID": "JID", "ISSNLinking": parts.linking_issn,
    },
    "ChemicalList": {"Chemical": parts.chemical},
    "SupplMeshList": {"SupplMeshName": "NM"},
    "CitationSubset": "",
    "CommentsCorrectionsList": {"CommentsCorrections": parts.comment},
    "GeneSymbolList": {"GeneSymbol": "GS"},
    "MeshHeadingList": {"MeshHeading": parts.heading},
    "NumberOfReferences": "RF",
    "PersonalNameSubjectList": people.subjects,
    "OtherID": parts.other_id,
    "OtherAbstract": parts.other_abstract,
    "KeywordList": _KEYWORDS,
    "CoiStatement": "COIS",
    "SpaceFlightMission": "SFM",
    "InvestigatorList": people.investigators,
    "GeneralNote": "GN",
}  # fmt: skip

# The references of the article (ReferenceList) have identifiers, too, which are not its own.
PUBMED_DATA: Table = {
    "History": "", "PublicationStatus": "", "ArticleIdList": _IDENTIFIERS, "ObjectList": "", "ReferenceList": "",
}  # fmt: skip

PUBMED_ARTICLE: Table = {"MedlineCitation": CITATION, "PubmedData": PUBMED_DATA}

BOOK: Table = {
    "Publisher": {"PublisherName": "PB", "PublisherLocation": "PL"},
    "BookTitle": "BTI",
    "PubDate": parts.issue_date,
    "BeginningDate": parts.named_date,
    "EndingDate": parts.named_date,
    "AuthorList": people.authors,
    "InvestigatorList": people.investigators,
    "Volume": "VI",
    "VolumeTitle": "VTI",
    "Edition": "EN",
    "CollectionTitle": "CTI",
    "Isbn": "ISBN",
    "ELocationID": parts.location,
    "Medium": "pubmed-medium",
    "ReportNumber": "pubmed-reportnumber",
}

_AROUND_A_CHAPTER: Table = {**BOOK, "AuthorList": people.book_authors}

DOCUMENT: Table = {
    "PMID": "PMID",
    "ArticleIdList": _IDENTIFIERS,
    "Book": BOOK,
    "LocationLabel": parts.label,
    "ArticleTitle": "TI",
    "VernacularTitle": "TT",
    "Pagination": parts.pagination,
    "Language": "LA",
    "AuthorList": people.authors,
    "InvestigatorList": people.investigators,
    "PublicationType": "PT",
    "Abstract": parts.abstract,
    "Sections": parts.sections,
    "KeywordList": _KEYWORDS,
    "ContributionDate": parts.contribution_date,
    "DateRevised": "",
    "CitationString": "",
    "GrantList": _GRANTS,
    "ItemList": "",
    "ReferenceList": "",
}

_A_CHAPTER: Table = {**DOCUMENT, "Book": _AROUND_A_CHAPTER}


def document(element: Element) -> Iterator[Said]:
    """A book, or a chapter; a chapter with authors of its own leaves the book to its authors."""
    own = any(each.attribute("Type") != "editors" for each in element.children("AuthorList"))
    yield from walk(element, _A_CHAPTER if own and element.first("ArticleTitle") else DOCUMENT)


BOOK_ARTICLE: Table = {"BookDocument": document, "PubmedBookData": PUBMED_DATA}

# Record element → what is in it.
RECORDS: dict[str, Table] = {
    "PubmedArticle": PUBMED_ARTICLE,
    "PubmedBookArticle": BOOK_ARTICLE,
    "MedlineCitation": CITATION,
}
