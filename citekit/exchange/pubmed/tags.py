"""The tags of PubMed's own display of a record (MEDLINE, `.nbib`) and what we call them.

The table of NLM, in its order: https://www.nlm.nih.gov/bsd/mms/medlineelements.html. Books have tags of their own:
https://www.ncbi.nlm.nih.gov/books/NBK3827/#pubmedhelp.MEDLINE_Display_Format
"""

from __future__ import annotations

from collections.abc import Mapping

FORMAT = "nbib"
PREFIX = "nbib-"
VERBATIM = "-"
"""The meaning of a tag that we have no field for: it becomes the field `nbib-<tag>`."""

# What is read together with other tags stands in brackets.
TAGS: Mapping[str, str] = {
    "AB": "abstract",
    "CI": "copyright",
    "AD": VERBATIM,
    "IRAD": VERBATIM,
    "AID": "(identifier)",
    "AU": "(people)",
    "AUID": VERBATIM,
    "FAU": "(people)",
    "BTI": "(title)",
    "CTI": "series",
    # comments and corrections, in the order of the table
    "CON": VERBATIM, "CIN": VERBATIM, "EIN": VERBATIM, "EFR": VERBATIM, "CRI": VERBATIM, "CRF": VERBATIM,
    "DDIN": VERBATIM, "DRIN": VERBATIM, "ECI": VERBATIM, "ECF": VERBATIM, "PRIN": VERBATIM, "PROF": VERBATIM,
    "RPI": VERBATIM, "RPF": VERBATIM, "RIN": VERBATIM, "ROF": VERBATIM, "RRI": VERBATIM, "RRF": VERBATIM,
    "SPIN": VERBATIM, "UIN": VERBATIM, "UOF": VERBATIM, "ORI": VERBATIM,
    "COIS": VERBATIM,
    "CN": "(people)",
    "CRDT": "",
    "DCOM": "",
    "DA": "",
    "LR": "",
    "DEP": "(date)",
    "DP": "(date)",
    "EN": "edition",
    "ED": "(people)",
    "FED": "(people)",
    "EDAT": "",
    "GS": VERBATIM,
    "GN": "note",
    "GR": VERBATIM,
    "IR": VERBATIM,
    "FIR": VERBATIM,
    "ISBN": "isbn",
    "IS": "(issn)",
    "IP": "number",
    "TA": "(journal)",
    "JT": "(journal)",
    "LA": "language",
    "LID": "(identifier)",
    "MID": VERBATIM,
    "MHDA": "",
    "MH": "(keywords)",
    "JID": VERBATIM,
    "RF": VERBATIM,
    "OAB": VERBATIM,
    "OABL": VERBATIM,
    "OCI": VERBATIM,
    "OID": VERBATIM,
    "OT": "(keywords)",
    "OTO": "",
    "OWN": "",
    "PG": "(pages)",
    "PS": VERBATIM,
    "FPS": VERBATIM,
    "PL": "address",
    "PHST": "",
    "PST": "",
    "PT": VERBATIM,
    "PUBM": "",
    "PMC": "pmcid",
    "PMCR": "",
    "PMID": "pmid",
    "RN": VERBATIM,
    "NM": VERBATIM,
    "SI": VERBATIM,
    "SO": "(source)",
    "SFM": VERBATIM,
    "STAT": "",
    "SB": "",
    "TI": "(title)",
    "TT": "(title)",
    "VI": "volume",
    "VTI": VERBATIM,
    # books
    "PB": "publisher",
    "CTDT": VERBATIM,
    "DRDT": "",
}  # fmt: skip

SEVERAL: Mapping[str, str] = {"isbn": ", ", "language": ", ", "note": "; ", "address": "; ", "copyright": " "}
"""What stands between the values of fields whose tag may stand several times; of other fields the first value counts."""

WHOLE = frozenset("COIS OAB OCI VTI CTDT DEP RF".split())
"""Verbatim tags that stand once, so that a semicolon in them is their own."""

ABOUT_ONE = frozenset("AD AUID IRAD".split())
"""Verbatim tags that stand behind a name: in the field each has the number of the name before it, `[2] Mayo Clinic`."""

NOTICES: Mapping[str, str] = {
    "EIN": "correction", "CRI": "correction", "ECI": "concern", "PRIN": "retraction", "RIN": "retraction", "RRI": "retraction",
}  # fmt: skip
"""Comments and corrections that say something of the work itself, and the field that holds their DOI."""

# The order in which PubMed writes them, without its bookkeeping; names stand with what belongs to them. Other tags come before MH.
NAMES = tuple("FED ED FAU AU CN AUID AD".split())
BEFORE = tuple("PMID IS ISBN VI IP PB DP TI BTI VTI CTI PG LID AB CI".split()) + NAMES + tuple(
    "LA SI GR PT TT CTDT DEP EN PL TA JT JID RN NM".split()
)  # fmt: skip
BEHIND = tuple("MH PMC MID OT COIS GN FIR IR IRAD AID SO".split())


def field_of(tag: str) -> str:
    """The name of the field that keeps a tag verbatim. Those of PubMed XML that MEDLINE has no tag for keep their own name."""
    return tag.lower() if tag.startswith("pubmed-") else PREFIX + tag.lower()
