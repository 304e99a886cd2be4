"""What the tags of Web of Science's plain text mean.

In the order of Clarivate's list, https://images.webofknowledge.com/images/help/WOS/hs_wos_fieldtags.html; behind it the tags that
exports of Inspec and Medline have besides. Meanings in brackets are tags that are read together.
"""

from __future__ import annotations

from collections.abc import Mapping

_ANY: Mapping[str, str] = {
    "AU": "(authors)",
    "AF": "(authors)",
    "BA": "(book authors)",
    "BF": "(book authors)",
    "CA": "(group author)",
    "GP": "(book group author)",
    "BE": "editor",
    "ED": "editor",
    "TI": "title",
    "SO": "(container)",
    "SE": "(series)",
    "BS": "(series)",
    "LA": "language",
    "DT": "",
    "CT": "eventtitle",
    "CY": "(event date)",
    "HO": "",
    "CL": "venue",
    "SP": "",
    "DE": "keywords",
    "ID": "keywords",
    "AB": "abstract",
    "C1": "",
    "RP": "",
    "EM": "",
    "RI": "",
    "OI": "",
    "FU": "",
    "FX": "",
    "CR": "(cited)",
    "PU": "publisher",
    "PI": "address",
    "PA": "",
    "SN": "(standard numbers)",
    "EI": "(standard numbers)",
    "BN": "(standard numbers)",
    "J9": "(container)",
    "JI": "(container)",
    "PD": "(date)",
    "PY": "(date)",
    "VL": "volume",
    "IS": "(issue)",
    "PN": "part",
    "SU": "(issue)",
    "SI": "",
    "MA": "",
    "BP": "(pages)",
    "EP": "(pages)",
    "AR": "(pages)",
    "PS": "(pages)",
    "DI": "doi",
    "D2": "(book doi)",
    "EA": "",
    "WC": "",
    "SC": "",
    "UT": "(accession)",
    "PM": "(pmid)",
    "UR": "url",
    # Inspec, Medline
    "AN": "",
    "CO": "",
    "PV": "address",
    "RN": "",
}

# What the database says of its own record: numbers of citations, dates of reports, document delivery.
BOOKKEEPING = frozenset("PT NR TC Z9 Z1 Z2 Z3 U1 U2 GA PG P2 EY WE HC HP DA OA FN VR ER EF".split())

HEADER = frozenset({"FN", "VR", "EF"})
"""Tags that stand outside records."""

_BY_TYPE: Mapping[str, Mapping[str, str]] = {
    "patent": {"PN": "number", "AE": "holder"},
}

# PT: journal, book, series, conference, patent.
_TYPES = {"J": "article", "B": "book", "S": "incollection", "C": "inproceedings", "P": "patent", "T": "thesis"}


def meaning(kind: str, tag: str) -> str:
    """What a tag means in a record of one of our types: a field, a group in brackets, or `""` when it has no meaning we know."""
    own = _BY_TYPE.get(kind, {})
    return own[tag] if tag in own else _ANY.get(tag, "")


def entry_type(publication: str, document: str, is_part: bool) -> str:
    """The entry type of a record with this `PT` and `DT`; `is_part` says that it has a source other than its title."""
    kind, what = publication.strip().upper(), document.lower()
    if kind in ("B", "S", "C") and ("proceedings" in what or "meeting" in what or kind == "C"):
        return "inproceedings" if is_part else "proceedings"
    if kind in ("B", "S"):
        return "incollection" if is_part else "book"
    if kind in _TYPES:
        return _TYPES[kind]
    if "thesis" in what or "dissertation" in what:
        return "thesis"
    return "inproceedings" if "conference" in what else "article"
