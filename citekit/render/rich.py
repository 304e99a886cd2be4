"""Finished marked text as pybtex's rich text, and with its addresses as links."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from citekit.csl import marks
from citekit.csl.marks import CLOSE, LINK
from citekit.render.links import doi_address, reachable
from citekit.render.outputs.markup import DEEPEST, address, harmless, tokens

if TYPE_CHECKING:
    from pybtex.richtext import Text

# `i`, `b`, `sup`, `sub` are known to pybtex's backends, `u` to those that write HTML. The others have a hyphen, as elements that
# HTML does not know (HTML, 4.13.3) must: where they are not understood, their text stands there plainly.
TAGS = {
    marks.ITALIC: "i", marks.OBLIQUE: "font-oblique", marks.UPRIGHT: "font-upright",
    marks.BOLD: "b", marks.LIGHT: "font-light", marks.REGULAR: "font-regular",
    marks.SMALL_CAPS: "small-caps", marks.FULL_CAPS: "full-caps",
    marks.UNDERLINE: "u", marks.NO_UNDERLINE: "no-underline",
    marks.SUPERSCRIPT: "sup", marks.SUBSCRIPT: "sub", marks.BASELINE: "font-baseline",
    marks.BLOCK: "display-block", marks.LEFT_MARGIN: "display-left-margin",
    marks.RIGHT_INLINE: "display-right-inline", marks.INDENT: "display-indent",
}  # fmt: skip
MARKS = {tag: mark for mark, tag in TAGS.items()}


def rich(marked: str) -> Text:
    """The text as pybtex has it: fonts and displays are tags (`TAGS`), links lead where `links.reachable` lets them.

    What pybtex's constructors do (unpack, merge, drop what is empty) has no use here and takes most of the time, so the parts are
    put in directly.
    """
    from pybtex.richtext import HRef, String, Tag, Text

    first, *rest = tokens(harmless(marked))
    parts: list[Any] = [String(first)] if first else []
    outer: list[tuple[str, list[Any]]] = []

    def close() -> None:
        nonlocal parts
        mark, before = outer.pop()
        inside, parts = parts, before
        if not inside or len(outer) >= DEEPEST:
            parts += inside
        elif mark in TAGS:
            parts.append(_made(Tag, inside, name=TAGS[mark], info=(TAGS[mark],)))
        elif leads := mark[0] == LINK and address(mark):
            parts.append(_made(HRef, inside, url=leads, info=(leads,), external=False))
        else:
            parts += inside

    for mark, text in zip(rest[::2], rest[1::2], strict=True):
        if mark != CLOSE:
            outer.append((mark, parts))
            parts = []
        elif outer:
            close()
        if text:
            parts.append(String(text))
    while outer:
        close()
    return _made(Text, parts)


def _made(kind: Any, parts: list[Any], **own: Any) -> Any:
    made = kind.__new__(kind)
    vars(made).update(own, parts=parts, length=sum(map(len, parts)))
    return made


# `https://doi.org/10.1000/182`, `doi.org/10.1000/182`, `doi:10.1000/182`, `DOI 10.1000/182`, `PMID: 19494218`, `PMCID: PMC2876877`
_INK = r"[^\s\"“”„«»\ufdd0-\ufdef]"
_IDENTIFIER = re.compile(
    rf"\b(?=[hdp])(?:(?P<url>https?://{_INK}+)"
    rf"|(?P<resolver>(?:dx\.)?doi\.org/10\.\d{{4,9}}(?:\.\d{{1,9}})*/{_INK}+)"
    rf"|doi[\s:\ufdd0-\ufdde\ufdef]{{1,6}}(?P<doi>10\.\d{{4,9}}(?:\.\d{{1,9}})*/{_INK}+)"
    rf"|PMID:?\s?(?P<pmid>\d{{1,9}})\b"
    rf"|(?:PMCID:?\s?)?(?P<pmcid>PMC\d{{4,9}})\b)",
    re.IGNORECASE,
)
_HINT = re.compile(r"://|doi|PMID|PMC", re.IGNORECASE)
_ADDRESSES: dict[str, Callable[[str], str]] = {
    "url": reachable,
    "resolver": lambda text: reachable(f"https://{text}"),
    "doi": doi_address,
    "pmid": lambda number: f"https://www.ncbi.nlm.nih.gov/pubmed/{number}",
    "pmcid": lambda number: f"https://www.ncbi.nlm.nih.gov/pmc/articles/{number.upper()}",
}
_LONGEST = 2048
_TAIL = ".,;:!?'’‘”»…*。，；：、"
_PAIRS = {")": "(", "]": "[", ">": "<", "}": "{", "）": "（", "】": "【", "》": "《", "」": "「"}


def linked(marked: str) -> str:
    """The text with its addresses and identifiers as links: the URL as it stands, a DOI, PMID or PMCID without the word before it
    (CSL 1.0.2, Appendix VI "Links"). Words and existing links stay as they are."""
    if not _HINT.search(marked):
        return marked
    if LINK not in marked:
        return _IDENTIFIER.sub(_link, marked)
    made, at = [], 0
    while (start := marked.find(LINK, at)) >= 0:
        end = marks.closing(marked, start) + 1
        made += [_IDENTIFIER.sub(_link, marked[at:start]), marked[start:end]]
        at = end
    return "".join(made) + _IDENTIFIER.sub(_link, marked[at:])


def _link(found: re.Match[str]) -> str:
    kind = str(found.lastgroup)
    text = _without_tail(found[kind]) if len(found[kind]) <= _LONGEST else ""
    leads = _ADDRESSES[kind](text) if text else ""
    if not leads:
        return found[0]
    at = found.start(kind) - found.start()
    return found[0][:at] + marks.link(leads, text) + found[0][at + len(text) :]


def _without_tail(text: str) -> str:
    """Without the sentence's punctuation, and without a closing bracket that was not opened inside."""
    while text and (text[-1] in _TAIL or (text[-1] in _PAIRS and text.count(text[-1]) > text.count(_PAIRS[text[-1]]))):
        text = text[:-1]
    return text
