"""What sites print around references and is no part of them: link labels, arrows, back references."""

from __future__ import annotations

import re

# Labels of links, as they follow a reference when a page is copied. They come glued: `CrossRefGoogle Scholar`.
_LABELS = (
    "Link to article – subscription may be required.",
    "Link to article - subscription may be required.",
    "Pubmed Abstract", "Pubmed Full Text", "PubMed Abstract", "PubMed Full Text", "CrossRef Full Text", "Publisher Full Text",
    "Free Full Text", "FREE Full Text", "Full Text", "Abstract/FREE Full Text", "Abstract", "Google Scholar", "View Article",
    "View Record in Scopus", "Web of Science®Times Cited", "Web of Science", "ISI Web of Science", "MathSciNet", "CrossRef", "Crossref",
    "PubMedCentral", "PubMed Central", "PubMed", "Pubmed", "Medline", "MEDLINE", "OpenUrl", "Scopus", "ADS", "zbMATH", "CAS", "Article",
    "IOPscience", "Find at GetIt", "Export Citation", "Download PDF", "PDF", "Cited by", "Reference Source", "Return to ref",
)  # fmt: skip
_ONE = "(?:" + "|".join(re.escape(label) for label in sorted(_LABELS, key=len, reverse=True)) + ")"
_SEPARATOR = r"[\s|·•,;/()\[\]]*"
# At the end of a reference only labels that no title ends in are taken off: a title may well end in `Abstract`.
_GLUED = re.compile(rf"(?:(?<=[.)\]\d>;])|(?<=\s)|(?<=\w)(?=OpenUrl)){_SEPARATOR}(?:{_ONE}{_SEPARATOR})+$")
_WHOLE = re.compile(rf"{_SEPARATOR}(?:{_ONE}{_SEPARATOR})+")
_ARROW = re.compile(r"[↵↑⇑⇓↩^]+\s*")


def is_furniture(line: str) -> bool:
    """A line of nothing but link labels: `CrossRef Full Text | Google Scholar`."""
    return bool(line.strip()) and bool(_WHOLE.fullmatch(line.strip()))


def without_furniture(text: str) -> str:
    """A reference without the link labels and arrows at its end: `…37.CrossRefGoogle Scholar` → `…37.`"""
    return _GLUED.sub("", text.rstrip()).rstrip()


def without_arrows(text: str) -> str:
    """A list item without the arrow back to the text (`↵`, `^ a b`)."""
    bare = _ARROW.sub("", text, count=1) if _ARROW.match(text) else text
    return re.sub(r"^(?:[a-z] )+(?=[A-Z\"“‘'])", "", bare) if bare != text else text
