"""Is this HTML, and in what encoding does it say it is?"""

from __future__ import annotations

import codecs
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


# <meta charset="utf-8">   <meta http-equiv=Content-Type content="text/html; charset=ISO-8859-1">   <?xml … encoding='…'?>
_DECLARED = re.compile(
    rb"<(?:meta\b[^<>]{0,300}?charset\s*=|\?xml[^<>]{0,100}?encoding\s*=)\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE
)
_SEARCHED = 4096
# Of Python's codecs those that pages are written in; `hex` and `utf-7` are none.
_OF_PAGES = re.compile(r"utf-(?:8|16.*)|ascii|(?:cp|iso|koi8|gb|hz|big5|shift_jis|euc_|mac|tis).*")
# What pages call one thing and mean another by: https://encoding.spec.whatwg.org/#names-and-labels
_MEANT = {"iso8859-1": "cp1252", "ascii": "cp1252", "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932",
          "euc_kr": "cp949", "iso8859-9": "cp1254", "utf-16": "utf-8", "utf-16-le": "utf-8", "utf-16-be": "utf-8"}  # fmt: skip


def declared_encoding(data: bytes) -> str:
    """Python's name of the encoding that a page declares for itself; `""` when it declares none, or one we do not know."""
    found = _DECLARED.search(data[:_SEARCHED])
    try:
        name = codecs.lookup(found[1].decode("ascii")).name if found else ""
    except (LookupError, UnicodeDecodeError):
        return ""
    return _MEANT.get(name, name) if _OF_PAGES.fullmatch(name) else ""
