"""The markup that CSL-JSON allows in its strings (`<i>`, `<sub>`, `<span class="nocase">`), and plain text.

https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html#html-like-formatting-tags; Crossref's records have tags of JATS and
MathML, and HTML's entities, besides.
"""

from __future__ import annotations

import html
import re

from citekit.values.markup import unescaped, without_tags

_SPECIAL = re.compile("[&<]")


def plain(text: str) -> str:
    """Without tags, then with entities decoded, so that `&lt;i>` is no tag: `<i>Il1rn</i> &amp; men` → `Il1rn & men`."""
    return unescaped(without_tags(text))


def escaped(text: str) -> str:
    """Plain text as a string of CSL. Only text that would be taken for markup is changed, for no reader undoes entities but ours."""
    return _SPECIAL.sub(lambda found: html.escape(found[0]), text) if plain(text) != text else text
