"""Records of PubMed, which MEDLINE's tags and PubMed XML say alike, and references, in both directions."""

from citekit.exchange.pubmed.reading import entry
from citekit.exchange.pubmed.writing import written

__all__ = ["entry", "written"]
