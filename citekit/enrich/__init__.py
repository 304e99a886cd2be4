"""What sources know of references: the DOI of those that lack one, whether the DOI of the others is right, what has become of the work.

    enriched = enrich(references, Crossref(mailto="me@example.org"))

A wrong DOI is worse than none: whatever is not certain stays as it is and is said, with its candidates.
"""

from citekit.enrich.known import Lookup
from citekit.enrich.outcome import SILENT, Change, Match, outage
from citekit.enrich.relations import link as links_among
from citekit.enrich.run import Enriched, Wishes, enrich
from citekit.enrich.search import choose, find_doi, query

__all__ = [
    "SILENT",
    "Change",
    "Enriched",
    "Lookup",
    "Match",
    "Wishes",
    "choose",
    "enrich",
    "find_doi",
    "links_among",
    "outage",
    "query",
]
