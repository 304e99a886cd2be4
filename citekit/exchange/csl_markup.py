"""The markup that CSL-JSON allows in its strings (`<i>`, `<sub>`, `<span class="nocase">`), and plain text.

https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html#html-like-formatting-tags; Crossref's records have tags of JATS and
MathML, and HTML's entities, besides.
"""

from __future__ import annotations

import html
import re

TAG = re.compile(
    r"</?(?:i|b|u|em|strong|sup|sub|sc|scp|tt|p|br|span|(?:jats|mml):[a-z][a-z-]{0,30})(?:\s[^<>]{0,300})?/?>",
    re.IGNORECASE,
)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
_SPECIAL = re.compile("[&<]")
_BREAKS = re.compile(r"<(?:br|p|/p|/?jats:p)\b", re.IGNORECASE)


def plain(text: str) -> str:
    """Without tags, entities decoded: `<i>Il1rn</i> &amp; men` → `Il1rn & men`; `p < 5 & q > 3` stays."""
    if "<" in text:
        text = TAG.sub(lambda found: " " if _BREAKS.match(found[0]) else "", text)
    if "&" in text and ";" in text:
        text = _ENTITY.sub(lambda found: html.unescape(found[0]), text)
    return text


def tags(text: str) -> tuple[str, ...]:
    """The tags that `plain` takes out, each once: `("<i>", "<sub>")`."""
    if "<" not in text:
        return ()
    return tuple(dict.fromkeys(found[0] for found in TAG.finditer(text) if not found[0].startswith("</")))


def escaped(text: str) -> str:
    """Plain text as a string of CSL. Only text that would be taken for markup is changed, for no reader undoes entities but ours."""
    return _SPECIAL.sub(lambda found: html.escape(found[0]), text) if plain(text) != text else text
