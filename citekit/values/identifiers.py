"""DOIs, and the numbers of PubMed, PubMed Central, arXiv, books and serials."""

from __future__ import annotations

import re

# DOI handbook §2.2: prefix `10.` + registrant, slash, any printing characters. Trailing punctuation is the sentence's.
_DOI = re.compile(r"10\.\d{4,9}(?:\.\d+)*/[^\s\"“”]+", re.IGNORECASE)
# The shape of most, with nothing in it that could be glued behind; the shorter way.
_PLAIN_DOI = re.compile(r"10\.\d{4,9}/[A-Za-z0-9_-]+(?:\.(?!url|pmid|pmcid|epub|pubmed)[A-Za-z0-9_-]+)*", re.IGNORECASE)
_TAIL = ".,;:'’”\"*([{<"
_PAIRS = {")": "(", "]": "[", ">": "<", "}": "{"}
# What comes straight behind a DOI without a space: `.PMID:20847271`, `.URL`, `[doi]`, `[arXiv:1309.3610`, `,hep-th/0603001`
_GLUED = re.compile(
    r"[.,;](?:URL|PMID|PMCID|Epub|PubMed)(?![a-z])|[.,;]?(?:PMC?ID:|https?:)|\[(?:doi|pii|arXiv|hep-|PubMed)|,(?=[A-Za-z]{2})",
    re.IGNORECASE,
)


def doi(text: str) -> str:
    """The first DOI in a text, bare: no `doi:`, no resolver, no punctuation after it. `""` when there is none.

    Case is kept as written (DOIs do not depend on case; see `same_doi`). SICI-style DOIs with `<`, `>`, `(`, `;` inside
    stay whole: a closing bracket goes only when it was not opened inside the DOI.
    """
    if _PLAIN_DOI.fullmatch(text):
        return text
    found = _DOI.search(text) if "10." in text else None
    if not found:
        return ""
    name = found[0]
    glued = _GLUED.search(name)
    if glued:
        name = name[: glued.start()]
    while name and (name[-1] in _TAIL or (name[-1] in _PAIRS and name.count(name[-1]) > name.count(_PAIRS[name[-1]]))):
        name = name[:-1]
    return name


def fold_doi(text: str) -> str:
    """The DOI as we compare it: bare and in lower case."""
    return doi(text).lower()


def same_doi(a: str, b: str) -> bool:
    """Do both texts name the same, existing DOI?"""
    return bool(fold_doi(a)) and fold_doi(a) == fold_doi(b)


_PMID = re.compile(r"\b(?:pmid|pubmed)\b[:\s]*(\d{4,9})\b", re.IGNORECASE)  # PMID: 19762550, pmid:19762550
_PMCID = re.compile(r"\bPMC(?:ID)?:?\s?(?:PMC)?(\d{4,9})\b", re.IGNORECASE)  # PMC3341616, PMCID: PMC3341616
_ISBN = re.compile(r"\bISBN(?:-1[03])?:?\s*((?:97[89][-\s]?)?\d[\d\s-]{7,14}[\dX])\b", re.IGNORECASE)
_ISSN = re.compile(r"\be?-?ISSN:?\s*(\d{4}-?\d{3}[\dX])\b", re.IGNORECASE)


def pmid(text: str) -> str:
    """The PubMed number that a text names as such, else `""`."""
    found = _PMID.search(text)
    return found[1] if found else ""


def pmcid(text: str) -> str:
    """The number of PubMed Central with its `PMC`, else `""`."""
    found = _PMCID.search(text)
    return f"PMC{found[1]}" if found else ""


def isbn(text: str) -> str:
    """The ISBN behind the word, as it is written: `978-90-04-13899-5`, else `""`."""
    found = _ISBN.search(text)
    return found[1].strip() if found else ""


def issn(text: str) -> str:
    """The ISSN behind the word, else `""`."""
    found = _ISSN.search(text)
    return found[1] if found else ""


# arXiv's own description of its identifiers (arxiv.org/help/arxiv_identifier): `1706.03762v5 [cs.CL]`, before April 2007 `hep-th/0603001`.
_ARCHIVES = (
    r"astro-ph|cond-mat|gr-qc|hep-(?:ex|lat|ph|th)|math-ph|nlin|nucl-(?:ex|th)|physics|quant-ph|math|cs|q-bio|stat"
)
_ARXIV = re.compile(
    rf"(?:\barXiv(?:\s?:\s?|\.org/(?:abs|pdf)/|\s+(?:e-?print|preprint)?\s*)(?:arXiv:\s?)?|\b(?:CoRR,?\s+)?abs/)"
    rf"(?P<new>\d{{4}}\.\d{{4,5}}(?:v\d+)?)(?:\s?\[\s?(?P<class>[a-z-]+(?:\.[A-Z]{{2}})?)\s?\])?"
    rf"|\b(?P<old>(?:{_ARCHIVES})(?:\.[A-Z]{{2}})?/\d{{7}}(?:v\d+)?)\b",
    re.IGNORECASE,
)


def arxiv(text: str) -> tuple[str, str]:
    """The arXiv number a text names, and its class: `("1706.03762v5", "cs.CL")`; both `""` when there is none."""
    found = _ARXIV.search(text)
    return (found["new"] or found["old"], found["class"] or "") if found else ("", "")
