"""What a page's class names, ids and elements say of the text in them."""

from __future__ import annotations

import re
from collections.abc import Mapping

# Elements that begin and end a line. Cells do not: a row is a line.
BLOCKS = frozenset(
    """
    address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form
    h1 h2 h3 h4 h5 h6 header hr html legend li main menu ol p pre section summary table tbody tfoot thead tr ul
    """.split()
)
LISTS = frozenset({"ol", "ul", "dl", "table"})
ITEMS = frozenset({"li", "dd", "tr"})
_NOT_SHOWN = frozenset(
    """
    audio button canvas datalist head iframe nav noscript object script select style svg template textarea title video
    """.split()
)
# Spoken but not shown; edit links; arrows back to the text; KaTeX's picture of what it also gives as MathML.
_UNSEEN_CLASSES = frozenset(
    """
    mw-editsection mw-cite-backlink mw-jump-link footnote-back footnote-backref backlink visually-hidden u-visually-hidden
    sr-only screen-reader-text cite-accessibility-label rev-xref-ref katex-html hidden hide u-hide
    """.split()
)
_NO_DISPLAY = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)

_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+|\d+")
_PLURALS = frozenset(
    """
    references refs reflist refbegin reflists bibliography bibliographie bibliografia literature biblist thebibliography
    citations footnotes endnotes
    """.split()
)
_SINGULARS = frozenset("ref reference citation cit bibitem bibtexitem biblioentry bibl".split())
_ABOUT = _PLURALS | _SINGULARS | frozenset({"bib", "biblio", "csl"})
_HOLDERS = frozenset("list lists sec section body container wrapper panel".split())
_PARTS = frozenset("item entry content blk block text row".split())


def is_hidden(tag: str, attributes: Mapping[str, str]) -> bool:
    """Not shown to a reader of the page: scripts, navigation, what is hidden by style, class or attribute."""
    if tag in _NOT_SHOWN or "hidden" in attributes or attributes.get("role") == "doc-backlink":
        return True
    if attributes.get("aria-hidden") == "true" or _NO_DISPLAY.search(attributes.get("style", "")):
        return True
    return not _UNSEEN_CLASSES.isdisjoint(attributes.get("class", "").split())


def holds_references(tag: str, attributes: Mapping[str, str]) -> bool:
    """`<ol class="references">`, `<div id="refs" class="csl-bib-body">`, `<section id="reference-list">`. May be mistaken."""
    return tag in BLOCKS and tag not in ITEMS and tag != "p" and any(map(_is_list, _names(attributes)))


def is_one_reference(tag: str, attributes: Mapping[str, str]) -> bool:
    """`<div class="ref">`, `<div class="csl-entry">`, `<p class="bibliography">`. May be mistaken."""
    names = _names(attributes) if tag in BLOCKS and tag not in LISTS else []
    return any(_is_item(name) or (tag == "p" and _is_list(name)) for name in names)


def _names(attributes: Mapping[str, str]) -> list[list[str]]:
    """The words of each class and of the id: `c-article-references__item` → c, article, references, item."""
    names = [*attributes.get("class", "").split()[:20], attributes.get("id", "")]
    return [[word.lower() for word in _WORD.findall(name)] for name in names if 0 < len(name) < 80]


def _is_list(words: list[str]) -> bool:
    words = _without_number(words)
    return words[-2:] == ["works", "cited"] or _is_made_of(words, _PLURALS, _HOLDERS)


def _is_item(words: list[str]) -> bool:
    return _is_made_of(_without_number(words), _SINGULARS, _PARTS)


def _without_number(words: list[str]) -> list[str]:
    return words[:-1] if words and words[-1].isdigit() else words


def _is_made_of(words: list[str], names: frozenset[str], parts: frozenset[str]) -> bool:
    """Does the name end in one of the names, or in a part of something about references (`ref-list`, `csl-entry`)?"""
    return bool(words) and (words[-1] in names or (words[-1] in parts and not _ABOUT.isdisjoint(words[:-1])))
