"""Pages: what stands between `357–64` and `357--364`."""

from __future__ import annotations

import re

_LABEL = re.compile(r"^(?:pages?|pp?|seiten?|s|pag|págs?|blz)(?:\.\s*|\s+)(?=[\dA-Za-z])", re.IGNORECASE)
_DASHES = re.compile(r"\s*(?:-+|[‐‑‒–—―−~])\s*")
_PAGE = re.compile(r"([A-Za-z]*)(\d+)((?:\.?[A-Za-z]+\d*)?)")  # 357, S194, e1043, 645.e4


def span(text: str) -> tuple[str, str] | None:
    """First and last page, the last written out: `2438-44` → `("2438", "2444")`, `S194–202` → `("S194", "S202")`.

    A single page is its own last. Roman numerals are pages too. `None` when the text is anything else (several ranges,
    words, nothing).
    """
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


def dashed(text: str) -> str:
    """The range as it stands, with BibTeX's double dash and no label: `pp. 357–64` → `357--64`."""
    return _DASHES.sub("--", _LABEL.sub("", text.strip().rstrip(".,;")))
