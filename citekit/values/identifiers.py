"""DOIs and PMIDs."""

from __future__ import annotations

import re

# DOI handbook §2.2: prefix `10.` + registrant, slash, any printing characters. Trailing punctuation is the sentence's.
_DOI = re.compile(r"10\.\d{4,9}(?:\.\d+)*/[^\s\"“”]+", re.IGNORECASE)
_TAIL = ".,;:'’”\"*"
_PAIRS = {")": "(", "]": "[", ">": "<", "}": "{"}


def doi(text: str) -> str:
    """The first DOI in a text, bare: no `doi:`, no resolver, no punctuation after it. `""` when there is none.

    Case is kept as written (DOIs do not depend on case; see `same_doi`). SICI-style DOIs with `<`, `>`, `(`, `;` inside
    stay whole: a closing bracket goes only when it was not opened inside the DOI.
    """
    found = _DOI.search(text)
    if not found:
        return ""
    name = found[0]
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


def pmid(text: str) -> str:
    """The PubMed number that a text names as such, else `""`."""
    found = _PMID.search(text)
    return found[1] if found else ""
