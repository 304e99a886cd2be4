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
_LONGEST_FIRST = tuple(sorted(_LABELS, key=len, reverse=True))
_SEPARATORS = " |·•,;/()[]"
_WHOLE = re.compile(
    rf"[{re.escape(_SEPARATORS)}]*(?:(?:{'|'.join(map(re.escape, _LONGEST_FIRST))})[{re.escape(_SEPARATORS)}]*)+"
)
_ARROW = re.compile(r"[↵↑⇑⇓↩^]+\s*")
_BACK_REFERENCES = re.compile(r"(?:[a-z] )+(?=[A-Z\"“‘'])")


def is_furniture(line: str) -> bool:
    """A line of nothing but link labels: `CrossRef Full Text | Google Scholar`."""
    return len(line) < 500 and bool(_WHOLE.fullmatch(line.strip()))


def without_furniture(text: str) -> str:
    """A reference without the link labels at its end: `…37.CrossRefGoogle Scholar` → `…37.`

    Labels come off only behind a point, a bracket, a digit or a space: a title may well end in a word that is a label.
    """
    rest, label = text.rstrip(), ""
    while found := _last_label(rest):
        label = found
        rest = rest.rstrip(_SEPARATORS)[: -len(label)]
    bare = rest.rstrip(" |·•([/")
    free = rest != bare or bare[-1:] in ".)]>;" or bare[-1:].isdigit() or label == "OpenUrl"
    return bare if label and bare and free else text.rstrip()


def _last_label(text: str) -> str:
    end = text[-200:].rstrip(_SEPARATORS)
    return next((label for label in _LONGEST_FIRST if end.endswith(label)), "")


def without_arrows(text: str) -> str:
    """A list item without the arrow back to the text (`↵`, `^ a b`)."""
    arrow = _ARROW.match(text)
    if not arrow:
        return text
    letters = _BACK_REFERENCES.match(text, arrow.end())
    return text[letters.end() if letters else arrow.end() :]
