"""Marked text written for people: `{i:Title}` for an italic title, `{q:…}` for quotation marks, `{a:address|text}` for a link."""

from __future__ import annotations

import re

from citekit.csl import marks

LETTERS = {
    "i": marks.ITALIC,
    "r": marks.UPRIGHT,
    "b": marks.BOLD,
    "m": marks.REGULAR,
    "sc": marks.SMALL_CAPS,
    "fc": marks.FULL_CAPS,
    "u": marks.UNDERLINE,
    "nu": marks.NO_UNDERLINE,
    "sup": marks.SUPERSCRIPT,
    "sub": marks.SUBSCRIPT,
    "base": marks.BASELINE,
    "q": marks.QUOTE,
    "nc": marks.NOCASE,
    "left": marks.LEFT_MARGIN,
    "right": marks.RIGHT_INLINE,
    "a": marks.LINK,
}
NAMES = {mark: name for name, mark in LETTERS.items()}


def read(written: str) -> str:
    """`{i:Title}` → marked text."""
    text = re.sub(r"\{(\w+):", lambda match: LETTERS[match[1]], written)
    return text.replace("}", marks.CLOSE).replace("|", marks.SEPARATOR)


def write(marked: str) -> str:
    """Marked text → `{i:Title}`; joints (an empty NOCASE) are not shown."""
    text = marked.replace(marks.NOCASE + marks.CLOSE, "")
    text = text.replace(marks.CLOSE, "}").replace(marks.SEPARATOR, "|")
    return re.sub(marks.ANY, lambda match: "{" + NAMES[match[0]] + ":", text)


def is_balanced(marked: str) -> bool:
    depth = 0
    for mark in re.findall(marks.ANY, marked):
        depth += -1 if mark == marks.CLOSE else mark != marks.SEPARATOR
        if depth < 0:
            return False
    return depth == 0
