"""One identifier and nothing else, in the forms in which people write it: bare, with its name before it, as an address.

    10.1000/182   doi:10.1000/182   https://doi.org/10.1000%2F182   PMID: 19762550   https://pubmed.ncbi.nlm.nih.gov/19762550/
    PMC3341616   arXiv:1706.03762v5 [cs.CL]   https://arxiv.org/pdf/hep-th/9901001v2.pdf

What stands in the middle of other text is found by `citekit.values.identifiers`.
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from citekit.values.identifiers import ARCHIVES, doi, seen

Kind = Literal["doi", "pmid", "pmcid", "arxiv"]


class Identifier(NamedTuple):
    """`value` is bare: `10.1000/182`, `19762550`, `PMC3341616`, `1706.03762v5`. `class_` is arXiv's, where it was given."""

    kind: Kind
    value: str
    class_: str = ""


_WEB = r"(?:https?://)?(?:www\.)?"
_REST = r"(?:[/?#]\S*)?"
_PMID = re.compile(
    r"(?:(?:PMID|PubMed(?:\s?ID)?)\s?[:=#]?\s?"
    rf"|{_WEB}(?:pubmed\.ncbi\.nlm\.nih\.gov/|ncbi\.nlm\.nih\.gov/(?:m/)?pubmed/|europepmc\.org/(?:article|abstract)/med/)(?:\?term=)?"
    rf"|info:pmid/)(?P<number>\d{{1,8}}){_REST}",
    re.IGNORECASE,
)
_PMCID = re.compile(
    r"(?:(?:PMC\s?ID\s?[:=#]?\s?|info:pmc/)?PMC\s?:?\s?|PMC\s?ID\s?[:=#]\s?"
    rf"|{_WEB}(?:pmc\.ncbi\.nlm\.nih\.gov/articles/|ncbi\.nlm\.nih\.gov/(?:labs/)?pmc/articles/|europepmc\.org/articles?/(?:pmc/)?)PMC)"
    rf"(?P<number>\d{{1,9}})(?:\.\d{{1,3}})?{_REST}",
    re.IGNORECASE,
)
# Years 2007 to 2099 and months; five digits behind the dot since 2015 (arxiv.org/help/arxiv_identifier).
_ARXIV = re.compile(
    rf"(?:(?P<named>arXiv\s?[:/]?\s?(?:e-?print\s?:?\s?|preprint\s?:?\s?)?|{_WEB}(?:[a-z0-9-]+\.){{0,2}}(?:ar|alpha)xiv\.org/(?:abs|pdf|html|format)/))?"
    rf"(?P<number>(?:0[7-9]|1[0-4])(?:0[1-9]|1[0-2])\.\d{{4}}|(?:1[5-9]|[2-9]\d)(?:0[1-9]|1[0-2])\.\d{{5}}|(?:{ARCHIVES})(?:\.[A-Z]{{2}})?/\d{{7}})"
    r"(?P<version>v\d{1,3})?(?:\.pdf)?(?:[?#]\S*)?(?:\s?\[\s?(?P<class>[a-z-]+(?:\.[a-z]{2})?)\s?\])?",
    re.IGNORECASE,
)
_DOI = re.compile(
    r"(?:(?:DOI|digital object identifier)(?:\s?[:=])?\s?|info:doi/)*(?P<address>(?:https?://|www\.|(?:dx\.)?doi\.org/)[^\s\"]{0,200}?)?"
    r"10\.\d{4,9}(?:\.\d{1,9}){0,4}(?:/|%2F)\S+",
    re.IGNORECASE,
)
_AROUND = " \t\n\"'‘’“”«»`,;"
_BRACKETS = (("<", ">"), ("(", ")"), ("[", "]"), ("{", "}"))


def identifier(text: str, numbers: Kind | None = None) -> Identifier | None:
    """The identifier that a text is; `None` when it is none, or more than one. Quotes, brackets and a full stop around it may be there.

    `numbers` says what a bare number is (`pmid` or `pmcid`); without it a number is nothing.
    """
    text = _bared(text)
    if found := _PMCID.fullmatch(text):
        return Identifier("pmcid", f"PMC{_number(found)}")
    if found := _PMID.fullmatch(text):
        return Identifier("pmid", _number(found))
    if found := _ARXIV.fullmatch(text):
        return Identifier("arxiv", found["number"] + (found["version"] or "").lower(), found["class"] or "")
    if found := _DOI.fullmatch(text):
        name = doi(text)
        return Identifier("doi", name) if name and _is_all(name, text, is_address=bool(found["address"])) else None
    if numbers in ("pmid", "pmcid") and text.isascii() and text.isdigit() and len(text) <= 9 and text.strip("0"):
        return Identifier(numbers, ("PMC" if numbers == "pmcid" else "") + text.lstrip("0"))
    return None


def _is_all(name: str, text: str, is_address: bool) -> bool:
    """Is nothing but punctuation behind the DOI, or what an address has there?"""
    rest = text.rpartition(name)[2] if name in text else ""
    return not any(map(str.isalnum, rest)) or rest.lower() == "[doi]" or (is_address and rest[0] in "/?#&.v")


def bare_pmid(text: str) -> str:
    """The number in what stands in a `pmid` field: `19762550`, `PMID: 19762550`, an address of PubMed. `""` when it is none."""
    return _of_kind(text, "pmid")


def bare_pmcid(text: str) -> str:
    """`PMC3341616` from `PMC3341616`, `3341616`, `PMC3341616.2`, an address of PubMed Central; `""` when it is none."""
    return _of_kind(text, "pmcid")


def bare_arxiv(text: str) -> str:
    """`1706.03762v5` from itself, `arXiv:1706.03762v5 [cs.CL]`, an address of arXiv, or arXiv's DOI; `""` when it is none."""
    found = identifier(text)
    if found and found.kind == "doi" and (prefix := re.match(r"10\.48550/arxiv\.", found.value, re.IGNORECASE)):
        found = identifier(found.value[prefix.end() :])
    return found.value if found and found.kind == "arxiv" else ""


def fold_arxiv(number: str) -> str:
    """The number as we compare works: without version and subject class, `math.GT/0309136v1` → `math/0309136`."""
    return re.sub(r"v\d+$|\.[a-z]{2}(?=/)", "", number.lower())


def _of_kind(text: str, kind: Kind) -> str:
    found = identifier(text, kind)
    return found.value if found and found.kind == kind else ""


def _number(found: re.Match[str]) -> str:
    return found["number"].lstrip("0") or "0"


def _bared(text: str) -> str:
    """Without unseen characters, quotes and the punctuation of a list around it."""
    text = seen(text).strip(_AROUND)
    for opened, closed in _BRACKETS:
        if text.startswith(opened) and text.endswith(closed):
            text = text[1:-1].strip(_AROUND)
    return text.removesuffix(".")
