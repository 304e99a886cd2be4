"""What formatting attributes do to a text (CSL 1.0.2, "Affixes", "Formatting", "Quotes", "Strip-periods", "Text-case", "Display")."""

from __future__ import annotations

from citekit.csl import marks
from citekit.csl.element import Element
from citekit.csl.field_text import decoded
from citekit.csl.text_case import CASES
from citekit.csl.workshop import Dressing

# Attribute and value → mark, the outermost first.
_FONTS = {
    ("font-variant", "small-caps"): marks.SMALL_CAPS,
    ("font-variant", "normal"): marks.FULL_CAPS,
    ("text-decoration", "underline"): marks.UNDERLINE,
    ("text-decoration", "none"): marks.NO_UNDERLINE,
    ("vertical-align", "sup"): marks.SUPERSCRIPT,
    ("vertical-align", "sub"): marks.SUBSCRIPT,
    ("vertical-align", "baseline"): marks.BASELINE,
    ("font-weight", "bold"): marks.BOLD,
    ("font-weight", "light"): marks.LIGHT,
    ("font-weight", "normal"): marks.REGULAR,
    ("font-style", "italic"): marks.ITALIC,
    ("font-style", "oblique"): marks.OBLIQUE,
    ("font-style", "normal"): marks.UPRIGHT,
}

_DISPLAYS = {
    "block": marks.BLOCK,
    "left-margin": marks.LEFT_MARGIN,
    "right-inline": marks.RIGHT_INLINE,
    "indent": marks.INDENT,
}


def dressing(element: Element, *, affixes: bool = True, case: bool = True) -> Dressing:
    """What the element's formatting attributes do, innermost first: periods, case, fonts, quotes, affixes, display."""
    strip = element.get("strip-periods") == "true"
    change = CASES.get(element.get("text-case")) if case else None
    before, after = _around(element)
    if affixes:
        before, after = decoded(element.get("prefix")) + before, after + decoded(element.get("suffix"))
    display = _DISPLAYS.get(element.get("display"), "")
    if display:
        before, after = display + before, after + marks.CLOSE

    def dress(text: str) -> str:
        if not text:
            return text
        if strip:
            text = text.replace(".", "")
        if change:
            text = change(text)
        return f"{before}{text}{after}"

    if not strip and not change:
        if not before and not after:
            return as_it_is
        return lambda text: f"{before}{text}{after}" if text else text
    return dress


def as_it_is(text: str) -> str:
    """The dressing of an element without any formatting."""
    return text


def _around(element: Element) -> tuple[str, str]:
    """The marks of fonts and quotes that stand before and after the text."""
    opening = "".join(mark for (name, value), mark in _FONTS.items() if element.get(name) == value)
    if element.get("quotes") == "true":
        opening = marks.QUOTE + opening
    return opening, marks.CLOSE * len(opening)
