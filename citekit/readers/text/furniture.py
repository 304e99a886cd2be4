"""What sites print around references and is no part of them: link labels, arrows, back references."""

from __future__ import annotations

import re

# Labels of links, as they follow a reference when a page is copied. They come glued: `CrossRefGoogle Scholar`.
_LABELS = (
    "Link to article – subscription may be required.",
    "Link to article - subscription may be required.",
    "Pubmed Abstract", "Pubmed Full Text", "PubMed Abstract", "PubMed Full Text", "CrossRef Full Text", "Publisher Full Text",
    "Free Full Text", "FREE Full Text", "Full Text", "Full text", "Abstract/FREE Full Text", "Abstract/Free Full Text", "Abstract",
    "Full Text PDF", "Full-Text", "View Full Text", "Full text via CrossRef", "Full Text via CrossRef", "Get Full Text", "Fulltext",
    "Google Scholar", "Google scholar", "View Article", "View in Article", "View article", "View at Publisher", "View at publisher",
    "View at Google Scholar", "View at Scopus", "View at:", "Publisher Site", "View Record in Scopus", "View in Scopus", "View PDF",
    "View Record in Web of Science", "View in PubMed", "View on PubMed", "View", "ArticleDownload PDF", "Web of Science®Times Cited",
    "Web of Science", "Web of Science ®", "Web of Science®", "ISI Web of Science", "ISI", "MathSciNet", "Mathematical Reviews", "MATH",
    "Zentralblatt MATH", "zbMATH", "CrossRef", "Crossref", "Cross Ref", "PubMedCentral", "PubMed Central", "PubMed/NCBI", "PubMed",
    "Pubmed", "Medline", "MEDLINE", "PMC free article", "Free PMC article", "PMC Free Article", "PMC", "Europe PMC", "OpenUrl", "OpenURL",
    "OpenURL Placeholder Text", "Scopus", "NASA ADS", "Search ADS", "ADS", "CAS", "ChemPort", "Chemport", "Infotrieve",
    "Order article via Infotrieve", "Article", "Chapter", "Book", "Link", "IOPscience", "INSPIRE", "Find at GetIt", "SFX", "Find It",
    "Find this resource", "Get it", "Export Citation", "Export citation", "Download PDF", "PDF", "Cited by", "Reference Source",
    "Return to ref", "Go to reference in article", "Go to Citation", "Go to Footnote", "In text citation", "Search via ReFindit",
    "Google Preview", "WorldCat", "COPAC", "DOI", "Google Scholar:", "Author Only", "Title Only", "Author and Title", "Green Version",
    "Taylor & Francis Online", "Wiley Online Library", "ACM Digital Library", "Digital Library", "Semantic Scholar",
    "Show Context", "Show in Context", "Access at ACM", "Cited Here", "Cited Here...", "Cited Here…", "Context Link", "Ovid Full Text",
    "Bibliographic Links", "Library Holdings", "First citation in article", "Citation in article",
    "Open in new tab", "Open in a new tab", "opens in new window", "opens in new tab", "Opens in new window", "Opens in new tab",
    "External Resources", "Additional references", "ACS Full Text ACS Full Text", "ACS Full Text", "More from SciFinder ®",
    "More from SciFinder", "View Abstract", "View abstract", "Full Text PDF", "Reference Link", "Free access", "Free Access",
)  # fmt: skip
_LONGEST_FIRST = tuple(sorted(_LABELS, key=len, reverse=True))
# Scopus (123)   Web of Science® Times Cited: 12   Full Text: PDF (1234KB)
_COUNTED = (
    r"(?:Scopus|Web of Science(?: ?®)?(?: Times Cited:?)?|Crossref|Google Scholar|Cited by|Times [Cc]ited:?|Full [Tt]ext: PDF)"
    r" ?\(?\d{1,6} ?(?:KB|MB)?"
)
_COUNTED_END = re.compile(f"(?:{_COUNTED}|Full [Tt]ext: PDF)$")
_LABEL = re.compile("|".join([_COUNTED, "Full [Tt]ext: PDF", *map(re.escape, _LONGEST_FIRST)]))
_LABEL_WIDTH = max(map(len, _LABELS))
# Nothing else is called so: these come off behind a word, too. The rest may be the last word of a title.
_UNMISTAKABLE = frozenset(
    {
        "Google Scholar", "CrossRef", "Crossref", "OpenUrl", "OpenURL", "View in Article", "Author and Title", "PubMed/NCBI",
        "Show Context", "Show in Context", "Order article via Infotrieve", "View in Scopus", "Export Citation", "Search ADS",
        "OpenURL Placeholder Text", "Web of Science®", "Web of Science ®", "Taylor & Francis Online", "Reference Source",
    }
)  # fmt: skip
_SEPARATORS = " |·•,;/()[]»›→"
_BULLETS = "-–*."
_OPENERS = " |·•([/»›→"
_IDENTIFIER_END = re.compile(r"(?:https?://|10\.\d{4,9}/)\S{1,200}$")
_ARROW = re.compile(r"[↵↑⇑⇓↩^]+\s*")
_BACK_REFERENCES = re.compile(
    r"(?:Jump up(?: to)?:?\s*)?(?:(?:[a-z]{1,2}|\d{1,2}\.\d{1,2}),? ){0,60}(?=[^\W\d_a-z]|[\"“„«‘'])"
)


def is_furniture(line: str) -> bool:
    """A line of nothing but link labels: `CrossRef Full Text | Google Scholar`."""
    text = line.strip(_SEPARATORS + _BULLETS)
    if not text or len(line) >= 500:
        return False
    at = 0
    while at < len(text):
        found = _LABEL.match(text, at)
        if found:
            at = found.end()
        elif at and text[at] in _SEPARATORS + ".":
            at += 1
        else:
            return False
    return True


def without_furniture(text: str) -> str:
    """A reference without the link labels at its end: `…37.CrossRefGoogle Scholar` → `…37.`

    Labels come off only behind a point, a bracket, a digit or an address, or when they stand in brackets, in numbers, or can
    mean nothing else: a title may well end in a word that is a label. `Available from:` is no label.
    """
    text = text.rstrip()
    end, labels = len(text), []
    while label := _last_label(text, inner := _back_over(text, end, _SEPARATORS + "." * text.endswith("."))):
        labels.append(label)
        end = inner - len(label)
    bare = text[: _back_over(text, end, _OPENERS)]
    if not labels or not bare:
        return text
    if text.endswith(".") and len(labels) < 2:
        return text  # `… in PubMed.` is a title, `Crossref. PubMed.` are two links
    free = bare[-1] in ".)]>;" or bare[-1].isdigit() or len(labels) > 1 or text[end - 1] in "([|·•»›"
    return bare if free or labels[0] in _UNMISTAKABLE or _IDENTIFIER_END.search(bare[-300:]) else text


def _back_over(text: str, end: int, characters: str) -> int:
    """`end`, moved left over any of these characters."""
    while end and text[end - 1] in characters:
        end -= 1
    return end


def _last_label(text: str, end: int) -> str:
    tail = text[max(0, end - _LABEL_WIDTH) : end]
    known = tail.endswith(_LONGEST_FIRST)
    label = next(label for label in _LONGEST_FIRST if tail.endswith(label)) if known else ""
    if label == "DOI" and text[end - 4 : end - 3] != "[":
        return ""  # `doi:10.1000/x [DOI]` is a link, `PMCID, DOI` is not
    counted = None if label else _COUNTED_END.search(tail)
    return counted[0] if counted else label


def without_arrows(text: str) -> str:
    """A list item without the arrow back to the text (`↵`, `^ a b`)."""
    arrow = _ARROW.match(text)
    if not arrow:
        return text
    letters = _BACK_REFERENCES.match(text, arrow.end())
    return text[letters.end() if letters else arrow.end() :]
