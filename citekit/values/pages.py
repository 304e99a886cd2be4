"""Pages: what stands between `357–64` and `357--364`."""

from __future__ import annotations

import re

_LABEL = re.compile(
    r"^(?:(?:pages?|pp?|seiten?|ss?|pags?|págs?|pgs?|blz|str|стр|с)(?:\.\s*|\s+)(?=[\dA-Za-z])|(?-i:pp?)(?=\d))",
    re.IGNORECASE,
)
_DASHES = re.compile(r"\s{0,20}(?:-+|[‐‑‒–—―−~])\s{0,20}")
_SIMPLE = re.compile(r"([1-9]\d{0,9})(?:--?([1-9]\d{0,9}))?")  # as most databases write them; the shorter way
ARTICLE_NUMBER = 5
"""Figures from which a “page” is a number given to the whole article."""
_PAGE = re.compile(r"([A-Za-z]*)(\d{1,30})((?:\.?[A-Za-z]+\d*)?)")  # 357, S194, e1043, 645.e4


def span(text: str) -> tuple[str, str] | None:
    """First and last page, the last written out: `2438-44` → `("2438", "2444")`, `S194–202` → `("S194", "S202")`.

    A single page is its own last. Roman numerals are pages too. `None` when the text is anything else (several ranges,
    words, nothing).
    """
    simple = _SIMPLE.fullmatch(text)
    if simple and (not simple[2] or len(simple[2]) >= len(simple[1])):
        return simple[1], simple[2] or simple[1]
    bare = _LABEL.sub("", text.strip().rstrip(".,;"))
    parts = [part for part in _DASHES.split(bare) if part]
    if not parts or len(parts) > 2 or not all(_is_page(part) for part in parts):
        return None
    if len(parts) == 1:
        return parts[0], parts[0]
    return parts[0], _written_out(parts[0], parts[1])


def _is_page(text: str) -> bool:
    return bool(_PAGE.fullmatch(text) or re.fullmatch(r"[ivxlcdm]+", text, re.IGNORECASE))


def _written_out(first: str, last: str) -> str:
    """`2438`, `44` → `2444`: a shorter last page borrows the first one's leading digits and its prefix."""
    a, b = _PAGE.fullmatch(first), _PAGE.fullmatch(last)
    if not a or not b:
        return last
    digits = b[2]
    if len(digits) < len(a[2]):
        digits = a[2][: len(a[2]) - len(digits)] + digits
    if int(digits) < int(a[2]) and not b[1]:
        return last  # `357-12` is no range we understand; leave it alone
    return (b[1] or a[1]) + digits + b[3]


def expand(text: str) -> str:
    """`2438-44` → `2438--2444`, `p. 94` → `94`; text that is no page or range comes back as it is."""
    found = span(text)
    if found is None:
        return text
    first, last = found
    return first if first == last else f"{first}--{last}"


def expand_all(text: str) -> str:
    """`1-3, 45-9` → `1--3, 45--49`; text that is no list of pages comes back as it is."""
    parts = [part.strip() for part in text.split(",")]
    return ", ".join(map(expand, parts)) if all(map(span, parts)) else expand(text)


def between(first: str, last: str) -> str:
    """`354`, `7` → `354--357`; a `first` that holds the range, and a `last` that repeats it, are taken as they are."""
    if not first or not last or first == last:
        return _expanded(first or last)
    if re.search(r"\d\s?[-–—]", first) and (first.endswith(last) or not span(f"{first}-{last}")):
        return _expanded(first) if first.endswith(last) else f"{first}--{last}"
    if last.startswith(first) and re.match(r"\s?[-–—]", last[len(first) :]):
        return _expanded(last)
    found = span(f"{first}-{last}")
    return "--".join(found) if found and found[0] != found[1] else f"{first}--{last}"


def _expanded(text: str) -> str:
    return expand(text) if span(text) else dashed(text)


def dashed(text: str) -> str:
    """The range as it stands, with BibTeX's double dash and no label: `pp. 357–64` → `357--64`."""
    simple = _SIMPLE.fullmatch(text)
    if simple:
        return f"{simple[1]}--{simple[2]}" if simple[2] else simple[1]
    return _DASHES.sub("--", _LABEL.sub("", text.strip().rstrip(".,;")))


_TOTAL = re.compile(
    r"(?:[xvi]+\s?\+\s?)?\d+\s?(?:pp?|pages?|seiten|págs?|с|стр)\b\.?|\d+\sS\.?", re.IGNORECASE
)  # 546 pp, 216p., xviii+400pp
_WITH_TOTAL = re.compile(r"(.*\d)\s*\(\s?(\d+\s?(?:pp?|pages?))\b\.?\s?\)", re.IGNORECASE)  # 075039 (22pp)
_A_DOI = re.compile(r"10\.\d{4,9}/")
_NO_PAGES = re.compile(r"(?:n\. ?pag\.?|no pag\.?|n\.? ?p\.?|pp?\.?|pages?|s\.)", re.IGNORECASE)
_LOST_DASH = re.compile(
    r"(\d{1,30})\s?[?=~±_]\s?(\d{1,30})|(\d{1,30}) (\d{1,30})|(\d{3,30})e(\d{2,30})"
)  # 451?454, 35 49, 532e541


def read(text: str) -> tuple[str, str]:
    """The pages that a reference gives and, apart from them, how many the work has: `pp. 357–64` → `("357--64", "")`,
    `546 pp.` → `("546 pp.", "546")`, `075039 (22pp)` → `("075039", "22")`. What is no range stays as it is printed.

    A dash that a PDF lost is put back where the numbers grow (`532e541`). A DOI, or *n. pag.*, is no page.
    """
    text = text.strip()
    if _TOTAL.fullmatch(text):
        return text, re.sub(r"\s?[^\W\d_]+\.?$", "", text)
    total = ""
    if "(" in text and (found := _WITH_TOTAL.fullmatch(text)):
        text, total = found[1], re.sub(r"\D", "", found[2])
    if _A_DOI.match(text) or _NO_PAGES.fullmatch(text):
        return "", total
    pages = dashed(text)
    if "--" not in pages and (found := _LOST_DASH.fullmatch(pages)):
        first, last = (number for number in found.groups() if number)
        pages = f"{first}--{last}" if int(first) < int(_written_out(first, last)) else pages
    return pages, total


def figures(page: str) -> str:
    """The figures of a page: `e1043` and `1043` → `1043`; `""` for `xvii`."""
    return page if page.isdecimal() else "".join(filter(str.isdecimal, page))
