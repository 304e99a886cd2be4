"""biblatex's keys as words. The keys: biblatex manual §4.9.2.13 (types) and §2.3.9 (`pubstate`)."""

from __future__ import annotations

from citekit.exchange.csl.printing.items import Item, text, without
from citekit.model import Reference

GENRES = {
    "bathesis": "Bachelor’s thesis", "mathesis": "Master’s thesis", "mastersthesis": "Master’s thesis", "phdthesis": "PhD thesis",
    "candthesis": "Candidate thesis", "techreport": "Technical report", "resreport": "Research report",
    "software": "Computer software", "datacd": "CD-ROM", "audiocd": "Audio CD",
    "patent": "Patent", "patentau": "Australian patent", "patentde": "German patent", "patenteu": "European patent",
    "patentfr": "French patent", "patentuk": "British patent", "patentus": "U.S. patent",
    "patreq": "Patent request", "patreqau": "Australian patent request", "patreqde": "German patent request",
    "patreqeu": "European patent request", "patreqfr": "French patent request", "patrequk": "British patent request",
    "patrequs": "U.S. patent request",
}  # fmt: skip
STATES = {
    "inpreparation": "in preparation", "submitted": "submitted", "forthcoming": "forthcoming", "inpress": "in press",
    "prepublished": "pre-published",
}  # fmt: skip
_OF_PUBMED = frozenset({"ppublish", "epublish", "aheadofprint"})
"""How PubMed says that a work has been published, on paper or before."""


def in_words(item: Item, reference: Reference) -> Item:
    """`type = {mathesis}` → Master’s thesis, `pubstate = {inpress}` → in press; what already is in words stays."""
    made = dict(item)
    if genre := GENRES.get(text(item, "genre").lower()):
        made["genre"] = genre
    status = text(item, "status").lower()
    if state := STATES.get(status):
        made["status"] = state
    return without(made, ("status",)) if status in _OF_PUBMED else made
