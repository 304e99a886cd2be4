"""The parts of an entry that are displayed by themselves (CSL 1.0.2, "Display", "Whitespace")."""

from __future__ import annotations

import re

from citekit.csl import marks

_MARK = re.compile(f"[{marks.ITALIC}-{marks.INDENT}{marks.CLOSE}]")  # all but SEPARATOR


def ended(entry: str, suffix: str) -> str:
    """An entry with the suffix of its layout, which stands within a last part that is displayed by itself (CSL test suite,
    bugreports_SmallCapsEscape)."""
    if not suffix or not entry:
        return entry
    if entry[-1] != marks.CLOSE:
        return entry + suffix
    opened = [""]
    for mark in _MARK.finditer(entry):
        if mark[0] != marks.CLOSE:
            opened.append(mark[0])
        elif opened.pop() in marks.DISPLAYS and mark.end() == len(entry):
            return entry[:-1] + suffix + marks.CLOSE
    return entry + suffix


def apart(entry: str) -> tuple[str, str]:
    """The margin's content and the rest of an entry that has both."""
    if not entry.startswith(marks.LEFT_MARGIN):
        return "", entry
    end = marks.closing(entry)
    rest = entry[end + 1 :].lstrip(" ")
    if rest.startswith(marks.RIGHT_INLINE) and marks.closing(rest) == len(rest) - 1:
        rest = rest[1:-1]
    return entry[1:end], rest
