"""What databases call a record's fields and types, and what we call them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from citekit.vocabulary import ALIASES

# What records say (in lower case, with `_` for any other mark) → our name. CSL-JSON's, PubMed's and EndNote's words among them.
NAMES: Mapping[str, str] = {
    **ALIASES,
    "authors": "author", "creator": "author", "creators": "author", "editors": "editor", "translators": "translator",
    "primary_title": "title", "document_title": "title", "article_title": "title",
    "journal_title": "container", "journal_name": "container", "book_title": "container", "container_title": "container",
    "secondary_title": "container", "publication_title": "container",
    "container_title_short": "container_short", "journal_abbreviation": "container_short",
    "issue": "number", "page": "pages", "publication_year": "year", "issued": "date", "publication_date": "date",
    "publisher_place": "address", "language_code": "language", "keyword": "keywords", "pubmed_id": "pmid",
}  # fmt: skip

# What records say → BibTeX's type. What is not here is a type's name already.
TYPES: Mapping[str, str] = {
    "journal_article": "article", "article_journal": "article", "jour": "article", "review": "article",
    "magazine_article": "article", "article_magazine": "article", "newspaper_article": "article", "article_newspaper": "article",
    "book_chapter": "incollection", "book_section": "incollection", "chapter": "incollection",
    "conference_paper": "inproceedings", "proceedings_article": "inproceedings", "paper_conference": "inproceedings",
    "conference_proceedings": "proceedings", "dissertation": "phdthesis", "thesis": "phdthesis",
    "report": "techreport", "preprint": "unpublished", "posted_content": "unpublished",
    "web_page": "online", "webpage": "online",
}  # fmt: skip

MARKS = re.compile(r"[\W_]+")
_NO_NAME = re.compile(r"""[\s=,;{}()"#@%\\]+""")  # what no BibTeX field's name may hold


@lru_cache(maxsize=10_000)
def known(name: str) -> str:
    """Our name for a name in a record; one that nobody knows stays as it is, as far as a field can be called so."""
    bare = MARKS.sub("_", name.strip().lower()).strip("_")
    if bare in NAMES or bare in _OURS:
        return NAMES.get(bare, bare)
    return _NO_NAME.sub("_", name.strip()) or "unnamed"


_OURS = frozenset(
    """
    abstract author container date day doi editor id isbn issn key language month note number pages pmcid pmid publisher title
    translator type url volume year
    """.split()
)
