"""The words of MODS (https://www.loc.gov/standards/mods/userguide/) and of those who write it, and what we call them."""

from __future__ import annotations

from collections.abc import Mapping

FORMAT = "mods"
PREFIX = "mods-"
NAMESPACE = "http://www.loc.gov/mods/v3"

# Identifiers by their type, in lower case (https://www.loc.gov/standards/sourcelist/standard-identifier.html, and as people write them).
IDENTIFIERS: Mapping[str, str] = {
    "doi": "doi", "isbn": "isbn", "issn": "issn", "eissn": "issn", "issn-l": "issn", "pmid": "pmid", "pubmed": "pmid", "pmc": "pmcid",
    "pmcid": "pmcid", "citekey": "key", "uri": "url", "url": "url", "arxiv": "eprint", "jstor": "eprint", "hdl": "eprint", "eid": "eid",
    "article number": "eid",
}  # fmt: skip
ARCHIVES = ("arxiv", "jstor", "hdl")

# Details of a part by their type, in lower case (https://www.loc.gov/standards/mods/userguide/part.html).
DETAILS: Mapping[str, str] = {
    "volume": "volume", "issue": "number", "number": "number", "report number": "number", "chapter": "chapter", "section": "chapter",
    "part": "part", "article number": "eid", "vol.": "volume", "vol": "volume", "no.": "number", "no": "number",
}  # fmt: skip

# Notes by their type (https://www.loc.gov/standards/mods/mods-notes.html).
NOTES: Mapping[str, str] = {
    "": "note", "annotation": "annotation", "version identification": "version", "venue": "venue", "publication status": "pubstate",
}  # fmt: skip

# Elements that hold nothing but a text, and our fields.
SIMPLE: Mapping[str, str] = {"abstract": "abstract", "tableOfContents": "mods-tableofcontents", "accessCondition": "copyright",
                             "targetAudience": "mods-targetaudience", "classification": "mods-classification"}  # fmt: skip

# What says how the record was made, or what the type is already made from.
BOOKKEEPING = frozenset(
    "recordInfo typeOfResource extension issuance form internetMediaType digitalOrigin reformattingQuality geographicCode".split()
)
