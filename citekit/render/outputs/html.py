"""HTML to be put into a page: `<ol class="csl-bib-body">` with one `<li id="KEY" class="csl-entry">` a reference.

The classes are those of citeproc-js, which style sheets of others know, too. A page that uses the list needs `PAGE_STYLE` of
`outputs.page`, or its own, to have labels stand beside their references.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape

from citekit.csl import marks
from citekit.render.outputs import Entry, Layout
from citekit.render.outputs.markup import Markup, Pair, harmless


def _element(name: str, attribute: str = "") -> Pair:
    return f"<{name}{attribute and ' ' + attribute}>", f"</{name}>"


def _span(style: str) -> Pair:
    return _element("span", f'style="{style};"')


def _div(name: str) -> Pair:
    return _element("div", f'class="csl-{name}"')


def escaped(text: str) -> str:
    return escape(text, quote=False) if "&" in text or "<" in text or ">" in text else text


def attribute(text: str) -> str:
    return escape(harmless(text))


def _link(address: str) -> Pair:
    return f'<a href="{escape(address)}">', "</a>"


MARKUP = Markup(
    escaped,
    {
        marks.ITALIC: _element("i"), marks.OBLIQUE: _span("font-style:oblique"), marks.UPRIGHT: _span("font-style:normal"),
        marks.BOLD: _element("b"), marks.LIGHT: _span("font-weight:lighter"), marks.REGULAR: _span("font-weight:normal"),
        marks.SMALL_CAPS: _span("font-variant:small-caps"), marks.FULL_CAPS: _span("font-variant:normal"),
        marks.UNDERLINE: _span("text-decoration:underline"),
        marks.NO_UNDERLINE: _span("display:inline-block;text-decoration:none"),  # an inline-block is not underlined with its line
        marks.SUPERSCRIPT: _element("sup"), marks.SUBSCRIPT: _element("sub"), marks.BASELINE: _span("vertical-align:baseline"),
        marks.BLOCK: _div("block"), marks.INDENT: _div("indent"),
        marks.LEFT_MARGIN: _div("left-margin"), marks.RIGHT_INLINE: _div("right-inline"),
    },
    _link,
)  # fmt: skip

_HANGING = ";padding-left:2em;text-indent:-2em"
# Letters that run from right to left: Hebrew, Arabic, Syriac, Thaana, N'Ko … (Unicode, blocks), and their presentation forms.
_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)


def written(entries: Sequence[Entry], layout: Layout) -> str:
    """One list. The browser's numbers are off: what an entry has instead of them is its label."""
    labelled = any(entry.label for entry in entries)
    hanging = layout.hanging_indent and not labelled
    classes = "csl-bib-body" + " csl-labelled" * labelled + " csl-hanging-indent" * hanging
    language = f' lang="{attribute(layout.language)}"' if layout.language else ""
    style = "list-style:none" + (_HANGING if hanging else ";padding-left:0")
    items = "".join(item(entry) for entry in entries)
    return f'<ol class="{classes}" role="list"{language} style="{style}">\n{items}</ol>\n'


def item(entry: Entry) -> str:
    """`<li>` with the label and the text in columns where there is a label."""
    label, text = MARKUP(entry.label), MARKUP(entry.text)
    direction = ' dir="auto"' if _RIGHT_TO_LEFT.search(entry.text) else ""
    if label:
        text = f'<div class="csl-left-margin">{label}</div><div class="csl-right-inline"{direction}>{text}</div>'
        direction = ""  # the label stays in its column
    return f'<li id="{_id(entry.key)}" class="csl-entry"{direction}>{text}</li>\n'


def _id(key: str) -> str:
    """An id has no white space (HTML, 3.2.6)."""
    return attribute("-".join(key.split()))
