"""Is this HTML?"""

from __future__ import annotations

import re

# Before the first element: comments (`<!-- saved from url=… -->`), `<?xml …?>`, a doctype.
_PROLOGUE = re.compile(r"\s+|<!--.*?-->|<\?[^>]{0,500}>", re.DOTALL)
_WHOLE_PAGE = re.compile(r"<(?:!doctype\s+html|html|head|body)[\s>]", re.IGNORECASE)
_OF_BLOCKS = (
    r"(?:ol|ul|li|dl|dt|dd|div|section|article|main|table|tbody|tr|td|th|p|h[1-6]|blockquote|center|meta|title|cite)"
)
_FIRST_BLOCK = re.compile(rf"<{_OF_BLOCKS}(?:\s[^<>]*)?>", re.IGNORECASE)
_BLOCK = re.compile(rf"<{_OF_BLOCKS}[\s>]", re.IGNORECASE)
_JATS = re.compile(r"<(?:front|article-meta|ref-list|back)[\s>]", re.IGNORECASE)
_LINES_FOR_A_BLOCK = 4


def looks_like(text: str) -> bool:
    """A page, which begins with a doctype, `<html>`, `<head>` or `<body>`, or a fragment of one.

    A fragment begins with an element that makes a block, and has such elements on every fourth line or more often: a README
    that begins with `<p align="center">` is text, where line ends count. XML that is not XHTML (JATS, TEI) is not HTML.
    """
    start = _behind_prologue(text)
    if _WHOLE_PAGE.match(text, start):
        return True
    if not _FIRST_BLOCK.match(text, start) or _JATS.search(text):
        return False
    filled = sum(1 for line in text.splitlines() if line.strip())
    return len(_BLOCK.findall(text)) * _LINES_FOR_A_BLOCK >= filled


def _behind_prologue(text: str) -> int:
    at = 1 if text.startswith("\ufeff") else 0
    while found := _PROLOGUE.match(text, at):
        at = found.end()
    return at
