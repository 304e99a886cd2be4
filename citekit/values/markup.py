"""Markup in what should be plain text: tags of HTML, JATS and MathML, and HTML's entities.

Figures above and below the line stay, where Unicode has them: `H<sub>2</sub>O` → `H₂O`, `10<sup>-6</sup>` → `10⁻⁶`.
"""

from __future__ import annotations

import html
import re

from citekit.values.blanks import one_line

# <i>, </sub>, <jats:italic>, <mml:math …>; not `<300 μm`
TAG = re.compile(
    r"</?(?:(?:[a-z]{1,8}:)?(?:[bipu]|su[bp]|em|strong|italic|bold|span|sc|scp|tt|br|div|li|ul|ol)|(?:jats|mml):[a-z][a-z-]{0,30})"
    r"(?:\s[^<>]{0,300})?/?>",
    re.IGNORECASE,
)
_BREAK = re.compile(r"</?(?:jats:)?(?:p|br|div|li|ul|ol|title|sec)\b", re.IGNORECASE)
_SCRIPT = re.compile(
    r"<((?:[a-z]{1,8}:)?su[bp])(?:\s[^<>]{0,300})?>((?:[^<]|<(?!/?(?:[a-z]{1,8}:)?su[bp]\b)[^<>]{0,80}>){1,60})</\1\s?>",
    re.IGNORECASE,
)  # <sub>2</sub>, <jats:sup><jats:italic>n</jats:italic></jats:sup>
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]\w{1,30});", re.IGNORECASE)


def plain(text: str) -> str:
    """A text on one line, in which entities and then tags are taken for what they mean: `Il1rn<sup>-/-</sup> &amp; men`,
    `&lt;i&gt;Il1rn&lt;/i&gt;`."""
    return one_line(without_tags(unescaped(text)))


def unescaped(text: str) -> str:
    """HTML's entities as what they stand for; without its semicolon (`AT&T`) it is none."""
    return _ENTITY.sub(lambda found: html.unescape(found[0]), text) if "&" in text and ";" in text else text


def without_tags(text: str) -> str:
    """The text without tags: `<i>Il1rn</i>, <br/>CO<sub>2</sub>` → `Il1rn,  CO₂`; `p < 5 & q > 3` stays."""
    if "<" not in text:
        return text
    return TAG.sub(lambda found: " " if _BREAK.match(found[0]) else "", _SCRIPT.sub(_moved, text))


def lost_tags(text: str) -> tuple[str, ...]:
    """The tags that `without_tags` takes out and says in no other way, each once: `("<i>", "<sub>")`."""
    if "<" not in text:
        return ()
    left = TAG.finditer(_SCRIPT.sub(_moved, text))
    return tuple(dict.fromkeys(found[0] for found in left if not found[0].startswith("</")))


def script(text: str, *, above: bool) -> str:
    """`2` → `²` or `₂`; the text itself where Unicode lacks one of its signs."""
    from citekit.values.latex.maths import scripted

    bare = text.strip()
    return text.replace(bare, scripted(bare, above) or bare, 1)


def _moved(found: re.Match[str]) -> str:
    text = TAG.sub("", found[2])
    moved = script(text, above=found[1].lower().endswith("sup"))
    return moved if moved != text else found[0]
