"""Marked text: how the engine writes rich text while it works. A `str` in which a few characters are marks.

    marks.wrap(ITALIC, "J Things") + " 5"      # ITALIC J Things CLOSE 5

What opens is one of the characters below, and `CLOSE` closes what was opened last; marks are always balanced. They are
noncharacters (Unicode 23.7: U+FDD0 to U+FDEF, "for internal use"), which no text in the world holds: `clean` takes them out of
what comes from outside. Joining, measuring and searching such text is Python's own `str` work, which is why the engine is fast.
"""

from __future__ import annotations

import re

ITALIC, OBLIQUE, UPRIGHT = "\ufdd0", "\ufdd1", "\ufdd2"  # font-style
BOLD, LIGHT, REGULAR = "\ufdd3", "\ufdd4", "\ufdd5"  # font-weight
SMALL_CAPS, FULL_CAPS = "\ufdd6", "\ufdd7"  # font-variant
UNDERLINE, NO_UNDERLINE = "\ufdd8", "\ufdd9"  # text-decoration
SUPERSCRIPT, SUBSCRIPT, BASELINE = "\ufdda", "\ufddb", "\ufddc"  # vertical-align
QUOTE = "\ufddd"  # quotation marks of the locale, outer or inner as they nest; gone once an entry is finished
NOCASE = "\ufdde"  # letters that no text-case may change; gone once an entry is finished
LINK = "\ufddf"  # LINK address SEPARATOR text CLOSE
BLOCK, LEFT_MARGIN, RIGHT_INLINE, INDENT = "\ufde0", "\ufde1", "\ufde2", "\ufde3"  # display
SEPARATOR = "\ufdee"
CLOSE = "\ufdef"

FONTS = frozenset("\ufdd0\ufdd1\ufdd2\ufdd3\ufdd4\ufdd5\ufdd6\ufdd7\ufdd8\ufdd9\ufdda\ufddb\ufddc")
DISPLAYS = frozenset("\ufde0\ufde1\ufde2\ufde3")

ANY = "[\ufdd0-\ufdef]"
"""A character class for use in patterns."""

_MARKS = re.compile(ANY + "+")
_ADDRESS = re.compile(f"{LINK}[^{SEPARATOR}]*{SEPARATOR}")


def wrap(mark: str, text: str) -> str:
    """The text with this mark around it; nothing stays nothing."""
    return f"{mark}{text}{CLOSE}" if text else ""


def link(address: str, text: str) -> str:
    """The text as a link to an address."""
    return f"{LINK}{address}{SEPARATOR}{text}{CLOSE}" if text else ""


def plain(marked: str) -> str:
    """The text without marks and without the addresses of links."""
    return _MARKS.sub("", _ADDRESS.sub("", marked)) if marked else marked


def clean(text: str) -> str:
    """A text from outside without characters that would be marks."""
    return _MARKS.sub("", text)


def closing(marked: str, start: int = 0) -> int:
    """Where what the first mark at or behind `start` opens is closed; the end of the text where it is not."""
    depth = 0
    for mark in _OPENED_OR_CLOSED.finditer(marked, start):
        depth += -1 if mark[0] == CLOSE else 1
        if not depth:
            return mark.start()
    return len(marked)


_OPENED_OR_CLOSED = re.compile(f"[{ITALIC}-{INDENT}{CLOSE}]")  # all marks but SEPARATOR
