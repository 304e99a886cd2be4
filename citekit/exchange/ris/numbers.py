"""Numbers in RIS: those of databases, of PubMed, of books, serials, reports and patents."""

from __future__ import annotations

import re

from citekit.exchange.tags.collected import Collected, Said
from citekit.exchange.tags.numbers import standard_numbers
from citekit.values import identifiers
from citekit.values.blanks import one_line
from citekit.values.identifier_forms import bare_arxiv, bare_pmcid, identifier
from citekit.values.markup import plain
from citekit.values.standard_numbers import is_standard


def user(collected: Collected, name: str, said: Said) -> None:
    """PubMed Central's `U1  - 26957754[pmid]`, `U2  - PMC4756000[pmcid]`, EndNote's `C2  - PMC4756000`."""
    for each in said:
        value, _, what = one_line(each.text).rstrip("]").partition("[")
        if what == "pmid" and value.isdecimal():
            collected.put("pmid", value, each)
        elif (what == "pmcid" or each.name == "C2") and each.text.startswith("PMC") and (number := bare_pmcid(value)):
            collected.put("pmcid", number, each)
        else:
            collected.keep(each)


_OF_PUBMED = re.compile(r"pubmed|medline|\bnlm\b", re.IGNORECASE)
_ARXIV = re.compile(r"arxiv:", re.IGNORECASE)


def accession(collected: Collected, name: str, said: Said) -> None:
    """The number in a database: PubMed's, PubMed Central's and arXiv's are fields; any other is kept with the database."""
    in_pubmed = any(each.name != "AN" and _OF_PUBMED.search(each.text) for each in said)
    known = False
    for each in sorted(said, key=lambda each: each.name != "AN"):
        number = one_line(each.text)
        found = identifier(number, "pmid" if in_pubmed else None) if each.name == "AN" else None
        if found and found.kind in ("pmid", "pmcid"):
            collected.put(found.kind, found.value, each)
            known = True
        elif each.name == "AN" and _ARXIV.match(number) and bare_arxiv(number):
            collected.put("eprint", bare_arxiv(number), each)
            collected.put("eprinttype", "arxiv", each)
            collected.put("eprintclass", identifiers.arxiv(number)[1], each)
        elif each.name == "AN" or not (known and _OF_PUBMED.fullmatch(number)):
            collected.keep(each)


def standard(collected: Collected, name: str, said: Said) -> None:
    """A report, a patent and a standard have their own number here, unless it is an ISBN or ISSN."""
    own = [each for each in said if collected.type in _NUMBERED and not is_standard(each.text)]
    standard_numbers(collected, name, [each for each in said if each not in own])
    for each in own:
        collected.put("number", plain(each.text), each)


_NUMBERED = ("techreport", "patent", "standard")
