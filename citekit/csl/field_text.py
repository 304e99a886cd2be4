"""Fields of CSL-JSON as marked text: their HTML-like tags, entities and quotation marks are read.

    marked('On <i>E. coli</i> "in vivo"')      # On ITALIC E. coli CLOSE QUOTE in vivo CLOSE

CSL 1.0.2, "Rich text markup within fields": `<i>`, `<b>`, `<sub>`, `<sup>`, `<span style="font-variant:small-caps;">`,
`<span class="nocase">`. The other names below are those of HTML and of JATS, which Crossref sends.
"""

from __future__ import annotations

import html
import re
from functools import lru_cache

from citekit.csl import marks
from citekit.csl.field_quotes import JOINT, quoted

_FONTS = {
    marks.ITALIC: "i em italic jats:italic",
    marks.BOLD: "b strong bold jats:bold",
    marks.SUPERSCRIPT: "sup jats:sup",
    marks.SUBSCRIPT: "sub jats:sub",
    marks.SMALL_CAPS: "sc scp jats:sc",
    marks.UNDERLINE: "u underline jats:underline",
}
_PLAIN_FONT = marks.UPRIGHT + marks.REGULAR + marks.FULL_CAPS + marks.NO_UNDERLINE + marks.BASELINE

_OPENING = {f"<{name}>": mark for mark, names in _FONTS.items() for name in names.split()} | {
    '<spanstyle="font-variant:small-caps">': marks.SMALL_CAPS,
    '<spanstyle="font-style:italic">': marks.ITALIC,
    '<spanstyle="font-weight:bold">': marks.BOLD,
    '<spanstyle="text-decoration:underline">': marks.UNDERLINE,
    '<spanclass="smallcaps">': marks.SMALL_CAPS,
    '<spanclass="nocase">': marks.NOCASE,
    '<spanclass="nodecor">': marks.NOCASE + _PLAIN_FONT,
}
"""What a tag opens, by its `_look`."""

_TAG = re.compile(r"<(/?)([A-Za-z:]{1,14})(?: [^<>]{1,60})?>")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_BLANKS = re.compile(r"[ \t\r\n\f\v]*[\t\r\n\f\v][ \t\r\n\f\v]*")
_PAIR = re.compile(r"[.,:;!?](?=[.,:;!?])")
_FORMULA = re.compile(r"\$(?![\s$])(?=[^$]{0,200}[\\^_])[^$\ufdd0-\ufdef]{1,200}(?<!\s)\$(?!\d)")
"""`$K_{ij}$`, as `.bib` files have it; no price"""
_SPECIAL = re.compile(r"""[$<&"'“”‘’\t\r\n\f\v\ufdd0-\ufdef]|[.,:;!?]{2}""")


@lru_cache(maxsize=4096)
def marked(text: str) -> str:
    """A string of CSL-JSON as marked text.

    Tags and quotation marks without a partner stay text (`a < b`), as do unknown tags; a quotation mark that pairs up becomes
    `QUOTE`, any other `'` an apostrophe. Formulas keep their case. A line is made of what stands in several. Punctuation that stands together here (`?!`,
    `...`) is held together by an empty NOCASE, so that `finishing` does not take it for affixes that met.
    """
    if not _SPECIAL.search(text):
        return text
    text = _BLANKS.sub(" ", marks.clean(text))
    text = _tagged(text) if "<" in text else decoded(text)
    text = quoted(_FORMULA.sub(_nocase, text) if "$" in text else text)
    return held(text)


def _nocase(formula: re.Match[str]) -> str:
    return marks.wrap(marks.NOCASE, formula[0])


def held(text: str) -> str:
    """Marked text whose punctuation stays together as it is, even `...`."""
    return _PAIR.sub(_held, text)


def _held(match: re.Match[str]) -> str:
    return match[0] + JOINT


def decoded(text: str) -> str:
    """The text with what its entities stand for."""
    return marks.clean(_ENTITY.sub(lambda match: html.unescape(match[0]), text)) if "&" in text else text


def _look(tag: str) -> str:
    """A tag as the table has it: `<SPAN style='font-variant: small-caps;'>` is `<spanstyle="font-variant:small-caps">`."""
    return tag.replace(" ", "").replace("'", '"').replace(';"', '"').lower()


def _tagged(text: str) -> str:
    """The text with marks for tags that have a partner at the right place."""
    pieces: list[str] = []
    waiting: list[tuple[str, int, str]] = []  # name of the tag, its place among the pieces, what it opens
    count: dict[str, int] = {}
    position = 0
    for tag in _TAG.finditer(text):
        pieces += decoded(text[position : tag.start()]), tag[0]
        position = tag.end()
        name = tag[2].lower()
        if not tag[1]:
            if mark := _OPENING.get(_look(tag[0])):
                waiting.append((name, len(pieces) - 1, mark))
                count[name] = count.get(name, 0) + 1
        elif count.get(name):
            opened, place, mark = waiting.pop()
            count[opened] -= 1
            while opened != name:
                opened, place, mark = waiting.pop()
                count[opened] -= 1
            pieces[place], pieces[-1] = mark, marks.CLOSE * len(mark)
    return "".join(pieces) + decoded(text[position:])
