"""DOIs, and the numbers of PubMed, PubMed Central, arXiv, books and serials, out of the text around them."""

from __future__ import annotations

import html
import re
from urllib.parse import unquote

# DOI handbook §2.2: prefix `10.` + registrant, slash, any printing characters. Trailing punctuation is the sentence's.
_DOI = re.compile(r"10\.\d{4,9}(?:\.\d{1,9}){0,4}(?:/|%2F)[^\s\"“”]{1,2048}", re.IGNORECASE)
# The shape of most, with nothing in it that could be glued behind; the shorter way.
_PLAIN_DOI = re.compile(r"10\.\d{4,9}/[A-Za-z0-9_-]+(?:\.(?!url|pmid|pmcid|epub|pubmed)[A-Za-z0-9_-]+)*", re.IGNORECASE)
_TAIL = ".,;:'’”»…\"*([{<?!\\/"
_PAIRS = {")": "(", "]": "[", ">": "<", "}": "{"}
# What comes straight behind a DOI without a space: `.PMID:20847271`, `.URL`, `[doi]`, `[arXiv:1309.3610`, `,hep-th/0603001`,
# `;10.1000/183`, `|pmid=20847271`, `</a>`
_GLUED = re.compile(
    r"[.,;](?:URL|PMID|PMCID|Epub|PubMed)(?![a-z])|[.,;]?(?:PMC?ID:|https?:)|\[(?:doi|pii|arXiv|hep-|PubMed)|,(?=[A-Za-z]{2})"
    r"|[,;](?=10\.\d{4,9}/)|;(?=[a-z]{2,6}:)|</[a-z]|<br\b|\|",
    re.IGNORECASE,
)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,8});", re.IGNORECASE)
_ADDRESS = re.compile(r"(?:https?://|www\.|\bdoi\.org/)\S*$", re.IGNORECASE)
_LONGEST_ADDRESS = 200
_RESOLVER = re.compile(r"doi\.org|doi-org\.|info:doi", re.IGNORECASE)
# What publishers' addresses have behind a DOI: `/full`, `/fulltext.html`, `.pdf`; bioRxiv's `v2.full.pdf+html`
_PAGE = re.compile(
    r"(?:/(?:full|abstract|abs|e?pdf|pdfdirect|html|summary|meta|references|fulltext)(?:\.html)?|\.pdf(?:\+html)?)+$",
    re.IGNORECASE,
)
_VERSION_OF_BIORXIV = re.compile(r"(?<=\d)v\d{1,2}(?:\.[a-z-]+){0,3}(?:\+html)?$", re.IGNORECASE)
# Characters nobody sees (soft hyphen, zero-width spaces, marks of direction), and those that fonts put for `/` and `-`.
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_LOOKALIKES = str.maketrans("∕⁄／‐‑", "///--")


def doi(text: str) -> str:
    """The first DOI in a text, bare: no `doi:`, no resolver, no punctuation after it. `""` when there is none.

    Case is kept as written (DOIs do not depend on case; see `same_doi`). SICI-style DOIs with `<`, `>`, `(`, `;` inside
    stay whole: a closing bracket goes only when it was not opened inside the DOI. HTML entities and `%2F` are decoded, unseen
    characters go, and so does what an address has behind the DOI (`?utm_source=…`, `/full`). A space ends a DOI; see
    `mended_doi`.
    """
    if _PLAIN_DOI.fullmatch(text):
        return text
    if not text.isascii():
        text = seen(text).translate(_LOOKALIKES)
    found = _DOI.search(text) if "10." in text else None
    if not found:
        return ""
    name = found[0]
    if "&" in name and _ENTITY.search(name):
        name = _one_word(html.unescape(name))
    address = _ADDRESS.search(text, max(0, found.start() - _LONGEST_ADDRESS), found.start())
    if address:
        name = _before_query(name, address[0])
    if "%" in name:
        name = _one_word(unquote(name, errors="strict")) if _is_quoted(name) else name
    name = _without_tail(name)
    return name if not address or _RESOLVER.search(address[0]) else _without_page(name)


def seen(text: str) -> str:
    """Without soft hyphens, zero-width spaces and marks of direction, which come along when text is copied."""
    return text if text.isascii() else _UNSEEN.sub("", text)


def _one_word(name: str) -> str:
    return (name.split() or [""])[0].partition('"')[0]


def _is_quoted(name: str) -> bool:
    try:
        return unquote(name, errors="strict").isprintable()
    except UnicodeDecodeError:
        return False


def _before_query(name: str, address: str) -> str:
    """In an address `?` and `#` end the DOI; in its query, `?id=10.1371/…&type=…`, so does `&`."""
    return re.split(r"[?#&]" if "?" in address else r"[?#]", name, maxsplit=1)[0]


def _without_tail(name: str) -> str:
    glued = _GLUED.search(name)
    if glued:
        name = name[: glued.start()]
    while name and (name[-1] in _TAIL or (name[-1] in _PAIRS and name.count(name[-1]) > name.count(_PAIRS[name[-1]]))):
        name = name[:-1]
    return name if "/" in name else ""


def _without_page(name: str) -> str:
    name = _PAGE.sub("", name)
    return _VERSION_OF_BIORXIV.sub("", name) if name.startswith(("10.1101/", "10.64898/")) else name


_INSIDE = ("-", ".", "_", "(", "[", "<", ":", ";", "/")
_GOES_ON = re.compile(r"[-._/>]\w|(?:<|&lt;)\d")
_LONE_YEAR = re.compile(r"\(?(?:19|20)\d\d\W*$")


def mended_doi(text: str) -> str:
    """The DOI of a text that should be one (a `doi` field, a line of a list), with the spaces and line ends inside it taken out.

    `10.1016/ j.cell.2009.\\n01.001` → `10.1016/j.cell.2009.01.001`. Words that do not look like the rest of a DOI end it:
    `10.1000/182. Accessed 3 May 2020` → `10.1000/182`.
    """
    pieces = text[max(0, text.find("10.")) :].split()
    name = pieces[0] if pieces else ""
    for piece in pieces[1:]:
        if not _goes_on(name, piece):
            break
        name += piece
    return doi(text[: max(0, text.find("10."))] + name)


def _goes_on(name: str, piece: str) -> bool:
    """Can this piece, which stands behind a space, be the rest of the name?"""
    if "/" not in name:  # `10. 1000/182`, `10.1000 /182`
        return piece[0] == "/" or (name == "10." and piece[0].isdigit())
    if name.endswith("/"):
        return True
    if _GOES_ON.match(piece):
        return True
    return name.endswith(_INSIDE) and any(c.isdigit() for c in piece) and not _LONE_YEAR.match(piece)


def fold_doi(text: str) -> str:
    """The DOI as we compare it: bare and in lower case."""
    return doi(text).lower()


def same_doi(a: str, b: str) -> bool:
    """Do both texts name the same, existing DOI?"""
    return bool(fold_doi(a)) and fold_doi(a) == fold_doi(b)


_PMID = re.compile(r"\b(?:pmid|pubmed)\b[:\s]*(\d{4,9})\b", re.IGNORECASE)  # PMID: 19762550, pmid:19762550
_PMCID = re.compile(r"\bPMC(?:ID)?:?\s?(?:PMC)?(\d{4,9})\b", re.IGNORECASE)  # PMC3341616, PMCID: PMC3341616
_ISBN = re.compile(r"\bISBN(?:-1[03])?:?\s*((?:97[89][-\s]?)?\d[\d\s-]{7,14}[\dX])\b", re.IGNORECASE)
_ISSN = re.compile(r"\be?-?ISSN:?\s*(\d{4}-?\d{3}[\dX])\b", re.IGNORECASE)


def pmid(text: str) -> str:
    """The PubMed number that a text names as such, else `""`."""
    found = _PMID.search(text)
    return found[1] if found else ""


def pmcid(text: str) -> str:
    """The number of PubMed Central with its `PMC`, else `""`."""
    found = _PMCID.search(text)
    return f"PMC{found[1]}" if found else ""


def isbn(text: str) -> str:
    """The ISBN behind the word, as it is written: `978-90-04-13899-5`, else `""`."""
    found = _ISBN.search(text)
    return found[1].strip() if found else ""


def issn(text: str) -> str:
    """The ISSN behind the word, else `""`."""
    found = _ISSN.search(text)
    return found[1] if found else ""


# arXiv's own description of its identifiers (arxiv.org/help/arxiv_identifier): `1706.03762v5 [cs.CL]`, before April 2007 `hep-th/0603001`.
ARCHIVES = (
    r"acc-phys|adap-org|alg-geom|ao-sci|astro-ph|atom-ph|bayes-an|chao-dyn|chem-ph|cmp-lg|comp-gas|cond-mat|dg-ga|funct-an|gr-qc"
    r"|hep-(?:ex|lat|ph|th)|math-ph|mtrl-th|nlin|nucl-(?:ex|th)|patt-sol|physics|plasm-ph|q-alg|quant-ph|solv-int|supr-con"
    r"|math|cs|q-bio|stat"
)
_ARXIV = re.compile(
    rf"(?:\barXiv(?:\s?:\s?|\.org/(?:abs|pdf)/|\s+(?:e-?print|preprint)?\s*)(?:arXiv:\s?)?|\b(?:CoRR,?\s+)?abs/)"
    rf"(?P<new>\d{{4}}\.\d{{4,5}}(?:v\d+)?)(?:\s?\[\s?(?P<class>[a-z-]+(?:\.[A-Z]{{2}})?)\s?\])?"
    rf"|\b(?P<old>(?:{ARCHIVES})(?:\.[A-Z]{{2}})?/\d{{7}}(?:v\d+)?)\b",
    re.IGNORECASE,
)


def arxiv(text: str) -> tuple[str, str]:
    """The arXiv number a text names, and its class: `("1706.03762v5", "cs.CL")`; both `""` when there is none."""
    found = _ARXIV.search(text)
    return (found["new"] or found["old"], found["class"] or "") if found else ("", "")
