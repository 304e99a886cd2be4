"""What sources know of references: the DOI of those that lack one, whether the DOI of the others is right, what has become of the work.

    enriched = enrich(references, Crossref(mailto="me@example.org"))

A wrong DOI is worse than none: whatever is not certain stays as it is and is said, with its candidates.
"""

from citekit.enrich.outcome import SILENT, Change, Match, outage
from citekit.enrich.run import Enriched, enrich
from citekit.enrich.search import choose, find_doi, query

__all__ = ["SILENT", "Change", "Enriched", "Match", "choose", "enrich", "find_doi", "outage", "query"]
